/// Where a run that was played again left the recorded one.
package struct Divergence: Hashable, Sendable, CustomStringConvertible {
  package enum Place: Hashable, Sendable {
    /// Before the first step.
    case start
    case step(StepID)
    case end
  }

  package let place: Place
  /// "store sessions", "response"; for start and end, what of them.
  package let areas: [String]
  /// The secrets drawn up to there, recorded and again, when their number differs.
  package let draws: DrawCounts?

  package struct DrawCounts: Hashable, Sendable {
    package let recorded: Int
    package let again: Int
  }

  /// "diverged at step logout: store sessions; draws 41 -> 42".
  package var description: String {
    let words: String
    switch place {
    case .start: words = "before the first step"
    case .step(let id): words = "at step \(id)"
    case .end: words = "at the end"
    }
    let counts = draws.map { "draws \($0.recorded) -> \($0.again)" }
    let parts = [areas.joined(separator: ", ")] + [counts].compactMap { $0 }
    return "diverged \(words): " + parts.filter { !$0.isEmpty }.joined(separator: "; ")
  }
}

/// Compares a recorded run with the same run played again.
package enum Replay {
  /// The first place where they differ; nil when they are the same as far as the record goes.
  package static func compare(recorded: SavedRun, again: Trace) -> Divergence? {
    start(recorded.trace, again) ?? steps(recorded, again)
      ?? (recorded.isComplete ? end(recorded.trace, again) : nil)
  }

  private static func start(_ recorded: Trace, _ again: Trace) -> Divergence? {
    let differing = [
      ("identity", recorded.identity == again.identity), ("clock", recorded.start == again.start),
      ("parties", recorded.parties == again.parties), ("stores", recorded.stores == again.stores),
      ("secrets", declared(recorded) == declared(again)),
      ("rows", same(recorded.initialRows, again.initialRows)),
      ("script", recorded.script == again.script),
      ("defences", recorded.defences == again.defences),
    ].filter { !$0.1 }.map(\.0)
    return differing.isEmpty ? nil : Divergence(place: .start, areas: differing, draws: nil)
  }

  private static func declared(_ trace: Trace) -> ArraySlice<Secret> {
    trace.secrets.prefix(trace.declaredSecretCount)
  }

  private static func same(_ left: [StoreChange], _ right: [StoreChange]) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy {
        $0.store == $1.store && $0.key == $1.key && $0.after == $1.after
      }
  }

  private static func steps(_ recorded: SavedRun, _ again: Trace) -> Divergence? {
    let names = AreaNames(again)
    var writer = LineWriter()
    var told = again.declaredSecretCount
    for (index, span) in recorded.trace.steps.enumerated() {
      guard index < again.steps.count, again.steps[index].id == span.id else {
        let other = index < again.steps.count ? "step \(again.steps[index].id)" : "nothing"
        return Divergence(
          place: .step(span.id), areas: ["\(other) in its place"], draws: nil)
      }
      let secrets = StepLine.secrets(ofStep: index, of: again, after: told)
      told = secrets.upperBound
      let step = StepLine(index, of: again, secrets: secrets, names: names, writer: &writer)
      let before = recorded.steps[index]
      let areas = names.differing(before.areas, step.areas)
      guard areas.isEmpty, before.draws == step.draws else {
        return divergence(span.id, areas, before.draws, step.draws)
      }
    }
    guard recorded.isComplete, again.steps.count > recorded.trace.steps.count else { return nil }
    let extra = again.steps[recorded.trace.steps.count].id
    return Divergence(place: .step(extra), areas: ["not in the record"], draws: nil)
  }

  private static func divergence(
    _ step: StepID, _ areas: [String], _ recorded: Int, _ again: Int
  ) -> Divergence {
    let counts = Divergence.DrawCounts(recorded: recorded, again: again)
    return Divergence(
      place: .step(step), areas: recorded == again ? areas : areas.filter { $0 != "draws" },
      draws: recorded == again ? nil : counts)
  }

  private static func end(_ recorded: Trace, _ again: Trace) -> Divergence? {
    var areas: [String] = []
    if recorded.verdict != again.verdict {
      areas.append("verdict \(recorded.verdict.rawValue) -> \(again.verdict.rawValue)")
    }
    if recorded.reports != again.reports { areas.append("reports") }
    return areas.isEmpty ? nil : Divergence(place: .end, areas: areas, draws: nil)
  }
}
