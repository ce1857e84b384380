import Trace

extension AuditRule {
  static let cookieLifetime = AuditRule(
    "cookie-lifetime", .note, "A sign-in does not outlive the month on a device",
    why: "A cookie with Max-Age or Expires is on the disk, and goes with the device to whoever has "
      + "it next.",
    remedy: "A session's cookie without Max-Age; a remembered login for days, and replaced at each "
      + "use.",
    references: ["OWASP ASVS 7.3.2", "RFC 6265bis 5.5", "CWE-539"],
    scenario: "session/remember-me#the-same-for-a-month", sees: [.run, .archive, .cookie],
    subject: "cookies of a sign-in", blindness: .noCookie
  ) { view in
    var look = AuditLook()
    for it in view.cookies where it.isCredential {
      look.subjects += 1
      guard let seconds = it.cookie.maxAge, seconds >= 30 * 86_400 else { continue }
      look.hit("\(it.cookie.name) stays for \(TimeSpan(seconds: seconds).text)", at: it.place)
    }
    return look
  }
}
