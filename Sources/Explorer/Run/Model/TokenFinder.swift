import Tokens
import Trace
import Wire

/// A token in a message: what it decodes to and what is known of it.
struct FoundToken: Sendable {
  let token: UnverifiedToken
  /// The registered secret that it is.
  let secret: SecretID?
  /// Where it stands: "Authorization", "access_token".
  let place: String
  /// The moment that carries it.
  let moment: Int
}

/// An encrypted token in a message: nobody but the holder of the key can say what is inside.
struct FoundEncrypted: Sendable {
  let message: EncryptedMessage
  let text: String
  let secret: SecretID?
  let place: String
  let moment: Int
}

/// Finds the JWTs that a moment carries; where an answer has none, those of its request.
struct TokenFinder {
  private let model: RunModel

  init(_ model: RunModel) { self.model = model }

  func tokens(at position: Int) -> [FoundToken] {
    guard model.moments.indices.contains(position) else { return [] }
    let own = ownTokens(position)
    guard own.isEmpty, model.moments[position].kind == .response,
      let request = model.moments[position].partner
    else { return own }
    return ownTokens(request)
  }

  func hasToken(at position: Int) -> Bool {
    !tokens(at: position).isEmpty || !encrypted(at: position).isEmpty
  }

  func encrypted(at position: Int) -> [FoundEncrypted] {
    guard model.moments.indices.contains(position) else { return [] }
    let own = ownEncrypted(position)
    guard own.isEmpty, model.moments[position].kind == .response,
      let request = model.moments[position].partner
    else { return own }
    return ownEncrypted(request)
  }

  private func ownEncrypted(_ position: Int) -> [FoundEncrypted] {
    let moment = model.moments[position]
    guard model.trace.records.indices.contains(moment.main) else { return [] }
    var out: [FoundEncrypted] = []
    for (place, value) in values(of: model.trace.records[moment.main].event)
    where Self.mayBeToken(value, dots: 4) && !out.contains(where: { $0.text == value }) {
      guard let message = try? EncryptedMessage(value) else { continue }
      out.append(
        FoundEncrypted(
          message: message, text: value, secret: model.names.secret(value), place: place,
          moment: position))
    }
    return out
  }

  private func ownTokens(_ position: Int) -> [FoundToken] {
    let moment = model.moments[position]
    guard model.trace.records.indices.contains(moment.main) else { return [] }
    var out: [FoundToken] = []
    for (place, value) in values(of: model.trace.records[moment.main].event)
    where Self.mayBeToken(value) && !out.contains(where: { $0.token.text == value }) {
      guard let token = try? UnverifiedToken(value) else { continue }
      out.append(
        FoundToken(
          token: token, secret: model.names.secret(value), place: place, moment: position))
    }
    return out
  }

  /// Three parts, of a JWE five, the first of which begins as the Base64 of `{"` does.
  static func mayBeToken(_ text: String, dots: Int = 2) -> Bool {
    text.utf8.starts(with: "eyJ".utf8) && text.utf8.count { $0 == UInt8(ascii: ".") } == dots
  }

  private func values(of event: Event) -> [(String, String)] {
    switch event {
    case .sent(let it): Self.values(of: it.request)
    case .received(let it): Self.values(of: it.response)
    case .act(let it): it.lootValue.map { [("loot", $0)] } ?? []
    case .ledger, .storeRead, .storeChanged, .omitted, .cookie, .browserStorage, .navigated,
      .clockMoved, .minted, .crypto, .settingChanged, .note, .unapplied:
      []
    }
  }

  private static func values(of request: Request) -> [(String, String)] {
    var out: [(String, String)] = []
    if let value = request.headers["Authorization"], let space = value.firstIndex(of: " ") {
      out.append(("Authorization", String(value[value.index(after: space)...])))
    }
    for pair in request.cookies + request.url.query { out.append((pair.name, pair.value)) }
    if request.headers["Content-Type"]?.hasPrefix("application/x-www-form-urlencoded") == true {
      for pair in request.form { out.append((pair.name, pair.value)) }
    }
    return out
  }

  private static func values(of response: Response) -> [(String, String)] {
    var out: [(String, String)] = []
    for header in response.headers.all("Set-Cookie") {
      if let cookie = try? SetCookie.parse(header) { out.append((cookie.name, cookie.value)) }
    }
    if let json = response.json {
      for member in json.object?.members ?? [] {
        if let text = member.value.string { out.append((member.name, text)) }
      }
    }
    return out
  }
}

extension Response {
  /// The body's value when it is JSON.
  var json: JSONValue? {
    guard headers["Content-Type"]?.contains("json") == true else { return nil }
    return try? JSONValue.parse(body)
  }
}
