import Trace
import Wire

/// The figures of a comparison, counted from the events of a run.
struct LoadReading {
  private var costs: [LoadScenario.Part: Cost] = [:]
  private(set) var credentialBytes = 0
  private(set) var rowsKept = 0
  private(set) var providerRequests = 0
  private(set) var failedPages = 0

  init(_ trace: Trace) {
    for index in trace.steps.indices {
      guard let part = Self.part(trace.steps[index].id.name) else { continue }
      for record in trace.records(ofStep: index) { count(record.event, part, trace) }
      if part == .page, Self.status(of: trace, step: index) != 200 { failedPages += 1 }
    }
  }

  func cost(_ part: LoadScenario.Part) -> Cost { costs[part] ?? Cost() }

  private mutating func count(_ event: Event, _ part: LoadScenario.Part, _ trace: Trace) {
    costs[part, default: Cost()].add(event)
    switch event {
    case .sent(let sent):
      if trace.party(sent.to).kind == .provider { providerRequests += 1 }
      if part == .page, trace.party(sent.from).kind.isClient {
        credentialBytes = max(credentialBytes, Self.credential(sent.request))
      }
    case .storeChanged(let change) where part != .signOut:
      rowsKept += (change.after == nil ? 0 : 1) - (change.before == nil ? 0 : 1)
    case .received, .ledger, .storeRead, .storeChanged, .omitted, .cookie, .browserStorage,
      .navigated, .clockMoved, .minted, .crypto, .act, .settingChanged, .note, .unapplied:
      break
    }
  }

  /// `page-3-0` belongs to the pages.
  private static func part(_ step: String) -> LoadScenario.Part? {
    LoadScenario.Part.allCases.first { step.hasPrefix("\($0.rawValue)-") }
  }

  /// What the person's device was answered last.
  static func status(of trace: Trace, step index: Int) -> Int? {
    for record in trace.records(ofStep: index).reversed() {
      if case .received(let answer) = record.event, trace.party(answer.to).kind.isClient {
        return answer.response.status
      }
    }
    return nil
  }

  private static func credential(_ request: Request) -> Int {
    ["Cookie", "Authorization"].reduce(0) { sum, name in
      guard let value = request.headers[name] else { return sum }
      return sum + "\(name): \(value)\r\n".utf8.count
    }
  }
}
