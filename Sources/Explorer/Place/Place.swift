import Simulation
import Trace

/// Where a reader was in a scenario, in words that outlive the program: enough to go on from there.
package struct Place: Hashable, Sendable {
  package struct Branch: Hashable, Sendable {
    package var name: String
    package var variant: String?
    package var seed: UInt64?
    /// Settings and changes by hand, as they are written on the command line.
    package var settings: [String]
    package var changes: [String]
    package var furthest: Int

    package init(
      name: String, variant: String?, seed: UInt64?, settings: [String], changes: [String],
      furthest: Int
    ) {
      self.name = name
      self.variant = variant
      self.seed = seed
      self.settings = settings
      self.changes = changes
      self.furthest = furthest
    }
  }

  package struct Answer: Hashable, Sendable {
    /// The question.
    package var key: String
    /// `open`, `skipped`, `told`, or the index of the choice.
    package var reply: String
    /// The branch in which it was replied, whose run says what is right.
    package var branch: String
    package var hints: Int

    package init(key: String, reply: String, branch: String, hints: Int) {
      self.key = key
      self.reply = reply
      self.branch = branch
      self.hints = hints
    }
  }

  package var scenario: String
  package var title: String
  /// Never empty.
  package var branches: [Branch]
  package var current: Int
  /// The message, from 0.
  package var position: Int
  package var answers: [Answer]

  package init(
    scenario: String, title: String, branches: [Branch], current: Int, position: Int,
    answers: [Answer]
  ) {
    self.scenario = scenario
    self.title = title
    self.branches = branches
    self.current = current
    self.position = position
    self.answers = answers
  }
}

/// A place that has been played again, branch by branch.
package struct PlayedPlace: Sendable {
  package let place: Place
  package let scenario: Scenario
  package let requests: [RunRequest]

  package init(place: Place, scenario: Scenario, requests: [RunRequest]) {
    self.place = place
    self.scenario = scenario
    self.requests = requests
  }
}

extension QuestionState {
  var replyWord: String {
    switch reply {
    case .open: "open"
    case .skipped: "skipped"
    case .told: "told"
    case .chosen(let index): "\(index)"
    }
  }

  /// What was replied to a question, when it was written down so.
  static func restored(_ answer: Place.Answer, _ question: Question) -> QuestionState {
    var state = QuestionState()
    state.hintsShown = max(0, min(question.hints.count, answer.hints))
    switch answer.reply {
    case "open": break
    case "skipped": state.take(.skipped, of: question, in: answer.branch)
    case "told": state.take(.told, of: question, in: answer.branch)
    default:
      guard let index = Int(answer.reply), question.choices.indices.contains(index) else { break }
      state.take(.chosen(index), of: question, in: answer.branch)
    }
    return state
  }
}
