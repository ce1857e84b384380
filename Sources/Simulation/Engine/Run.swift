import Cryptography
import Ledger
import Tokens
import Trace
import Wire

/// One play of a scenario, confined to the thread that advances it.
///
/// A class, so that a nested send (a callback that calls the provider) is a plain call.
package final class Run {
  let scenario: Scenario
  let inputs: RunInputs
  let seed: UInt64
  let muted: CheckID?
  var world: World
  private var levels: [DefenceID: String]
  /// The defences that are not there, kept beside their levels because each check asks.
  private var off: Set<DefenceID> = []
  var trace: Trace
  var now: Instant

  // Where the run stands.
  private var nextStep = 0
  var step = StepID("")
  var path = SendPath()
  /// How many sends the current path has made, for the next child's number.
  var sends: [UInt64: UInt8] = [:]
  var party = PartyID(0)
  var instance: UInt8 = 0
  var seat = Seat(server: 0, instance: 1)
  /// The page's own program that is at work; nil while a server or a person is.
  var script: PageScript?

  /// The URLs that steps name, read once each.
  var addresses: [String: WireURL] = [:]

  // What keyed draws and stable names count.
  var draws: [DrawKey: UInt32] = [:]
  var secretCounts: [SecretKind: Int] = [:]
  var secretsByValue: [String: SecretID] = [:]

  /// The defences that the run has turned on, where somebody wants to know.
  var asked: Set<DefenceID>?
  /// Whether every question counts as one that the run has turned on.
  var asksLoudly = false

  /// What servers asked of tokens, for whoever wants to know; nil: nobody does.
  var judgements: [TokenJudgement]?

  /// Is told of each step when it is over, by its index in the trace.
  var stepped: ((Int, Trace) -> Void)?

  // Places where interventions wait.
  var pending: [Address: [Intervention]]
  /// The index in `trace.script` of each request of one's own, in the order of the inputs.
  var ownLines: [Int32] = []

  package init(_ scenario: Scenario, _ inputs: RunInputs) {
    var changed = scenario.world
    let variant = inputs.variant.flatMap { scenario.variant(named: $0) }
    for setting in (variant?.set ?? []) + inputs.settings { changed.apply(setting) }
    self.scenario = scenario
    self.inputs = inputs
    seed = inputs.seed ?? scenario.seed
    muted = inputs.muted
    now = World.start
    levels = [:]
    world = World(changed)
    pending = Dictionary(grouping: inputs.interventions, by: \.at)
    trace = Trace(
      identity: RunIdentity(
        scenario: scenario.id, title: scenario.title, variant: inputs.variant, seed: seed,
        settings: inputs.settings.map(\.text)),
      start: World.start)
    for (id, level) in changed.levels { setLevel(id, level) }
    prepare()
  }

  /// The steps played so far, of how many.
  package var progress: (done: Int, total: Int) { (nextStep, scenario.steps.count) }

  /// Plays the next step; false when there is none left.
  package func advance() -> Bool {
    guard nextStep < scenario.steps.count else { return false }
    let line = lineNumbers[nextStep]
    perform(scenario.steps[nextStep], line: line, round: 0)
    nextStep += 1
    return nextStep < scenario.steps.count
  }

  /// Whether the system withstood, without judging anything else.
  package func verdict() -> RunVerdict { Reporter.verdict(scenario, trace) }

  /// Judges the run; nothing can be played after it.
  package func finish() -> Trace {
    sendOwnRequests(before: Address.end.step)
    reportUnusedInterventions()
    tellOfStep()
    trace.reports = Reporter(scenario: scenario, variant: inputs.variant, trace: trace).reports()
    trace.verdict = Reporter.verdict(scenario, trace)
    return trace
  }

  /// The step at hand is over.
  func tellOfStep() {
    if let stepped, !trace.steps.isEmpty { stepped(trace.steps.count - 1, trace) }
  }

  /// The index in `trace.script` of each top-level step's line.
  private(set) var lineNumbers: [Int32] = []

  private func prepare() {
    trace.parties = world.parties
    trace.stores = world.storeInfos
    trace.defences = DefenceCatalogue.all.compactMap { defence in
      guard levels[defence.id] != nil, isOfInterest(defence) else { return nil }
      return DefenceState(
        id: defence.id, title: defence.title, level: level(defence.id), levels: defence.levels)
    }
    for step in scenario.steps { lineNumbers.append(script(step)) }
    scriptOwnRequests()
    seedRows()
  }

  /// Whether the scenario speaks of the defence anywhere: in its world, a variant, its attack.
  private func isOfInterest(_ defence: Defence) -> Bool {
    let settings = scenario.variants.flatMap(\.set) + inputs.settings
    return scenario.world.defences.contains { $0.defence == defence.id }
      || settings.contains { $0.defence == defence.id }
      || (scenario.attack?.stoppedBy.contains { $0.defence == defence.id } ?? false)
  }

  private func script(_ step: Step) -> Int32 {
    let line = Int32(trace.script.count)
    trace.script.append(
      ScriptLine(
        name: step.id, verb: step.action.verb, caption: world.caption(of: step), look: step.look))
    if case .repeat(_, let steps) = step.action { for inner in steps { _ = script(inner) } }
    return line
  }

  func emit(_ event: Event) {
    trace.records.append(
      Record(party: party, instance: instance, path: path, time: now, event: event))
  }

  // Defences.

  func level(_ id: DefenceID) -> String {
    asked?.insert(id)
    return levels[id] ?? DefenceCatalogue.defence(id)?.standard ?? "off"
  }

  func isOff(_ id: DefenceID) -> Bool {
    asked?.insert(id)
    return off.contains(id)
  }

  /// For whoever asks first and sees later whether anything turns on the answer; who sees that it
  /// does calls `turns(on:)`.
  func isQuietlyOff(_ id: DefenceID) -> Bool {
    if asksLoudly { asked?.insert(id) }
    return off.contains(id)
  }

  func quietLevel(_ id: DefenceID) -> String {
    if asksLoudly { asked?.insert(id) }
    return levels[id] ?? DefenceCatalogue.defence(id)?.standard ?? "off"
  }

  /// From here on the run would be another one with another level of the defence.
  func turns(on id: DefenceID) { asked?.insert(id) }

  func setLevel(_ id: DefenceID, _ level: String) {
    levels[id] = level
    if level == DefenceCatalogue.defence(id)?.offLevel { off.insert(id) } else { off.remove(id) }
  }

  // The server whose turn it is.

  /// Lent, not copied: it has many parts, and every check looks at one of them.
  var currentServer: ServerSpec { _read { yield world.servers[seat.server] } }
  func server(named name: String) -> ServerSpec? { world.servers.first { $0.name == name } }
  /// What its own clock says.
  var serverTime: Instant {
    let drift = span(.clockDrift).seconds * Int64(seat.instance - 1)
    return now.advanced(by: TimeSpan(seconds: span(.clockAhead).seconds + drift))
  }
  func span(_ span: ServerSpan) -> TimeSpan {
    world.servers[seat.server].spans[span] ?? span.standard
  }
}

/// Which instance of which server is at work.
struct Seat: Hashable {
  let server: Int
  /// 1 and up.
  let instance: Int
}

extension ServerSpan {
  /// The length where a scenario says nothing.
  var standard: TimeSpan {
    switch self {
    case .accessLifetime: TimeSpan(seconds: 15 * 60)
    case .refreshLifetime: TimeSpan(seconds: 30 * 86400)
    case .idleTimeout: TimeSpan(seconds: 30 * 60)
    case .absoluteTimeout: TimeSpan(seconds: 12 * 3600)
    case .codeLifetime: TimeSpan(seconds: 60)
    case .leeway, .introspectionCache, .refreshGrace, .clockAhead, .clockDrift: TimeSpan(seconds: 0)
    }
  }
}
