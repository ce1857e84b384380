import Cryptography
import Testing
import Wire

@testable import Tokens

/// What we sign others verify, what we encrypt others decrypt, and the other way round.
@Suite struct `Other implementations` {
  private let payload = "{\"sub\":\"alice\",\"name\":\"Zoë\"}"

  private struct Case {
    let json: JSONValue
    let key: JWK
    /// Whether we accept their token, and take the same payload out of it.
    let accepts: (String) -> Bool
  }

  private func signed(_ algorithm: SignatureAlgorithm, _ key: JWK) throws -> Case {
    let token = try TokenSigner(algorithm, key).sign(
      header: ["alg": .string(algorithm.name)], payload: Array(payload.utf8))
    let json: JSONValue = [
      "kind": "jws", "alg": .string(algorithm.name),
      "key": .object(try key.json(revealingPrivate: true)), "payload": .string(payload),
      "tokens": [.string(token)], "forged": [.string(altered(token))],
    ]
    return Case(json: json, key: key) { theirs in
      var policy = VerificationPolicy(.pinned([algorithm]), keys: JWKSet([key]))
      policy.payload = .anything
      let verifier = TokenVerifier(policy)
      let verified = verifier.verify(theirs, at: now).accepted?.verified
      return verified?.token.payload == Array(payload.utf8)
        && verifier.verify(altered(theirs), at: now).refusal?.kind == .badSignature
    }
  }

  private func encrypted(
    _ algorithm: KeyManagementAlgorithm, _ encryption: ContentEncryption, _ key: JWK,
    zip: Bool = false
  ) throws -> Case {
    var tokens: [JSONValue] = []
    if algorithm != .rsa1_5 {
      var encryptor = try TokenEncryptor(algorithm, encryption, key)
      encryptor.iterations = 1000
      encryptor.compresses = zip
      var randomness = SystemRandomness()
      tokens = [.string(try encryptor.encrypt(Array(payload.utf8), using: &randomness))]
    }
    let json: JSONValue = [
      "kind": "jwe", "alg": .string(algorithm.name), "enc": .string(encryption.name),
      "zip": .bool(zip), "key": .object(try key.json(revealingPrivate: true)),
      "payload": .string(payload), "tokens": .array(tokens),
      "forged": .array(tokens.compactMap { $0.string.map { .string(altered($0)) } }),
    ]
    return Case(json: json, key: key) { theirs in
      let decryptor = TokenDecryptor(DecryptionPolicy([algorithm], keys: JWKSet([key])))
      return decryptor.decrypt(theirs).decrypted?.plaintext == Array(payload.utf8)
        && decryptor.decrypt(altered(theirs)).refusal?.kind == .undecryptable
    }
  }

  /// The token with the first digit of its last part changed.
  private func altered(_ token: String) -> String {
    guard let dot = token.lastIndex(of: ".") else { return token }
    let place = token.index(after: dot)
    return token.replacingCharacters(in: place...place, with: token[place] == "A" ? "B" : "A")
  }

  /// Names of what no installed library knows, or a failure for each that disagrees.
  private func check(_ cases: [Case]) throws {
    guard let answers = try Peers.answers(to: cases.map(\.json)) else { return }
    for answer in answers {
      let tried = cases[answer.index]
      let name = "\(answer.library): \(label(tried))"
      #expect(answer.error == nil, "\(name)")
      guard let token = answer.token else { continue }
      #expect(tried.accepts(token), "\(name) made \(token)")
    }
    let known = Set(answers.map(\.index))
    let unknown = cases.indices.filter { !known.contains($0) }.map { label(cases[$0]) }
    print("checked against others: \(answers.count) answers to \(known.count) of \(cases.count)")
    if !unknown.isEmpty { print("known to none of them: \(unknown.joined(separator: ", "))") }
  }

  private func label(_ tried: Case) -> String {
    let names = ["alg", "enc"].compactMap { tried.json[$0]?.string }
    return names.joined(separator: " ") + " with \(tried.key.kindName)"
  }

  @Test func `verify our signatures, and we theirs`() throws {
    var cases: [Case] = []
    for algorithm in SignatureAlgorithm.allCases {
      cases.append(try signed(algorithm, try Self.key(algorithm.name)))
    }
    cases.append(try signed(.edDSA, try Self.key("Ed448")))
    try check(cases)
  }

  @Test func `decrypt our tokens, and we theirs`() throws {
    let rsa = Keys.rsa
    let curves = try ["P-256", "P-384", "P-521", "X25519", "X448"].map(Self.key)
    var cases: [Case] = []
    for encryption in ContentEncryption.allCases {
      for algorithm in KeyManagementAlgorithm.allCases {
        switch algorithm.method {
        case .rsaPKCS1, .rsaOAEP: cases.append(try encrypted(algorithm, encryption, rsa))
        case .agreement:
          for key in curves { cases.append(try encrypted(algorithm, encryption, key)) }
        case .direct:
          cases.append(try encrypted(algorithm, encryption, try Self.key(encryption.name)))
        case .wrap, .wrapGCM, .password:
          cases.append(try encrypted(algorithm, encryption, try Self.key(algorithm.name)))
        }
      }
      cases.append(try encrypted(.rsaOAEP256, encryption, rsa, zip: true))
    }
    try check(cases)
  }

  /// A key for the algorithm or of the kind, without a name.
  private static func key(_ name: String) throws -> JWK {
    let recipe = try (try? KeyRecipe(kind: name)) ?? KeyRecipe(algorithm: name)
    switch recipe {
    case .secret(let count): return JWK(secret: SystemRandomness().bytes(count))
    case .pair(.rsa): return JWK(Keys.rsa.material)
    case .pair(let template): return JWK(try KeyPair.generateFromSystem(template))
    }
  }
}
