import Wire

/// A cookie that a server sets, and what it is for.
struct SeenCookie {
  enum Role: String {
    /// It says who somebody is.
    case session
    /// It signs somebody in again after the session's end.
    case remember
    /// It leads to a sign-in that is under way.
    case transaction
    /// A form's token, which scripts may have to read.
    case csrf
    case other

    /// Whether whoever has the cookie can be its owner.
    var isCredential: Bool {
      switch self {
      case .session, .remember: true
      case .transaction, .csrf, .other: false
      }
    }
  }

  let cookie: SetCookie
  let role: Role
  let place: AuditPlace
  /// Nil for a header that came alone.
  let exchange: SeenExchange?

  /// Nil for a header of which no browser keeps anything.
  init?(_ header: String, place: AuditPlace, exchange: SeenExchange?) {
    guard let cookie = try? SetCookie.parse(Self.clipped(header)) else { return nil }
    self.cookie = cookie
    self.place = place
    self.exchange = exchange
    role = CookieRole.of(cookie, exchange)
  }

  /// Of a cookie that no browser would keep for its size, enough to see which one it is.
  private static func clipped(_ header: String) -> String {
    guard header.utf8.count > 4096, let equals = header.firstIndex(of: "=") else { return header }
    let rest = header[equals...].dropFirst()
    let attributes = rest.firstIndex(of: ";").map { String(rest[$0...]) } ?? ""
    return String(header[...equals]) + String(rest.prefix(2048)) + attributes
  }

  var isDeletion: Bool {
    cookie.value.isEmpty || (cookie.maxAge.map { $0 <= 0 } ?? false)
      || (cookie.maxAge == nil && (cookie.expires.map { $0 < 86_400_000 } ?? false))
  }

  /// A session, a remembered login, or a sign-in under way, that is set and not deleted.
  var isAuthentication: Bool { !isDeletion && (role.isCredential || role == .transaction) }

  var isCredential: Bool { !isDeletion && role.isCredential }

  /// The host that set it: "app.test".
  var host: String { exchange?.request.url.host ?? "" }
}
