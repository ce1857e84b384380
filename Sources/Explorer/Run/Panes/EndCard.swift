import CellUI
import Ledger
import Simulation
import Trace

/// What is said when a run is over, with the next move.
struct EndCard {
  let run: RunState
  let width: Int
  let glyphs: Glyphs
  /// The title of the lesson that Enter opens.
  let next: String?

  func content() -> PaneContent {
    var out = LineMaker(width: width, glyphs.repertoire)
    out.add([Span("  \(mark) ", verdictRole), Span(verdict, verdictRole)] + evidence, hanging: 4)
    for (question, answer) in run.results {
      out.add(
        [Span("  \(question.ask)  ", .dim), Span(Self.words(answer), Self.role(answer))],
        hanging: 4)
    }
    let challenge: StyledLine =
      offersChallenge ? [Span("  m ", .key), Span("makes a challenge of it.")] : []
    if let move = nextMove {
      out.add([Span("  ")] + move + challenge, hanging: 4)
    } else if offersChallenge {
      out.add(challenge, hanging: 4)
    }
    let forward = next.map { "opens the next lesson: \($0)" } ?? "goes back to the library"
    out.add([Span("  \(run.press(.enter)) ", .key), Span(forward)], hanging: 4)
    out.add(
      [Span("  \(run.press(.copy)) ", .key), Span("copies "), Span(run.command, .raw)], hanging: 4)
    return PaneContent(title: "The end", note: [Span(summary, .dim)], lines: out.lines)
  }

  private var verdict: String { Self.verdict(of: run) }

  static func verdict(of run: RunState) -> String {
    switch run.model.trace.verdict {
    case .attackWorked: "The attack worked."
    case .secure: run.scenario.attack != nil ? "The attack failed." : "All is as it should be."
    case .none: run.recording == nil ? "The run is over." : "The recording ends here."
    }
  }

  private var mark: String {
    switch run.model.trace.verdict {
    case .attackWorked: "\(glyphs.prize)"
    case .secure: "\(glyphs.tick)"
    case .none: "\(glyphs.bullet)"
    }
  }

  private var verdictRole: StyleRole {
    switch run.model.trace.verdict {
    case .attackWorked: .attack
    case .secure: .ok
    case .none: .strong
    }
  }

  /// What can be turned by switches; the list itself says which there are.
  private var offersChallenge: Bool {
    run.model.trace.verdict != .none && !run.model.trace.defences.isEmpty
      && run.scenario.attack?.residual != true
  }

  private var scenarioHasAttack: Bool { run.scenario.attack != nil }

  /// The check at which it ended, or the last answer.
  private var evidence: StyledLine {
    let words = Wording(model: run.model)
    if run.model.trace.verdict == .secure, scenarioHasAttack,
      let place = run.model.marks.lastIndex(where: { $0.refused })
    {
      let failed = MessageChecks(run.model, at: place).rows.last { $0.hasFailed }
      if let failed {
        return [Span("  Message \(place + 1): \(failed.check.id.text) refused.")]
      }
    }
    let place = run.model.marks.lastIndex { $0.prize } ?? run.model.lastMoment
    guard run.model.moments.indices.contains(place) else { return [] }
    return [Span("  \(place + 1): "), Span(words.sentence(place), .dim)]
  }

  private var summary: String {
    let right = run.results.count { $0.answer == .right }
    let count = run.model.questions.count
    guard count > 0 else { return "" }
    let hints = run.hintsTaken == 1 ? "1 hint" : "\(run.hintsTaken) hints"
    return "\(right) of \(count) right, \(hints)"
  }

  /// "Mend it" where the attack worked, "Break it" where it failed.
  private var nextMove: StyledLine? {
    guard let attack = run.scenario.attack, !attack.residual else { return nil }
    let levels = Dictionary(
      run.model.trace.defences.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let works = run.model.trace.verdict == .attackWorked
    let candidate = attack.stoppedBy.first { stopper in
      guard let state = levels[stopper.defence] else { return false }
      return (state.level == state.levels.first) == works
    }
    guard let candidate else { return nil }
    return [
      Span(works ? "Mend it: " : "Break it: ", .strong), Span(run.press(.defences), .key),
      Span(", go to "),
      Span(candidate.defence.text, .accent), Span(", "), Span(run.press(.toggle), .key),
      Span(works ? " switches it on." : " switches it off."),
    ]
  }

  private static func words(_ answer: Progress.Answer) -> String {
    switch answer {
    case .right: "right"
    case .wrong: "not right"
    case .skipped: "skipped"
    case .told: "told"
    }
  }

  private static func role(_ answer: Progress.Answer) -> StyleRole {
    switch answer {
    case .right: .ok
    case .wrong: .warning
    case .skipped, .told: .inactive
    }
  }
}
