import Trace
import Wire

extension AuditRule {
  static let accessLifetime = AuditRule(
    "K3-access-lifetime", .warning, "Access tokens live 15 minutes or less", row: "K3",
    references: ["RFC 6750 5.3", "RFC 9700 2.2", "CWE-613"], claims: ["J5", "J12"],
    scenario: "jwt/long-lived#thirty-days", sees: [.run, .archive, .token],
    subject: "access tokens that are given out",
    blindness: Blindness(
      "A cookie's header does not say how long a token in it lives.",
      needed: "The token itself, a run or a HAR.")
  ) { view in
    var look = AuditLook()
    for life in TokenLife.all(in: view) {
      look.subjects += 1
      guard life.seconds > 900 else { continue }
      let words = TimeSpan(seconds: life.seconds).text
      let isWithinHour = life.seconds <= 3600
      look.hit(
        "an access token lives \(words), more than "
          + (isWithinHour ? "the 15m of the checklist" : "the hour of RFC 6750"),
        at: life.place, isWithinHour ? .note : .warning)
    }
    return look
  }
}
