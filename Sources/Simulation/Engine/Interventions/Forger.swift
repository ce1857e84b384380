import Cryptography
import Tokens
import Wire

/// Makes a token from another one, or from nothing, with the means that an attacker has; a pure
/// function.
package struct Forger {
  package struct Forged: Hashable, Sendable {
    package let text: String
    /// Whose the third part is: "the old signature".
    package let signature: String
    /// The algorithm that was signed with; nil where nobody signed.
    package let algorithm: String?
    /// What kept it from being signed.
    package let complaint: String?
  }

  private struct Signature {
    var text = ""
    var words: String
    var algorithm: String?
    var complaint: String?
  }

  /// The name of the client whose own key pair it is.
  private let attacker: String
  /// What a template stands for now.
  private let resolve: (Template) -> String

  package init(attacker: String, resolve: @escaping (Template) -> String) {
    self.attacker = attacker
    self.resolve = resolve
  }

  /// Where the payload is no JSON object, so that there are no claims to change: nil.
  package func forge(_ forgery: TokenForgery, from token: UnverifiedToken) -> Forged? {
    token.claims == nil ? nil : forge(forgery, from: Optional(token))
  }

  /// What nobody changes stays letter by letter as it was.
  func forge(_ forgery: TokenForgery, from token: UnverifiedToken?) -> Forged {
    var header = token.map { Self.text($0, $0.headerSpan) }
    let carriesKey = forgery.signature == .own(inHeader: true)
    if !forgery.header.isEmpty || carriesKey || header == nil {
      var changed = Self.changed(token?.header ?? [:], forgery.header)
      if carriesKey { changed["jwk"] = publicKey }
      header = Base64.url(Array(changed.text().utf8))
    }
    var payload = token.map { Self.text($0, $0.payloadSpan) }
    if !forgery.claims.isEmpty || payload == nil {
      let changed = Self.changed(token?.claims ?? [:], forgery.claims)
      payload = Base64.url(Array(changed.text().utf8))
    }
    let input = (header ?? "") + "." + (payload ?? "")
    let signature = signature(forgery.signature, of: token, over: input)
    return Forged(
      text: input + "." + signature.text, signature: signature.words,
      algorithm: signature.algorithm, complaint: signature.complaint)
  }

  private static func text(_ token: UnverifiedToken, _ span: Range<Int>) -> String {
    String(decoding: token.bytes[span], as: UTF8.self)
  }

  private func signature(
    _ way: ForgedSignature, of token: UnverifiedToken?, over input: String
  ) -> Signature {
    switch way {
    case .empty: return Signature(words: "no signature")
    case .kept:
      return Signature(text: Base64.url(token?.signature ?? []), words: "the old signature")
    case .respelt:
      let kept = Base64.url(token?.signature ?? [])
      return Signature(
        text: Base64.respelt(kept) ?? kept, words: "the old signature in another spelling")
    case .hmac(let secret):
      return mac(input, SecretKey(Array(resolve(secret).utf8)), "a signature of her own")
    case .with(let jwk): return signed(input, with: resolve(jwk))
    case .own: return sign(input)
    case .cracked: return cracked(token, input)
    }
  }

  private func cracked(_ token: UnverifiedToken?, _ input: String) -> Signature {
    let found = token.flatMap { WeakSecrets.secret(of: $0) }
    let tried = found?.tries ?? WeakSecrets.words.count
    let word = found.map { "\"\($0.word)\" is the secret" } ?? "none fits"
    let key = SecretKey(Array((found?.word ?? WeakSecrets.words[0]).utf8))
    return mac(input, key, "\(tried) words tried, \(word)")
  }

  private func mac(_ input: String, _ key: SecretKey, _ words: String) -> Signature {
    Signature(
      text: Base64.url(key.authenticate(Array(input.utf8), with: .sha256)), words: words,
      algorithm: "HS256")
  }

  /// With a secret as its owner does; with a public key, its bytes for a secret: all she has.
  private func signed(_ input: String, with jwk: String) -> Signature {
    guard let json = try? JSONValue.parse(jwk), let key = try? JWK(json) else {
      return Signature(
        words: "a signature of her own",
        complaint: "There is no key to sign with: \"\(jwk.prefix(40))\" is not a JWK.")
    }
    guard let secret = key.secret ?? key.confusedSecret else {
      return Signature(words: "a signature of her own")
    }
    return mac(input, secret, "a signature of her own")
  }

  private var key: JWK { ServerKeys.key(of: attacker, .es256) }

  private var publicKey: JSONValue? {
    let json = try? key.publicPart?.json()
    return json.flatMap { $0 }.map { .object($0) }
  }

  private func sign(_ input: String) -> Signature {
    guard let signer = try? TokenSigner(.es256, key),
      let bytes = try? signer.signature(of: Array(input.utf8))
    else { preconditionFailure("an attacker's key pair signs") }
    return Signature(
      text: Base64.url(bytes), words: "a signature with her own key", algorithm: "ES256")
  }

  /// The members in their order, some with another value, new ones at the end.
  static func changed(_ object: JSONObject, _ edits: [MemberEdit]) -> JSONObject {
    var out = object
    for edit in edits {
      out[edit.name] = edit.value.map { (try? JSONValue.parse($0)) ?? .string($0) }
    }
    return out
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
