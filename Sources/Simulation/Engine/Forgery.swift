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
    let header = Self.changed(token.header, forgery.header)
    let payload = Array(Self.changed(claims, forgery.claims).text().utf8)
    let input = Base64.url(Array(header.text().utf8)) + "." + Base64.url(payload)
    let forged = input + "." + signature(forgery.signature, of: token, over: input)
    world.captures[forgery.name] = forged
    let made = register(.forged, forged, from: source)
    emit(
      .act(
        AttackAct(
          kind: .forge, text: Self.words(forgery), target: nil, taken: secretsByValue[source],
          made: made, loot: forgery.name, lootValue: forged)))
  }

  private func signature(
    _ way: ForgedSignature, of token: UnverifiedToken, over input: String
  ) -> String {
    switch way {
    case .empty: return ""
    case .kept: return Base64.url(token.signature)
    case .hmac(let secret):
      emit(.crypto(CryptoUse(operation: .sign, algorithm: "HS256")))
      let key = SecretKey(Array(text(secret).utf8))
      return Base64.url(key.authenticate(Array(input.utf8), with: .sha256))
    }
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

  private static func words(_ forgery: ForgeStep) -> String {
    let changes = (forgery.header + forgery.claims).map { "\($0.name) \($0.value)" }
    let signed: String
    switch forgery.signature {
    case .empty: signed = "no signature"
    case .kept: signed = "the old signature"
    case .hmac: signed = "a signature of her own"
    }
    return "forges a token: " + (changes + [signed]).joined(separator: ", ")
  }
}
