/// A cookie in a jar (RFC 6265bis 5.7). Times are milliseconds since 1970.
package struct Cookie: Hashable, Sendable {
  package var name: String
  package var value: String
  /// The host that set it, or the domain that it asked for.
  package var domain: String
  package var path: String
  /// Only `domain` itself gets it, not the hosts below.
  package var isHostOnly: Bool
  package var isSecure: Bool
  package var isHTTPOnly: Bool
  package var sameSite: SameSite
  /// Nil for a session cookie, which ends with the browser's session.
  package var expiry: Int64?
  package var creation: Int64
  package var lastAccess: Int64

  package init(
    _ name: String, _ value: String, domain: String, path: String = "/", isHostOnly: Bool = true,
    isSecure: Bool = false, isHTTPOnly: Bool = false, sameSite: SameSite = .unspecified,
    expiry: Int64? = nil, creation: Int64
  ) {
    self.name = name
    self.value = value
    self.domain = domain
    self.path = path
    self.isHostOnly = isHostOnly
    self.isSecure = isSecure
    self.isHTTPOnly = isHTTPOnly
    self.sameSite = sameSite
    self.expiry = expiry
    self.creation = creation
    self.lastAccess = creation
  }

  /// As it stands in the Cookie header; a cookie without a name is its value alone.
  package var pair: String { name.isEmpty ? value : name + "=" + value }

  package func isExpired(at now: Int64) -> Bool { expiry.map { $0 <= now } ?? false }

  /// Whether a jar can hold only one of the two (RFC 6265bis 5.7, step 23).
  func hasSameIdentity(as other: Cookie) -> Bool {
    isHostOnly == other.isHostOnly && name.hasSameBytes(as: other.name)
      && domain.hasSameBytes(as: other.domain) && path.hasSameBytes(as: other.path)
  }
}
