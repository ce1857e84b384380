import Tokens
import Trace
import Wire

/// The secrets of a message, in the order in which they stand in it.
enum SecretFinder {
  typealias Found = (kind: SecretKind, value: String)

  static func secrets(in request: Request, meaning message: OAuthMessage) -> [Found] {
    var out = parameters(message.parameters)
    out += fragment(request.url.fragment)
    out += authorization(request.headers["Authorization"] ?? "")
    if let proof = request.headers["DPoP"] { out.append((.proof, proof)) }
    out += cookies(request.cookies)
    out += json(request.body)
    return out + tokens(in: request.url.rawQuery ?? "") + tokens(in: request.body)
  }

  static func secrets(in response: Response) -> [Found] {
    var out: [Found] = []
    if let location = response.headers["Location"].flatMap({ address($0) }) {
      out += parameters(location.query) + fragment(location.fragment)
    }
    for header in response.headers.all("Set-Cookie") {
      if let cookie = try? SetCookie.parse(header) {
        out += cookies([Pair(cookie.name, cookie.value)])
      }
    }
    out += json(response.body)
    if ["<form", "<FORM"].contains(where: { ByteSearch.first($0, in: response.body) != nil }) {
      for field in HTMLForm.all(in: response.body).flatMap(\.fields) {
        out += parameters([Pair(field.name, field.value)])
      }
    }
    return out + tokens(in: response.body)
  }

  /// A path alone is resolved against nothing in particular: its query counts.
  private static func address(_ location: String) -> WireURL? {
    WireURL(location) ?? WireURL("https://location.test/")?.resolving(location)
  }

  private static func parameters(_ pairs: [Pair]) -> [Found] {
    pairs.compactMap { pair in
      SecretWords.kind(ofParameter: pair.name, value: pair.value).map { ($0, pair.value) }
    }
  }

  private static func fragment(_ text: String?) -> [Found] {
    guard let text, text.utf8.contains(UInt8(ascii: "=")) else { return [] }
    return parameters(FormCoding.parse(text))
  }

  private static func cookies(_ pairs: [Pair]) -> [Found] {
    pairs.compactMap { pair in
      SecretWords.kind(ofCookie: pair.name, value: pair.value).map { ($0, pair.value) }
    }
  }

  private static func authorization(_ header: String) -> [Found] {
    let words = header.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2, !words[1].isEmpty else { return [] }
    switch ASCII.lowercased(words[0]) {
    case "bearer", "dpop", "token": return [(.access, words[1])]
    case "basic":
      let bytes = (try? Base64.decodeLenient(words[1]))?.bytes ?? []
      guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon + 1 < bytes.count else {
        return []
      }
      // A client's secret is form-encoded before (RFC 6749 2.3.1).
      let value = Percent.decode(bytes[(colon + 1)...])
      return [(.clientSecret, value)]
    case _: return []
    }
  }

  /// The members of a JSON object, two levels deep.
  private static func json(_ body: String) -> [Found] {
    guard body.utf8.first(where: { $0 > 32 }) == UInt8(ascii: "{"),
      let object = (try? JSONValue.parse(body, limits: .lenient))?.object
    else { return [] }
    return members(object, depth: 1)
  }

  private static func members(_ object: JSONObject, depth: Int) -> [Found] {
    object.members.flatMap { member -> [Found] in
      if let value = member.value.string {
        return SecretWords.kind(ofMember: member.name, value: value).map { [($0, value)] } ?? []
      }
      guard depth < 3, let inner = member.value.object else { return [] }
      return members(inner, depth: depth + 1)
    }
  }

  /// JWTs wherever they stand.
  private static func tokens(in text: String) -> [Found] {
    guard ByteSearch.first("eyJ", in: text) != nil else { return [] }
    return TokenDecoder.tokens(in: text).compactMap { token in
      let dots = token.text.utf8.count(where: { $0 == UInt8(ascii: ".") })
      guard token.kind == .signed, dots == 2 else { return nil }
      return (kind(ofToken: token.text), token.text)
    }
  }

  private static func kind(ofToken text: String) -> SecretKind {
    guard let token = try? UnverifiedToken(text) else { return .access }
    let type = ASCII.lowercased(token.type ?? "")
    if type.hasPrefix("dpop") { return .proof }
    if type.hasPrefix("logout") { return .logoutToken }
    if type.hasPrefix("at+") { return .access }
    let isIdentity = ["nonce", "at_hash", "c_hash", "auth_time", "azp"].contains {
      token.claims?[$0] != nil
    }
    return isIdentity ? .idToken : .access
  }
}
