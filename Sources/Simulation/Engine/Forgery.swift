import Cryptography
import Tokens
import Trace
import Wire

extension Run {
  /// A token made from another one, with the means that an attacker has.
  func perform(_ forgery: ForgeStep) {
    let source = text(forgery.from)
    guard let token = try? UnverifiedToken(source), let claims = token.claims else {
      emit(.note("There is no token to start from: \"\(source.prefix(40))\" is not a JWT."))
      return
    }
    var header = Self.changed(token.header, forgery.header)
    if case .own(inHeader: true) = forgery.signature { header["jwk"] = publicKey(of: forgery.by) }
    let payload = Array(Self.changed(claims, forgery.claims).text().utf8)
    let input = Base64.url(Array(header.text().utf8)) + "." + Base64.url(payload)
    let (signature, how) = signature(forgery, of: token, over: input)
    let forged = input + "." + signature
    world.captures[forgery.name] = forged
    let made = register(.forged, forged, from: source)
    emit(
      .act(
        AttackAct(
          kind: .forge, text: Self.words(forgery, how), target: nil,
          taken: secretsByValue[source], made: made, loot: forgery.name, lootValue: forged)))
  }

  /// The third part, and in words whose it is.
  private func signature(
    _ forgery: ForgeStep, of token: UnverifiedToken, over input: String
  ) -> (text: String, words: String) {
    switch forgery.signature {
    case .empty: return ("", "no signature")
    case .kept: return (Base64.url(token.signature), "the old signature")
    case .hmac(let secret):
      let key = SecretKey(Array(text(secret).utf8))
      return (mac(input, key), "a signature of her own")
    case .with(let jwk): return (signed(input, with: text(jwk)), "a signature of her own")
    case .own: return (sign(input, as: forgery.by), "a signature with her own key")
    case .cracked:
      let found = WeakSecrets.secret(of: token)
      let tried = found?.tries ?? WeakSecrets.words.count
      let word = found.map { "\"\($0.word)\" is the secret" } ?? "none fits"
      let key = SecretKey(Array((found?.word ?? WeakSecrets.words[0]).utf8))
      return (mac(input, key), "\(tried) words tried, \(word)")
    }
  }

  private func mac(_ input: String, _ key: SecretKey) -> String {
    emit(.crypto(CryptoUse(operation: .sign, algorithm: "HS256")))
    return Base64.url(key.authenticate(Array(input.utf8), with: .sha256))
  }

  /// With a secret as its owner does; with a public key, its bytes for a secret: all she has.
  private func signed(_ input: String, with jwk: String) -> String {
    guard let json = try? JSONValue.parse(jwk), let key = try? JWK(json) else {
      emit(.note("There is no key to sign with: \"\(jwk.prefix(40))\" is not a JWK."))
      return ""
    }
    return (key.secret ?? key.confusedSecret).map { mac(input, $0) } ?? ""
  }

  private func attackersKey(_ client: Int) -> JWK {
    ServerKeys.key(of: scenario.world.clients[client].name, .es256)
  }

  private func publicKey(of client: Int) -> JSONValue? {
    let json = try? attackersKey(client).publicPart?.json()
    return json.flatMap { $0 }.map { .object($0) }
  }

  private func sign(_ input: String, as client: Int) -> String {
    emit(.crypto(CryptoUse(operation: .sign, algorithm: "ES256")))
    guard let signer = try? TokenSigner(.es256, attackersKey(client)),
      let bytes = try? signer.signature(of: Array(input.utf8))
    else { preconditionFailure("an attacker's key pair signs") }
    return Base64.url(bytes)
  }

  /// The members in their order, some with another value, new ones at the end.
  private static func changed(_ object: JSONObject, _ changes: [Pair]) -> JSONObject {
    var out = object
    for change in changes {
      let value = (try? JSONValue.parse(change.value)) ?? .string(change.value)
      out[change.name] = value
    }
    return out
  }

  private static func words(_ forgery: ForgeStep, _ signed: String) -> String {
    let changes = (forgery.header + forgery.claims).map { "\($0.name) \($0.value)" }
    return "forges a token: " + (changes + [signed]).joined(separator: ", ")
  }
}

extension WeakSecrets {
  /// The word that the token was signed with, and how many were tried for it.
  static func secret(of token: UnverifiedToken) -> (word: String, tries: Int)? {
    let input = Array(token.signingInput)
    let index = words.firstIndex { word in
      SecretKey(Array(word.utf8)).authenticate(input, with: .sha256) == token.signature
    }
    return index.map { (words[$0], $0 + 1) }
  }
}
