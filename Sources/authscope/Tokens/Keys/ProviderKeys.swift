import Gateways
import Tokens
import Wire

/// Fetches the keys that a provider publishes: a JWK Set, or what its discovery leads to.
struct ProviderKeys {
  private let client: HTTPClient

  init(authorities path: String? = nil) {
    client = HTTPClient(
      agent: "authscope/\(Authscope.version)",
      trust: path.map { .authorities(path: $0) } ?? .systemAuthorities)
  }

  /// Whether the text is an address and not a file's name.
  static func isAddress(_ text: String) -> Bool { text.contains("://") }

  /// The JWK Set at an address.
  func keySet(at text: String) throws(Failure) -> PublishedKeys {
    let url = try Self.url(text, "--jwks")
    let body = try answer(url, accept: "application/jwk-set+json, application/json")
    return try PublishedKeys(body, from: url.text)
  }

  /// The JWK Set that an issuer's own metadata names (OpenID Connect Discovery 4, RFC 8414 3).
  func keySet(ofIssuer issuer: String) throws(Failure) -> PublishedKeys {
    let url = try Self.url(issuer, "--issuer")
    guard url.rawQuery == nil, url.fragment == nil else {
      throw Failure("--issuer \(issuer): an issuer has neither query nor fragment (RFC 8414 2).")
    }
    let (metadata, place) = try metadata(of: url)
    try Self.check(metadata, issuer, place)
    guard let address = metadata["jwks_uri"]?.string else {
      throw Failure("\(place) names no jwks_uri, so there are no keys to be had.", .providerError)
    }
    guard let keys = WireURL(address) else {
      throw Failure("\(place) names a jwks_uri that is no URL: \(address).", .providerError)
    }
    let response: FetchedResponse
    do throws(Failure) {
      response = try fetch(keys, accept: "application/jwk-set+json, application/json")
    } catch  where error.code == .badInput {
      // The address is the provider's choice, and so is its fault.
      throw Failure("\(place): \(error.message)", .providerError)
    }
    return try PublishedKeys(try Self.body(response, keys), from: keys.text)
  }

  /// OpenID's document, or where there is none that of OAuth.
  private func metadata(
    of issuer: WireURL
  ) throws(Failure) -> (document: JSONValue, place: String) {
    let openID = Self.wellKnown("openid-configuration", behind: issuer)
    let response = try fetch(openID, accept: "application/json")
    guard response.status == 404 else {
      return (try Self.json(try Self.body(response, openID), openID), openID.text)
    }
    let oauth = Self.wellKnown("oauth-authorization-server", inFrontOf: issuer)
    let second = try fetch(oauth, accept: "application/json")
    guard second.status != 404 else {
      throw Failure(
        "\(issuer.text) publishes no metadata: \(openID.text) and \(oauth.text) answered 404. "
          + "Name its keys by --jwks URL.", .providerError)
    }
    return (try Self.json(try Self.body(second, oauth), oauth), oauth.text)
  }

  /// OpenID Connect Discovery 4: behind the issuer's path.
  private static func wellKnown(_ name: String, behind issuer: WireURL) -> WireURL {
    var url = issuer
    url.path = withoutSlash(issuer.path) + "/.well-known/\(name)"
    return url
  }

  /// RFC 8414 3.1: between host and path.
  private static func wellKnown(_ name: String, inFrontOf issuer: WireURL) -> WireURL {
    var url = issuer
    url.path = "/.well-known/\(name)" + withoutSlash(issuer.path)
    return url
  }

  private static func withoutSlash(_ path: String) -> String {
    path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// Byte for byte: metadata for another issuer is another issuer's (OpenID Connect Discovery 4.3,
  /// RFC 8414 3.3).
  private static func check(
    _ metadata: JSONValue, _ issuer: String, _ place: String
  ) throws(Failure) {
    guard let named = metadata["issuer"]?.string else {
      throw Failure("\(place) names no issuer; nobody answers for its keys.", .providerError)
    }
    guard named.hasSameBytes(as: issuer) else {
      throw Failure(
        "\(place) is of the issuer \(named), and you asked for \(issuer). They must be the same "
          + "text; if \(named) is the one that you trust, say --issuer \(named).",
        .providerError)
    }
  }

  private static func url(_ text: String, _ option: String) throws(Failure) -> WireURL {
    guard let url = WireURL(text), !url.host.isEmpty else {
      throw Failure("\(option) \(text) is no URL. Write https://HOST/PATH.")
    }
    return url
  }

  private func answer(_ url: WireURL, accept: String) throws(Failure) -> [UInt8] {
    try Self.body(try fetch(url, accept: accept), url)
  }

  private func fetch(_ url: WireURL, accept: String) throws(Failure) -> FetchedResponse {
    do throws(NetworkFailure) {
      return try client.get(url, accept: accept)
    } catch {
      switch error {
      case .plainText, .unsupportedScheme: throw Failure(error.message)
      case .noLibrary, .noSuchHost, .noConnection, .timedOut, .untrusted, .tlsFailed,
        .headerTooLarge, .bodyTooLarge, .brokenAnswer, .failed:
        throw Failure(error.message, .networkFailed)
      }
    }
  }

  private static func body(
    _ response: FetchedResponse, _ url: WireURL
  ) throws(Failure) -> [UInt8] {
    switch response.status {
    case 200: return response.body
    case 300..<400:
      let place = response.headers["Location"].map { " to \($0)" } ?? ""
      throw Failure(
        "\(url.text) redirects (\(response.status))\(place). Redirects are not followed: whoever "
          + "answers for keys must be the one that you named. If you trust that address, name it.",
        .providerError)
    case let status:
      throw Failure(
        "\(url.text) answered \(status)\(reason(response.body)), where a document was asked for.",
        .providerError)
    }
  }

  /// The error that a provider gives in JSON (RFC 6749 5.2).
  private static func reason(_ body: [UInt8]) -> String {
    guard let json = try? JSONValue.parse(body), let error = json["error"]?.string else {
      return ""
    }
    let detail = json["error_description"]?.string.map { ": \($0)" } ?? ""
    return " (\(error)\(detail))"
  }

  private static func json(_ body: [UInt8], _ url: WireURL) throws(Failure) -> JSONValue {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue.parse(body)
    } catch {
      throw Failure("\(url.text) is not JSON: \(error).", .providerError)
    }
    guard let object = value.object else {
      throw Failure("\(url.text) is \(value.kind), where metadata belongs.", .providerError)
    }
    guard let name = object.duplicates.first else { return value }
    throw Failure("\(url.text) names \"\(name)\" twice.", .providerError)
  }
}
