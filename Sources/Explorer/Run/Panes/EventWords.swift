import Ledger
import Trace

/// One line for each event, as the engine tells it.
enum EventWords {
  static func text(_ event: Event, _ trace: Trace) -> String {
    switch event {
    case .sent(let it): "sent \(it.request.method) \(it.request.url.text)"
    case .received(let it): "received \(it.response.status)"
    case .ledger(let it): "checks \(it.endpoint): \(rows(it.rows))"
    case .storeRead(let it):
      "read \(trace.label(of: it.store)) \(trace.label(of: it.key))"
        + (it.row == nil ? ": not there" : "")
    case .storeChanged(let it):
      "\(verb(it)) \(trace.label(of: it.store)) \(trace.label(of: it.key))"
    case .omitted(let it): "left out: \(it.behaviour) (\(it.defence.text) is off); \(it.effect)"
    case .cookie(let it):
      "cookie \(it.name) \(it.fate.rawValue)" + (it.reason.isEmpty ? "" : ": \(it.reason)")
    case .browserStorage(let it): "\(it.wrote ? "wrote" : "read") storage \(it.key) of \(it.origin)"
    case .navigated(let it): "shows \(it.url)"
    case .clockMoved(let span): "the clock moves by \(span.text)"
    case .minted(let id): "made \(trace.secret(id).name), \(trace.secret(id).kind.meaning)"
    case .crypto(let it):
      "\(it.operation.rawValue) \(it.algorithm)" + (it.amount == 1 ? "" : ", \(it.amount)")
    case .act(let it): it.text
    case .settingChanged(let text): "set \(text)"
    case .note(let text), .unapplied(let text): text
    }
  }

  private static func verb(_ change: StoreChange) -> String {
    if change.after == nil { return "deleted" }
    return change.before == nil ? "wrote" : "replaced"
  }

  private static func rows(_ rows: [LedgerRow]) -> String {
    rows.map { "\($0.check.id.text) \(CheckWords($0.outcome).word)" }.joined(separator: ", ")
  }
}
