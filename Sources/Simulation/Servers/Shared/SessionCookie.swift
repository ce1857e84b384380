import Wire

/// The cookie that carries a session id, with the attributes that the defences ask for.
enum SessionCookie {
  /// With the prefix a browser takes it from this very host only (RFC 6265bis 4.1.3.2).
  static func name(_ sight: Sight) -> String {
    sight.isOff("host-prefix") ? "sid" : "__Host-sid"
  }

  /// The id that a request brings; of several cookies of the name the first one, as most
  /// frameworks take it.
  static func id(in request: Request, _ sight: Sight) -> String? {
    request.cookies[name(sight)].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The Set-Cookie line of a new session.
  static func line(_ id: String, _ hand: Hand) -> String {
    let name = hand.name(ofSecret: id)
    var out = "\(self.name(hand.sight))=\(id); Path=/"
    if hand.isQuietlyOff("http-only") {
      hand.omit(
        "http-only", "HttpOnly on the session cookie",
        would: "would have hidden \(name) from scripts")
    } else {
      out += "; HttpOnly"
    }
    if !hand.isOff("host-prefix") {
      // The name promises it, and browsers refuse the cookie without it (RFC 6265bis 5.7).
      out += "; Secure"
    } else if hand.isOff("secure-cookie") {
      hand.omit(
        "secure-cookie", "Secure on the session cookie",
        would: "would have kept \(name) off plain http")
    } else {
      out += "; Secure"
    }
    return out + sameSite(isSecure: out.hasSuffix("Secure"), hand)
  }

  private static func sameSite(isSecure: Bool, _ hand: Hand) -> String {
    switch hand.level("same-site") {
    case "strict": return "; SameSite=Strict"
    case "lax": return "; SameSite=Lax"
    // None needs Secure, or browsers refuse the cookie (RFC 6265bis 5.7).
    case _: return isSecure ? "; SameSite=None" : ""
    }
  }

  /// The Set-Cookie line that takes the cookie away; a prefixed name has its rules even then.
  static func deletion(_ sight: Sight) -> String {
    let secure = sight.isOff("host-prefix") ? "" : "; Secure"
    return "\(name(sight))=; Path=/\(secure); Max-Age=0"
  }
}
