/// A site: the scheme and the registrable domain (HTML's schemeful same-site).
///
/// `https://a.shop.test` and `https://b.shop.test:8443` are one site, `http://shop.test` another.
package struct Site: Hashable, Sendable {
  package let scheme: String
  /// The whole host when it has no registrable domain: an address, `localhost`, a public suffix.
  package let domain: String

  package init(of url: WireURL, suffixes: PublicSuffixes = .builtIn) {
    scheme = url.scheme
    domain = suffixes.registrableDomain(of: url.host).map { String($0) } ?? url.host
  }

  private init(scheme: String, domain: String) {
    self.scheme = scheme
    self.domain = domain
  }

  /// The site of a sandboxed frame or a `data:` document: no other is the same, not even itself.
  package static let opaque = Site(scheme: "", domain: "")

  package var text: String { self == .opaque ? "an opaque origin" : scheme + "://" + domain }

  /// Whether the URL belongs to this site.
  package func contains(_ url: WireURL, suffixes: PublicSuffixes = .builtIn) -> Bool {
    guard !domain.isEmpty, url.scheme == scheme, CookieMatch.domain(url.host, matches: domain)
    else { return false }
    // Of two equal hosts the sites are equal; below a public suffix every name is its own site.
    if url.host.utf8.count == domain.utf8.count { return true }
    return suffixes.registrableDomain(of: url.host).map { $0 == domain } ?? false
  }
}
