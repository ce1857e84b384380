import Cryptography
import Testing
import Wire

@testable import Tokens

struct DiagnosisTests {
  private func causes(
    _ token: String, _ algorithms: [SignatureAlgorithm] = [.hs256], keys: [JWK],
    _ change: (inout VerificationPolicy) -> Void = { _ in }
  ) -> [RefusalCause.Kind] {
    var policy = VerificationPolicy(.pinned(algorithms), keys: JWKSet(keys))
    policy.waived = ["key-strength": .caller("secrets of tests are short")]
    change(&policy)
    return TokenDiagnosis(policy, at: now).causes(of: token).map(\.kind)
  }

  private func token(secret: [UInt8], _ algorithm: SignatureAlgorithm = .hs256) throws -> String {
    try TokenSigner(algorithm, JWK(secret: secret)).sign(goodClaims())
  }

  @Test func `each reading of a secret is found`() throws {
    let typed = "c2VjcmV0LXNlY3JldC1zZWNyZXQ="
    let cases: [([UInt8], String)] = [
      (Array("secret-secret-secret".utf8), "decoded from Base64"),
      (Array((typed + "\n").utf8), "followed by a line break (\\n)"),
      (Array(Base64.url(Array(typed.utf8)).utf8), "its base64url text"),
    ]
    for (meant, words) in cases {
      let found = try causes(token(secret: meant), keys: [JWK(secret: typed)])
      #expect(found == [.secretReading(words)])
    }
    let hex = try causes(
      token(secret: [0xde, 0xad, 0xbe, 0xef, 0x01]), keys: [JWK(secret: "DEADBEEF01")])
    #expect(hex.contains(.secretReading("decoded from hex")))
    let trimmed = try causes(
      token(secret: Array("secret".utf8)), keys: [JWK(secret: "secret \r\n")])
    #expect(trimmed.contains(.secretReading("without the white space at its ends")))
  }

  @Test func `a sibling algorithm is found`() throws {
    let signer = try TokenSigner(.hs512, Keys.secret)
    let mislabelled = try signer.sign(
      header: ["alg": "HS256"], payload: Array(goodClaims().text().utf8))
    #expect(causes(mislabelled, keys: [Keys.secret]) == [.otherAlgorithm(.hs512)])
    let pss = try TokenSigner(.ps256, Keys.rsa).sign(
      header: ["alg": "RS256"], payload: Array(goodClaims().text().utf8))
    #expect(causes(pss, [.rs256], keys: [Keys.rsa]) == [.otherAlgorithm(.ps256)])
  }

  @Test func `another key of the set is found, and a key that is not there missed`() throws {
    let other = JWK(secret: Array(1...64), id: "other")
    let wrong = try TokenSigner(.hs256, other).sign(
      header: ["alg": "HS256", "kid": "hs"], payload: Array(goodClaims().text().utf8))
    #expect(causes(wrong, keys: [Keys.secret, other]) == [.otherKey("key \"other\"")])
    #expect(causes(wrong, keys: [JWK(secret: Array(7...90), id: "x")]) == [.unknownKey])
  }

  @Test func `ECDSA in DER is found`() throws {
    let pair = try #require(Keys.elliptic.privateKeyPair)
    let good = try signed(goodClaims(), .es256, Keys.elliptic)
    let input = good.split(separator: ".").dropLast().joined(separator: ".")
    let raw = try pair.signECDSA(Array(input.utf8), with: .sha256)
    let der = try #require(EllipticCurve.p256.derSignature(ofRaw: raw))
    let token = input + "." + Base64.url(der)
    #expect(causes(token, [.es256], keys: [Keys.elliptic]) == [.derSignature])
  }

  @Test func `a signature over another text is found`() throws {
    let header = Base64.url(Array(#"{"alg":"HS256"}"#.utf8))
    let compact = #"{"sub":"alice","exp":1700000900}"#
    let spaced = #"{"sub": "alice", "exp": 1700000900}"#
    func signed(_ input: String, delivered: String) throws -> String {
      let tag = try TokenSigner(.hs256, Keys.secret).signature(of: Array(input.utf8))
      return header + "." + delivered + "." + Base64.url(tag)
    }
    let encoded = Base64.url(Array(compact.utf8))
    let reencoded = try signed(
      header + "." + Base64.url(Array(spaced.utf8)), delivered: encoded)
    let found = causes(reencoded, keys: [Keys.secret])
    #expect(
      found == [
        .otherInput(
          "the claims were written with a space after each comma: somebody decoded and encoded "
            + "them again")
      ])
    let swapped = try signed(encoded + "." + header, delivered: encoded)
    #expect(
      causes(swapped, keys: [Keys.secret])
        == [.otherInput("payload and header stood the other way round")])
    let undotted = try signed(header + encoded, delivered: encoded)
    #expect(
      causes(undotted, keys: [Keys.secret])
        == [.otherInput("the dot between the parts were not signed")])
  }

  @Test func `a hashed nonce is found`() throws {
    let nonce = "abc"
    let hashed = Base64.url(Digest.sha256.hash(Array(nonce.utf8)))
    let signer = try TokenSigner(.rs256, Keys.rsa)
    let payload = Array(goodClaims().text().utf8)
    let signedToken = try signer.sign(
      header: ["alg": "RS256", "nonce": .string(hashed)], payload: payload)
    let delivered =
      Base64.url(Array(#"{"alg":"RS256","nonce":"abc"}"#.utf8))
      + signedToken.drop { $0 != "." }
    #expect(causes(delivered, [.rs256], keys: [Keys.rsa]) == [.hashedNonce])
  }

  @Test func `a signature in hex or cut short is found`() throws {
    let good = try signed()
    let input = good.split(separator: ".").dropLast().joined(separator: ".")
    let tag = try TokenSigner(.hs256, Keys.secret).signature(of: Array(input.utf8))
    let hex = input + "." + Base64.url(Array(Hex.text(tag).utf8))
    #expect(causes(hex, keys: [Keys.secret]) == [.signatureWriting("in bytes, not in hex")])
    let bare = input + "." + Hex.text(tag)
    #expect(causes(bare, keys: [Keys.secret]) == [.signatureWriting("Base64, not hex")])
    let cut = input + "." + Base64.url(tag.prefix(20))
    #expect(
      causes(cut, keys: [Keys.secret]) == [.signatureWriting("whole: its end is cut off")])
  }

  @Test func `a public key taken for a secret is found`() throws {
    let publicKey = try #require(Keys.rsa.publicKey)
    let forged = try TokenSigner(.hs256, JWK(secret: publicKey.pem)).sign(goodClaims())
    #expect(causes(forged, [.rs256], keys: [Keys.rsa]) == [.publicKeyAsSecret])
  }

  @Test func `a claim that misses by little is explained`() throws {
    let token = try signed(goodClaims { $0["aud"] = "https://api.test/" })
    func sentence(_ change: (inout VerificationPolicy) -> Void) -> String {
      var policy = VerificationPolicy(.pinned([.hs256]), keys: JWKSet([Keys.secret]))
      policy.audience = ["https://api.test/"]
      change(&policy)
      return TokenDiagnosis(policy, at: now).causes(of: token).first?.sentence ?? ""
    }
    #expect(
      sentence { $0.issuer = "https://idp.test/" }
        == "would pass with the issuer https://idp.test: a slash at the end")
    #expect(
      sentence { $0.issuer = "http://idp.test" }
        == "would pass with the issuer https://idp.test: http against https")
    #expect(
      sentence { $0.audience = ["https://api.test"] }
        == "would pass with the audience https://api.test/: a slash at the end")
    #expect(sentence { $0.audience = nil }.hasPrefix("would pass with --aud https://api.test/"))
    #expect(sentence { $0.types = ["at+jwt"] }.hasPrefix("would pass with --typ JWT"))
    #expect(sentence { _ in } == "", "nothing is to be explained")
  }

  @Test func `a lifetime in milliseconds and a clock that is off are explained`() throws {
    let late = try signed(goodClaims { $0["exp"] = .integer(now - 30) })
    #expect(
      causes(late, keys: [Keys.secret]) == [
        .time(
          "would pass with a leeway of 31 s or at another time: exp is 2023-11-14T22:12:50Z, "
            + "30 s ago")
      ])
    let early = try signed(goodClaims { $0["nbf"] = .integer((now + 5) * 1000) })
    #expect(
      causes(early, keys: [Keys.secret]) == [
        .time("nbf is in milliseconds: 2023-11-14T22:13:25Z is what it means")
      ])
  }

  @Test func `what is no signed token is named`() throws {
    #expect(
      causes("dGhpcyBpcyBvcGFxdWU", keys: [Keys.secret]) == [
        .notASignedToken(
          "an opaque token or no token at all: only its issuer can say (introspection, RFC 7662)")
      ])
    let wrapped = try causes("Bearer " + signed(), keys: [Keys.secret])
    #expect(
      wrapped == [
        .notASignedToken("would be read if only the token were given: Bearer was taken off")
      ])
    let stripped = try signed().split(separator: ".").dropLast().joined(separator: ".") + "."
    #expect(
      causes(stripped, keys: [Keys.secret]) == [
        .notASignedToken(
          "the signature is missing: cut off when it was copied, or taken off on purpose")
      ])
  }

  @Test func `no sentence says verified`() {
    let kinds: [RefusalCause.Kind] = [
      .secretReading("x"), .otherAlgorithm(.hs256), .otherKey("x"), .derSignature,
      .otherInput("x"), .signatureWriting("x"), .publicKeyAsSecret, .hashedNonce, .unknownKey,
    ]
    for kind in kinds {
      #expect(!RefusalCause(kind: kind).sentence.contains("verified"))
    }
  }
}

struct SelfTestTests {
  @Test func `every known answer is given`() {
    for answer in KnownAnswer.all {
      #expect(answer.isGiven(), "\(answer.name) (\(answer.reference))")
    }
    #expect(KnownAnswer.all.count == 27)
  }
}
