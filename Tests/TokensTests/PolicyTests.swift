import Cryptography
import Ledger
import Testing
import Wire

@testable import Tokens

struct PolicyTests {
  @Test func `an unsigned token comes past a verifier that lets the token choose`() throws {
    let token = TokenSigner.unsecured(goodClaims())
    #expect(verdict(token, .pinned([.hs256])).summary == "policy at algorithm-allowed")
    let accepted = verdict(token, .header)
    #expect(accepted.summary == "accepted")
    #expect(accepted.signature == .unsigned)
    #expect(
      accepted["signature"] == .notApplicable("alg none: no signature is asked for"))
    #expect(
      accepted["algorithm-allowed"]
        == .off(
          .caller("the token chooses"), .moot("the verifier has no list; alg is none")))
  }

  @Test func `nOnE comes past a blocklist of none, and not past a pinned list`() throws {
    let token = TokenSigner.unsecured(goodClaims(), algorithm: "nOnE")
    #expect(verdict(token, .blocklist(["none"])).summary == "accepted")
    #expect(verdict(token, .blocklist(["none", "nOnE"])).summary == "policy at algorithm-allowed")
    #expect(verdict(token, .pinned([.hs256])).summary == "policy at algorithm-allowed")
    let unheard = TokenSigner.unsecured(goodClaims(), algorithm: "HS257")
    #expect(
      verdict(unheard, .pinned([.hs256])).summary == "unsupportedAlgorithm at algorithm-allowed")
    let plain = TokenSigner.unsecured(goodClaims())
    #expect(verdict(plain, .blocklist(["none"])).summary == "policy at algorithm-allowed")
  }

  @Test func `an unsigned token with a signature is refused all the same`() throws {
    let token = TokenSigner.unsecured(goodClaims()) + "AAAA"
    #expect(verdict(token, .header).summary == "badSignature at signature")
  }

  /// The attacker has the public key alone, as everybody has.
  private func confused(_ key: PublicKey) throws -> String {
    let forged = JWK(secret: Array(key.pem.utf8))
    return try TokenSigner(.hs256, forged).sign(goodClaims { $0["sub"] = "admin" })
  }

  @Test func `a public key taken for a secret lets everybody sign`() throws {
    let key = try #require(Keys.rsa.publicPart)
    let token = try confused(try #require(key.publicKey))
    let server = verdict(token, .header, keys: [key]) {
      $0.waived = ["key-fits": .defence("key-type")]
    }
    #expect(server.summary == "accepted")
    #expect(server.signature == .fits(key: "key \"rsa\""))
    #expect(
      server["key-fits"]
        == .off(
          .defence("key-type"), .fails(expected: "a secret", actual: "RSA of 2048 bits")))
    #expect(server.accepted?.claims["sub"]?.string == "admin")
  }

  @Test func `each of two checks alone stops the confusion`() throws {
    let key = try #require(Keys.rsa.publicPart)
    let token = try confused(try #require(key.publicKey))
    #expect(verdict(token, .header, keys: [key]).summary == "noKey at key-fits")
    let pinned = verdict(token, .pinned([.rs256]), keys: [key]) {
      $0.waived = ["key-fits": .defence("key-type")]
    }
    #expect(pinned.summary == "policy at algorithm-allowed")
  }

  @Test func `the confused secret is the text that the key was read from`() throws {
    let pair = try KeyPair.generateFromSystem(.rsa(bits: 2048))
    let text = try pair.publicKey.pkcs1PEM
    let key = try JWK(pem: text, id: "k")
    let token = try TokenSigner(.hs256, JWK(secret: text)).sign(goodClaims())
    let verdict = verdict(token, .header, keys: [key]) {
      $0.waived = ["key-fits": .defence("key-type")]
    }
    #expect(verdict.summary == "accepted")
  }

  @Test func `a verifier with the signature off says what it would have said`() throws {
    let token = try signed()
    let altered = token.dropLast(4) + "AAAA"
    let reader = verdict(String(altered)) {
      for check in TokenCheck.ofSignature { $0.waived[check.id] = .defence("verify-signature") }
    }
    #expect(reader.summary == "accepted")
    #expect(
      reader["signature"]
        == .off(
          .defence("verify-signature"),
          .fails(
            expected: "a signature by key \"hs\"", actual: "a signature that does not fit")))
    let good = verdict(token) { $0.waived = ["signature": .defence("verify-signature")] }
    #expect(good["signature"] == .off(.defence("verify-signature"), .holds))
    #expect(good.summary == "accepted", "nothing is proven by a check that is off")
  }

  @Test func `a waiver opens no gate`() {
    let verdict = verdict("a.b") {
      $0.waived = ["token-shape": .defence("d"), "token-json": .defence("d")]
    }
    #expect(verdict.summary == "malformed at token-shape")
  }

  @Test func `a key in the header counts only as proof of possession`() throws {
    let pair = Keys.elliptic
    let jwk = try #require(pair.publicPart).json()
    let attacker = JWK(try #require(pair.privateKeyPair))
    let proof = try TokenSigner(.es256, attacker).sign(
      goodClaims(), type: "dpop+jwt", extra: ["jwk": .object(jwk)])
    #expect(verdict(proof, .pinned([.es256]), keys: []).summary == "noKey at key-selected")
    let possession = verdict(proof, .pinned([.es256]), keys: []) { $0.embeddedKey = .required }
    #expect(possession.summary == "accepted")
    let own = [Keys.generated(.elliptic(.p256), "mine")]
    #expect(
      verdict(proof, .pinned([.es256]), keys: own) { $0.embeddedKey = .preferred }.summary
        == "badSignature at signature")
    let fooled = verdict(proof, .pinned([.es256]), keys: own) {
      $0.embeddedKey = .preferred
      $0.waived = ["key-selected": .defence("own-keys")]
    }
    #expect(fooled.summary == "accepted")
    #expect(
      fooled["key-selected"]
        == .off(
          .defence("own-keys"),
          .fails(expected: "a key of the verifier", actual: "the jwk in the header")))
  }

  @Test func `a private key in the header is refused`() throws {
    let jwk = try Keys.elliptic.json(revealingPrivate: true)
    let proof = try TokenSigner(.es256, Keys.elliptic).sign(
      goodClaims(), extra: ["jwk": .object(jwk)])
    let verdict = verdict(proof, .pinned([.es256]), keys: []) { $0.embeddedKey = .required }
    #expect(verdict.summary == "noKey at key-selected")
  }

  @Test func `a short secret is refused unless its row is waived`() throws {
    let key = JWK(secret: "secret", id: "weak")
    let token = try signed(goodClaims(), .hs256, key)
    #expect(verdict(token, keys: [key]).summary == "noKey at key-strength")
    let waived = verdict(token, keys: [key]) { $0.waived = ["key-strength": .defence("strong")] }
    #expect(waived.summary == "accepted")
    #expect(
      waived["key-strength"]
        == .off(
          .defence("strong"), .fails(expected: "a secret of 32 bytes or more", actual: "6 bytes")))
  }

  @Test func `without a kid every key that could fit is tried, and no other`() throws {
    var anonymous = Keys.secret
    anonymous.id = nil
    let token = try signed(goodClaims(), .hs256, anonymous)
    let others = [JWK(secret: Array(5..<69), id: "a"), JWK(secret: Array(6..<70), id: "b")]
    #expect(verdict(token, keys: others + [anonymous]).summary == "verified")
    #expect(verdict(token, keys: others).summary == "badSignature at signature")
    let elsewhere = JWK(secret: Array(0..<64), id: "c", algorithm: "HS512")
    #expect(verdict(token, keys: [elsewhere]).summary == "noKey at key-fits")
  }

  @Test func `rows carry the defence that governs them`() throws {
    let verdict = verdict(try signed()) { $0.defences = ["audience": "audience-checked"] }
    #expect(verdict.ledger.first { $0.check.id == "audience" }?.check.defence == "audience-checked")
  }

  @Test func `a signer refuses keys of another kind`() throws {
    #expect(throws: TokenSigningError.self) { try TokenSigner(.rs256, Keys.secret) }
    #expect(throws: TokenSigningError.self) { try TokenSigner(.hs256, Keys.rsa) }
    #expect(throws: TokenSigningError.self) { try TokenSigner(.es384, Keys.elliptic) }
    let publicOnly = try #require(Keys.elliptic.publicPart)
    #expect(throws: TokenSigningError.publicKeyOnly("key \"ec\"")) {
      try TokenSigner(.es256, publicOnly)
    }
  }

  @Test func `a key for another algorithm is not tried beside one that fits`() throws {
    let plain = JWK(secret: Array(1...64))
    let reserved = JWK(secret: Array(2...65), algorithm: "HS512")
    let token = try TokenSigner(.hs256, reserved).sign(
      goodClaims(), extra: ["kid": "of neither"])
    let verdict = verdict(token, keys: [plain, reserved])
    #expect(verdict.summary == "badSignature at signature")
    #expect(verdict["key-fits"] == .pass)
  }
}
