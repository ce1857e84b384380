import Ledger
import Trace

extension AuditRule {
  /// One defence suffices: a token in the form, a look at who started the request, or a header that
  /// no form can send.
  static let forgedRequests = AuditRule(
    "csrf-defence", .error, "What changes something is told from what another site's page sent",
    why: "The browser adds the cookie whoever made the form.",
    remedy: "A token in each form, or a check of Sec-Fetch-Site and Origin.",
    references: ["OWASP ASVS 3.5.1", "Fetch Metadata 2.3", "CWE-352"], claims: ["M2"],
    scenario: "session/csrf#lax-only", sees: [.run], subject: "requests that change something",
    blindness: .insideServer(
      "What a server looks at before it changes something",
      tryOut: "Send the form without its token and with another Origin: 403 has to come.")
  ) { view in
    var look = AuditLook()
    let defences: Set<CheckID> = ["csrf-token-matches", "own-page", "custom-header"]
    for message in view.messages(withRows: defences) {
      look.subjects += 1
      let isHeld = message.rows.contains { $0.row.isOn && $0.row.check.id != "own-page" }
      let isOwn = message.rows.contains { $0.row.check.id == "own-page" && $0.row.finding == nil }
      guard !isHeld, !isOwn, let open = message.rows.first(where: \.isForm) else { continue }
      look.hit("\(open.endpoint) takes forms of other sites", at: open.place)
    }
    return look
  }
}

extension AuditView.SeenRow {
  /// Whether the row is one of a form's own defence, and off.
  fileprivate var isForm: Bool { row.check.id != "own-page" && row.finding != nil }
}

extension AuditView {
  /// The rows of these checks that are told of one message.
  func messages(withRows checks: Set<CheckID>) -> [(path: Int, rows: [SeenRow])] {
    var out: [(path: Int, rows: [SeenRow])] = []
    for seen in rows(checks) {
      let message = self.message(ofRecord: seen.record)
      if out.last?.path == message {
        out[out.count - 1].rows.append(seen)
      } else {
        out.append((message, [seen]))
      }
    }
    return out
  }

  /// The record of the request that a server's record belongs to.
  private func message(ofRecord record: Int) -> Int {
    let path = trace.records[record].path
    let first = trace.range(ofStep: trace.step(ofRecord: record)).lowerBound
    return (first...record).last {
      guard case .sent = trace.records[$0].event else { return false }
      return trace.records[$0].path == path
    } ?? record
  }
}
