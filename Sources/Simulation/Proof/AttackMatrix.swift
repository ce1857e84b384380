import Ledger
import Synchronization
import Trace

/// Attacks × defences: all off, all on, each alone, each missing, and the smallest sets.
///
/// A run turns on some defences: it would have been another one with them at another level. What it
/// has not turned on cannot change it, so that only those are tried that it has turned on, and a run
/// whose like was had before is not played again. `whole` plays them all, to hold the two together.
package struct AttackMatrix {
  /// Larger sets are not looked for.
  private static let largestSet = 3

  /// Does the work of each number below the count, in any order, at the same time or not.
  package typealias Workers = @Sendable (_ count: Int, _ work: @Sendable (Int) -> Void) -> Void

  private let scenario: Scenario
  private let attack: AttackSpec
  private let isWhole: Bool
  private let workers: Workers
  private var runs = 0
  /// Runs with what they have turned on.
  private var known: [Try] = []

  /// Nil for a scenario without an attack.
  package static func row(
    of scenario: Scenario, whole: Bool = false,
    workers: @escaping Workers = { count, work in for index in 0..<count { work(index) } }
  ) -> MatrixRow? {
    guard let attack = scenario.attack else { return nil }
    var matrix = AttackMatrix(scenario: scenario, attack: attack, isWhole: whole, workers: workers)
    return matrix.row()
  }

  /// The settings of a run that proves a cell: the defence alone, or all but the defence.
  package static func settings(only defences: Set<DefenceID>) -> [Setting] {
    DefenceCatalogue.all.map {
      .defence($0.id, level: defences.contains($0.id) ? $0.strictest : $0.offLevel)
    }
  }

  private init(
    scenario: Scenario, attack: AttackSpec, isWhole: Bool, workers: @escaping Workers
  ) {
    self.scenario = scenario
    self.attack = attack
    self.isWhole = isWhole
    self.workers = workers
  }

  /// A run with the levels of what it has turned on.
  private struct Try: Sendable {
    let isStopped: Bool
    let turnedOn: [(id: DefenceID, level: String)]

    /// Whether a run under those levels would be the same.
    func isLike(_ levels: [DefenceID: String]) -> Bool {
      turnedOn.allSatisfy { levels[$0.id] == $0.level }
    }
  }

  private mutating func row() -> MatrixRow {
    let everything = Set(DefenceCatalogue.all.map(\.id))
    let nothing = attempt([Self.settings(only: [])])[0]
    let isGround = !nothing.isStopped
    let ground = isGround ? nothing : attempt([[]])[0]
    let all = attempt([Self.settings(only: everything)])[0]
    let candidates = all.turnedOn.map(\.id)
    let without = attempt(
      candidates.map { Self.settings(only: everything.subtracting([$0])) })
    let missed = zip(candidates, without).filter { !$1.isStopped }.map(\.0)
    let smallest = smallestSets(from: ground, undefended: isGround)
    return MatrixRow(
      scenario: scenario.id, title: scenario.title, residual: attack.residual,
      worksUndefended: isGround, stoppedByAll: all.isStopped,
      alone: smallest.filter { $0.count == 1 }.flatMap(\.self), missed: all.isStopped ? missed : [],
      smallest: smallest, breaking: breaking(among: smallest, undefended: isGround), runs: runs)
  }

  /// The sets of one, else of two, else of three defences.
  private mutating func smallestSets(from ground: Try, undefended: Bool) -> [[DefenceID]] {
    var front: [(set: [DefenceID], outcome: Try)] = [([], ground)]
    var found: [[DefenceID]] = []
    // What succeeds under all of them together is not stopped by a few, but for a flow that breaks.
    for _ in 1...(attack.residual ? 1 : Self.largestSet) where found.isEmpty {
      let larger = larger(than: front)
      let outcomes = attempt(larger.map { settings(of: $0, undefended: undefended) })
      front = zip(larger, outcomes).map { (set: $0, outcome: $1) }
      found = front.filter(\.outcome.isStopped).map(\.set)
        .sorted { $0.lexicographicallyPrecedes($1) }
    }
    return found
  }

  /// Each set with one more defence that its run has turned on.
  private func larger(than front: [(set: [DefenceID], outcome: Try)]) -> [[DefenceID]] {
    var seen: Set<[DefenceID]> = []
    var out: [[DefenceID]] = []
    for (set, outcome) in front {
      for (defence, _) in outcome.turnedOn where !set.contains(defence) {
        let larger = (set + [defence]).sorted()
        if seen.insert(larger).inserted { out.append(larger) }
      }
    }
    return out
  }

  private func settings(of set: [DefenceID], undefended: Bool) -> [Setting] {
    if undefended { return Self.settings(only: Set(set)) }
    return set.compactMap { id in
      DefenceCatalogue.defence(id).map { .defence(id, level: $0.strictest) }
    }
  }

  /// The sets under which honest use does not work any more either.
  private func breaking(among sets: [[DefenceID]], undefended: Bool) -> [[DefenceID]] {
    guard !sets.isEmpty, let honest = HonestUse(scenario) else { return [] }
    return sets.filter { honest.isBroken(by: settings(of: $0, undefended: undefended)) }
  }

  /// The outcomes of runs under settings, those that are not known yet by playing them.
  private mutating func attempt(_ all: [[Setting]]) -> [Try] {
    var out = all.map { settings in
      isWhole ? nil : known.first { $0.isLike(levels(under: settings)) }
    }
    let missing = out.indices.filter { out[$0] == nil }
    let results = Results(count: missing.count)
    workers(missing.count) { [scenario, attack, isWhole] index in
      results.set(index, Self.play(scenario, attack, all[missing[index]], isWhole: isWhole))
    }
    for (index, outcome) in zip(missing, results.all) {
      out[index] = outcome
      known.append(outcome)
    }
    runs += missing.count
    return out.compactMap(\.self)
  }

  private func levels(under settings: [Setting]) -> [DefenceID: String] {
    var world = scenario.world
    let variant = attack.baseline.flatMap { scenario.variant(named: $0) }
    for setting in (variant?.set ?? []) + settings { world.apply(setting) }
    return world.levels
  }

  private static func play(
    _ scenario: Scenario, _ attack: AttackSpec, _ settings: [Setting], isWhole: Bool
  ) -> Try {
    let run = Run(scenario, RunInputs(variant: attack.baseline, settings: settings))
    run.asked = []
    run.asksLoudly = isWhole || scenario.judgesTheMeans
    while run.advance() {}
    let turnedOn = (run.asked ?? []).sorted().map { (id: $0, level: run.level($0)) }
    return Try(isStopped: run.verdict() == .secure, turnedOn: turnedOn)
  }

  /// The outcomes of runs that are played at the same time.
  private final class Results: Sendable {
    private let list: Mutex<[Try?]>

    init(count: Int) { list = Mutex(Array(repeating: nil, count: count)) }

    func set(_ index: Int, _ outcome: Try) { list.withLock { $0[index] = outcome } }

    var all: [Try] { list.withLock { $0.compactMap(\.self) } }
  }
}

extension Scenario {
  /// Whether the verdict looks at how a server came to its answer, and not only at what came of it:
  /// then a check that lets a message pass is another thing when it is off.
  fileprivate var judgesTheMeans: Bool {
    secureIf.contains { expectation in
      switch expectation.subject.field {
      case .status, .location, .error, .tokenStatus, .tokenError, .hops, .servedBy, .jar, .storage,
        .body, .json, .storeCount, .row, .cost(.rounds, _), .cost(.inflated, _):
        false
      case .header, .cookie, .check, .token, .cost: true
      }
    }
  }
}
