/// Where a section that rules and checks name can be read.
package enum ReferenceLink {
  package static func address(of reference: String) -> String {
    let words = reference.split(separator: " ").map(String.init)
    if reference.hasPrefix("CWE-") {
      return "https://cwe.mitre.org/data/definitions/\(reference.dropFirst(4)).html"
    }
    if reference.hasPrefix("RFC 6265bis") {
      return "https://datatracker.ietf.org/doc/draft-ietf-httpbis-rfc6265bis/"
    }
    if words.count >= 2, words[0] == "RFC" {
      let page = "https://www.rfc-editor.org/rfc/rfc\(words[1]).html"
      return words.count == 2 ? page : page + "#section-\(words[2])"
    }
    return others.first { reference.hasPrefix($0.prefix) }?.page ?? "https://www.rfc-editor.org/"
  }

  private static let others: [(prefix: String, page: String)] = [
    (
      "OWASP ASVS",
      "https://owasp.org/www-project-application-security-verification-standard/"
    ),
    ("OpenID Connect Core", "https://openid.net/specs/openid-connect-core-1_0.html"),
    ("OpenID Connect Discovery", "https://openid.net/specs/openid-connect-discovery-1_0.html"),
    (
      "OpenID Connect Back-Channel Logout",
      "https://openid.net/specs/openid-connect-backchannel-1_0.html"
    ),
    ("Fetch Metadata", "https://www.w3.org/TR/fetch-metadata/"),
    ("Fetch", "https://fetch.spec.whatwg.org/"),
    ("HTML", "https://html.spec.whatwg.org/multipage/web-messaging.html"),
    (
      "draft-ietf-oauth-rfc7523bis", "https://datatracker.ietf.org/doc/draft-ietf-oauth-rfc7523bis/"
    ),
  ]
}
