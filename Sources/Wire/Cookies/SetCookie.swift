/// What one Set-Cookie header asks for (RFC 6265bis 5.6), before any jar judges it.
package struct SetCookie: Hashable, Sendable {
  package var name: String
  package var value: String
  /// Milliseconds since 1970.
  package var expires: Int64?
  /// Seconds; zero or less means at once.
  package var maxAge: Int64?
  /// Lower-case, without a leading dot; empty when the attribute was there without a value.
  package var domain: String?
  /// As written; the jar replaces one that does not begin with `/` by the default path.
  package var path: String?
  package var isSecure: Bool
  package var isHTTPOnly: Bool
  package var sameSite: SameSite
  /// Attributes that a browser drops: unknown, longer than 1024 bytes, or without a usable value.
  package var ignored: [Pair] = []

  package init(
    _ name: String, _ value: String, expires: Int64? = nil, maxAge: Int64? = nil,
    domain: String? = nil, path: String? = nil, isSecure: Bool = false,
    isHTTPOnly: Bool = false, sameSite: SameSite = .unspecified
  ) {
    self.name = name
    self.value = value
    self.expires = expires
    self.maxAge = maxAge
    self.domain = domain
    self.path = path
    self.isSecure = isSecure
    self.isHTTPOnly = isHTTPOnly
    self.sameSite = sameSite
  }

  /// The header's value as a server writes it (RFC 6265bis 4.1.1).
  package var header: String {
    var out = name + "=" + value
    if let expires { out += "; Expires=" + HTTPDate.text(expires) }
    if let maxAge { out += "; Max-Age=\(maxAge)" }
    // A reader takes one leading dot off.
    if let domain { out += "; Domain=" + (domain.hasPrefix(".") ? "." : "") + domain }
    if let path { out += "; Path=" + path }
    if isSecure { out += "; Secure" }
    if isHTTPOnly { out += "; HttpOnly" }
    if sameSite != .unspecified { out += "; SameSite=" + sameSite.rawValue }
    return out
  }
}
