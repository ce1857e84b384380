import Wire

/// How a provider holds the redirect URI of a request against the registered one.
enum RedirectURIRule {
  /// The registered domain stands in it somewhere: a pattern without beginning and end.
  case pattern
  /// The text begins with the registered scheme and host: what a careless `hasPrefix` does.
  case prefix
  /// `https://*.shop.test/*` for a client at `https://app.shop.test`.
  case wildcard
  /// The same bytes (RFC 9700 2.1).
  case exact

  init(level: String) {
    switch level {
    case "pattern": self = .pattern
    case "prefix": self = .prefix
    case "wildcard": self = .wildcard
    case _: self = .exact
    }
  }

  func allows(_ asked: String, registered: String) -> Bool {
    if asked.hasSameBytes(as: registered) { return true }
    guard let kept = WireURL(registered), let url = WireURL(asked) else { return false }
    // A private-use scheme has no host that could be looked for.
    let domain = kept.host.firstIndex(of: ".").map { String(kept.host[$0...].dropFirst()) }
    switch self {
    case .exact: return false
    case .pattern: return asked.contains(domain ?? kept.scheme)
    case .prefix: return asked.utf8.starts(with: kept.origin.utf8)
    case .wildcard:
      return url.scheme == kept.scheme && url.port == kept.port
        && domain.map { url.host.hasSuffix("." + $0) } ?? false
    }
  }
}
