/// Why a cookie was refused or withheld; the raw value is its name in traces and files.
package enum CookieReason: String, Error, Hashable, Sendable, CaseIterable {
  // Refused when it was to be stored (RFC 6265bis 5.6 and 5.7).
  case controlCharacter = "control-character"
  case tooLarge = "too-large"
  case empty = "empty"
  case domainNotASCII = "domain-not-ascii"
  case publicSuffix = "public-suffix"
  case foreignDomain = "foreign-domain"
  case secureFromInsecure = "secure-from-insecure"
  case httpOnlyFromScript = "http-only-from-script"
  case overlaysSecure = "overlays-secure"
  case scriptOfOtherSite = "script-of-other-site"
  case setByCrossSiteSubrequest = "set-by-cross-site-subrequest"
  case sameSiteNoneWithoutSecure = "same-site-none-without-secure"
  case securePrefix = "secure-prefix"
  case hostPrefix = "host-prefix"
  case namelessPrefix = "nameless-prefix"
  case overlaysHTTPOnly = "overlays-http-only"

  // Withheld from a request (RFC 6265bis 5.8.3).
  case otherHost = "other-host"
  case otherDomain = "other-domain"
  case otherPath = "other-path"
  case insecureChannel = "insecure-channel"
  case hiddenFromScript = "hidden-from-script"
  case sameSiteStrict = "same-site-strict"
  case sameSiteLaxSubrequest = "same-site-lax-subrequest"
  case sameSiteLaxMethod = "same-site-lax-method"
  case sameSiteUnspecifiedSubrequest = "same-site-unspecified-subrequest"
  case sameSiteUnspecifiedMethod = "same-site-unspecified-method"
  case sameSiteScript = "same-site-script"

  package var sentence: String {
    switch self {
    case .controlCharacter: "the header contains a control character"
    case .tooLarge: "name and value together are longer than 4096 bytes"
    case .empty: "it has neither a name nor a value"
    case .domainNotASCII: "Domain contains characters that are not ASCII"
    case .publicSuffix: "Domain names a public suffix, under which anybody can have a site"
    case .foreignDomain: "Domain names a domain that the sender does not belong to"
    case .secureFromInsecure: "Secure: it was set over an insecure connection"
    case .httpOnlyFromScript: "HttpOnly: it was set by a script"
    case .overlaysSecure: "a Secure cookie of that name exists, and this one came over http"
    case .scriptOfOtherSite: "SameSite: a script in a page of another site set it"
    case .setByCrossSiteSubrequest: "SameSite: another site's page made the request that set it"
    case .sameSiteNoneWithoutSecure: "SameSite=None needs Secure"
    case .securePrefix: "__Secure- needs Secure"
    case .hostPrefix: "__Host- needs Secure, Path=/ and no Domain"
    case .namelessPrefix: "a cookie without a name may not look like a __Secure- or __Host- cookie"
    case .overlaysHTTPOnly:
      "an HttpOnly cookie of that name exists, and this one came from a script"
    case .otherHost: "it belongs to another host, and that host alone"
    case .otherDomain: "the request's host is not in the cookie's domain"
    case .otherPath: "the request's path is not under the cookie's path"
    case .insecureChannel: "Secure: the request is not encrypted"
    case .hiddenFromScript: "HttpOnly: scripts do not see it"
    case .sameSiteStrict: "SameSite=Strict: the request comes from another site"
    case .sameSiteLaxSubrequest:
      "SameSite=Lax: another site's page makes this request inside itself"
    case .sameSiteLaxMethod: "SameSite=Lax: another site navigates with an unsafe method"
    case .sameSiteUnspecifiedSubrequest:
      "no SameSite, so as Lax: another site's page makes this request inside itself"
    case .sameSiteUnspecifiedMethod:
      "no SameSite, so as Lax: another site navigates with an unsafe method"
    case .sameSiteScript: "SameSite: the script runs in a page of another site"
    }
  }

  /// The section and step of RFC 6265bis (draft 22) that says so.
  package var reference: String {
    switch self {
    case .controlCharacter: "RFC 6265bis 5.6, step 1"
    case .tooLarge: "RFC 6265bis 5.6, step 5"
    case .empty: "RFC 6265bis 5.7, step 2"
    case .domainNotASCII: "RFC 6265bis 5.7, step 8"
    case .publicSuffix: "RFC 6265bis 5.7, step 9"
    case .foreignDomain: "RFC 6265bis 5.7, step 10"
    case .secureFromInsecure: "RFC 6265bis 5.7, step 13"
    case .httpOnlyFromScript: "RFC 6265bis 5.7, step 15"
    case .overlaysSecure: "RFC 6265bis 5.7, step 16"
    case .scriptOfOtherSite, .setByCrossSiteSubrequest: "RFC 6265bis 5.7, step 18"
    case .sameSiteNoneWithoutSecure: "RFC 6265bis 5.7, step 19"
    case .securePrefix: "RFC 6265bis 5.7, step 20"
    case .hostPrefix: "RFC 6265bis 5.7, step 21"
    case .namelessPrefix: "RFC 6265bis 5.7, step 22"
    case .overlaysHTTPOnly: "RFC 6265bis 5.7, step 23"
    case .otherHost, .otherDomain, .otherPath, .insecureChannel, .hiddenFromScript,
      .sameSiteScript:
      "RFC 6265bis 5.8.3"
    case .sameSiteStrict, .sameSiteLaxSubrequest, .sameSiteLaxMethod: "RFC 6265bis 5.6.7.1"
    case .sameSiteUnspecifiedSubrequest, .sameSiteUnspecifiedMethod: "RFC 6265bis 5.6.7.2"
    }
  }
}
