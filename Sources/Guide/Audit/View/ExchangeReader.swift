import Trace
import Wire

/// Brings requests and answers of a trace together.
struct ExchangeReader {
  private let trace: Trace
  private let kind: AuditSourceKind

  init(_ trace: Trace, _ kind: AuditSourceKind) {
    self.trace = trace
    self.kind = kind
  }

  func exchanges() -> [SeenExchange] {
    var out: [SeenExchange] = []
    for step in trace.steps.indices { out += exchanges(ofStep: step) }
    return out
  }

  private func exchanges(ofStep step: Int) -> [SeenExchange] {
    let range = trace.range(ofStep: step)
    var answers: [Int: Int] = [:]
    var open: [(path: SendPath, record: Int)] = []
    var requests: [Int] = []
    for index in range {
      let path = trace.records[index].path
      switch trace.records[index].event {
      case .sent:
        open.append((path, index))
        requests.append(index)
      case .received:
        guard let place = open.lastIndex(where: { $0.path == path }) else { continue }
        answers[open[place].record] = index
        open.removeSubrange(place...)
      case .ledger, .storeRead, .storeChanged, .omitted, .cookie, .browserStorage, .navigated,
        .clockMoved, .minted, .crypto, .act, .settingChanged, .note, .unapplied:
        continue
      }
    }
    return requests.compactMap { exchange($0, answeredBy: answers[$0], step: step) }
  }

  private func exchange(_ sent: Int, answeredBy received: Int?, step: Int) -> SeenExchange? {
    guard case .sent(let request) = trace.records[sent].event else { return nil }
    var response: Response?
    if let received, case .received(let it) = trace.records[received].event {
      response = it.response
    }
    return SeenExchange(
      sent: sent, received: received, step: step, from: trace.party(request.from),
      to: trace.party(request.to), request: request.request,
      intended: request.original ?? request.request, response: response,
      place: place(ofRecord: sent, at: request.to))
  }

  func place(ofRecord record: Int) -> AuditPlace {
    place(ofRecord: record, at: trace.records[record].party)
  }

  private func place(ofRecord record: Int, at party: PartyID) -> AuditPlace {
    if let entry = trace.entry(ofRecord: record) {
      return AuditPlace(record: record, text: "entry \(entry), \(trace.party(party).name)")
    }
    let step = trace.steps[trace.step(ofRecord: record)].id
    let address = Address(step: step, path: trace.records[record].path)
    return AuditPlace(record: record, text: "\(address), \(trace.party(party).name)")
  }
}
