import Ledger
import Trace
import Wire

extension AuditRule {
  static let mixUp = AuditRule(
    "oauth-mix-up", .error, "A client of several providers knows which one has answered",
    why: "One provider of several answers in the name of another, and the client carries the code "
      + "of the honest one to it.",
    remedy: "iss in the answer, checked (RFC 9207), or a redirect URI for each provider.",
    references: ["RFC 9700 4.4.2", "RFC 9207 2.4", "OWASP ASVS 10.2.2"], claims: ["M5"],
    scenario: "oauth/mix-up#no-issuer", sees: [.run, .archive],
    subject: "answers of providers to a client of several", blindness: .noFlow
  ) { view in
    var look = AuditLook()
    // An address for each provider serves as well.
    let hasOwnAddresses = view.rows(["answer-at-own-address"]).contains { $0.row.isOn }
    for it in view.exchanges where it.bringsAnswer && !it.isToAttacker {
      guard (view.providersByAddress[it.request.url.base]?.count ?? 0) > 1 else { continue }
      look.subjects += 1
      if it.parameters["iss"] == nil, !hasOwnAddresses, it.status < 400 {
        look.hit("an answer without iss comes to an address of several providers", at: it.place)
      }
    }
    if view.kind == .archive, look.subjects > 0 {
      look.gap = .insideServer(
        "Whether a client compares iss with the provider that it asked",
        tryOut: "Change iss in an answer: the client has to refuse.")
    }
    if !hasOwnAddresses { look.add(view.unchecked(["issuer-matches"])) }
    return look
  }
}
