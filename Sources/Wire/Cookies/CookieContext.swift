/// The circumstances of a request, as far as cookies depend on them (RFC 6265bis 5.2).
package struct CookieContext: Hashable, Sendable {
  package enum Target: Hashable, Sendable {
    /// The address bar's document changes.
    case topLevel
    /// A frame, an image, a fetch: something inside a document.
    case subrequest
  }

  package enum Access: Hashable, Sendable {
    case http
    /// `document.cookie` and the like; RFC 6265bis calls it a non-HTTP API.
    case script
  }

  /// The site of the document that started the navigation, or that makes the sub-request or runs
  /// the script; nil when nobody did (address bar, bookmark, mail program), which is same-site.
  package var initiator: Site?
  package var method: String
  package var target: Target
  package var access: Access

  package init(
    initiator: Site?, method: String = "GET", target: Target = .topLevel, access: Access = .http
  ) {
    self.initiator = initiator
    self.method = method
    self.target = target
    self.access = access
  }

  /// A script in a document whose top-level page is of that site.
  package static func script(in site: Site) -> CookieContext {
    CookieContext(initiator: site, target: .subrequest, access: .script)
  }

  /// Safe by definition (RFC 9110 9.2.1); methods are case-sensitive.
  package var isSafe: Bool {
    switch method {
    case "GET", "HEAD", "OPTIONS", "TRACE": true
    default: false
    }
  }

  func isSameSite(as url: WireURL, suffixes: PublicSuffixes) -> Bool {
    initiator?.contains(url, suffixes: suffixes) ?? true
  }
}
