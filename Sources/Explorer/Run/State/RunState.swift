import Simulation
import Trace

/// A scenario that is being walked.
struct RunState: Sendable {
  let scenario: Scenario
  let entry: LibraryEntry?
  /// Never empty.
  var branches: [Branch]
  var current = 0
  var walk = Walk()
  var panes = PaneState()
  var depth = Depth.line
  /// By the moment that a question stands at, for each branch alike.
  var questions: [String: QuestionState] = [:]
  var tour: Tour?
  /// The challenge that is being played.
  var puzzle: PuzzlePlay?
  /// What `/` has found.
  var search: RunSearch?
  /// Which messages the sequence shows; nil: all.
  var filter: SequenceFilter?
  /// The file that it was read from.
  var file: String?
  /// Of what cannot be played again.
  var recording: Recording?
  /// Whether names stand in the place of the secrets' values.
  var isMasked = false
  /// How many what-ifs were made, for their names.
  var whatIfs = 0
  /// The keys as sentences name them.
  var keys = KeyTable.standard
  /// The last line names many keys in the first lessons too.
  var showsManyKeys = false

  init(scenario: Scenario, entry: LibraryEntry?, first: Branch) {
    self.scenario = scenario
    self.entry = entry
    branches = [first]
  }

  mutating func take(_ settings: ExplorerSettings) {
    keys = settings.keys
    showsManyKeys = settings.showsManyKeys
    panes.showsBytes = settings.showsBytes
    depth = Depth(rawValue: settings.depth - 1) ?? depth
  }

  func press(_ command: Command) -> String { keys.name(command, in: .run) }

  var branch: Branch { branches[current] }
  var model: RunModel { branch.model }
  var position: Int { walk.position }
  var moment: Moment? { model.moments.indices.contains(position) ? model.moments[position] : nil }
  /// The question at the current moment.
  var question: PlacedQuestion? { model.questions[position] }

  func questionState(_ question: Question) -> QuestionState {
    questions[question.step + question.ask] ?? QuestionState()
  }

  mutating func setQuestionState(_ question: Question, _ state: QuestionState) {
    questions[question.step + question.ask] = state
  }

  /// Whether the reader is being asked now.
  var isAsking: Bool {
    guard let question, !walk.atEnd else { return false }
    return questionState(question.question).reply == .open
  }
}

/// The reader's place in a run.
struct Walk: Hashable, Sendable {
  /// The current moment.
  var position = 0
  /// The end card is in sight, after the last moment.
  var atEnd = false
  /// The row of the server's checks that the reader has stepped to; nil outside.
  var check: Int?
}
