import Trace
import Wire

extension AuditRule {
  static let cookieRefused = AuditRule(
    "cookie-refused", .error, "Browsers keep the cookies that a server sets",
    why: "A cookie that no browser keeps is a sign-in that never ends in one: a loop.",
    remedy: "4096 bytes at most; Secure with SameSite=None; Secure, Path=/ and no Domain with "
      + "__Host-.",
    references: ["RFC 6265bis 5.7", "OWASP ASVS 3.3.5", "CWE-665"],
    scenario: "oauth/login-loop#oversized", sees: [.run, .archive, .cookie],
    subject: "cookies that are set", blindness: .noCookie
  ) { view in
    var look = AuditLook()
    for header in view.setCookieHeaders {
      look.subjects += 1
      if let reason = refusal(of: header.text) {
        look.hit("a cookie that no browser keeps: \(reason.sentence)", at: header.place)
      }
    }
    return look
  }

  /// What can be told from the header alone, of RFC 6265bis 5.6 and 5.7.
  private static func refusal(of header: String) -> CookieReason? {
    do throws(CookieReason) {
      let cookie = try SetCookie.parse(header)
      if cookie.sameSite == .none, !cookie.isSecure { return .sameSiteNoneWithoutSecure }
      if ASCII.hasPrefixFolded(cookie.name, "__Secure-"), !cookie.isSecure { return .securePrefix }
      let isHost = ASCII.hasPrefixFolded(cookie.name, "__Host-")
      let isHostOnly = cookie.isSecure && cookie.path == "/" && cookie.domain == nil
      return isHost && !isHostOnly ? .hostPrefix : nil
    } catch {
      return error
    }
  }
}

extension AuditView {
  /// Every Set-Cookie header's value, also of cookies that no browser keeps.
  var setCookieHeaders: [(text: String, place: AuditPlace)] {
    if let text = loneHeader { return [(text, AuditPlace(record: nil, text: "the header"))] }
    return served.flatMap { exchange in
      (exchange.response?.headers.all("Set-Cookie") ?? []).map {
        ($0, exchange.answerPlace(trace))
      }
    }
  }
}
