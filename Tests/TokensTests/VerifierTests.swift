import Cryptography
import Ledger
import Testing
import Wire

@testable import Tokens

struct VerifierTests {
  @Test func `a good token is verified, with every row in its place`() throws {
    let verdict = verdict(try signed())
    #expect(verdict.summary == "verified")
    #expect(verdict.signature == .fits(key: "key \"hs\""))
    #expect(verdict.ledger.map(\.check) == TokenVerifier.rows)
    #expect(
      TokenVerifier.rows.map(\.id.text) == [
        "token-shape", "token-encoding", "token-json", "unique-members", "token-type",
        "critical-header", "algorithm-allowed", "key-selected", "key-fits", "key-strength",
        "signature", "not-expired", "not-before", "issued-at", "issuer", "audience", "subject",
        "nonce", "token-hash",
      ])
    #expect(verdict["signature"] == .pass)
    #expect(
      verdict["issuer"]
        == .off(.caller("you ask for no issuer"), .moot("iss is \"https://idp.test\"")))
    #expect(verdict["not-before"] == .notApplicable("the token has no nbf"))
  }

  @Test(arguments: SignatureAlgorithm.allCases)
  func `every algorithm signs the same bytes twice and is verified by its key alone`(
    algorithm: SignatureAlgorithm
  ) throws {
    let key: JWK
    let other: JWK
    switch algorithm {
    case .hs256, .hs384, .hs512: (key, other) = (Keys.secret, JWK(secret: Array(1...64)))
    case .rs256, .rs384, .rs512, .ps256, .ps384, .ps512:
      (key, other) = (Keys.rsa, Keys.generated(.rsa(bits: 2048), "other"))
    case .es256, .es384, .es512, .es256k:
      let curve = try #require(algorithm.curve)
      key = Keys.pair(.elliptic(curve, scalar: [0] + Array(2...UInt8(curve.byteCount))), "one")
      other = Keys.generated(.elliptic(curve), "other")
    case .ed25519, .edDSA: (key, other) = (Keys.edwards, Keys.generated(.octet(.ed25519), "other"))
    case .ed448:
      (key, other) = (Keys.generated(.octet(.ed448), "a"), Keys.generated(.octet(.ed448), "b"))
    }
    let token = try signed(goodClaims(), algorithm, key)
    #expect(try signed(goodClaims(), algorithm, key) == token)
    #expect(
      verdict(token, .pinned([algorithm]), keys: [key.publicPart ?? key]).summary == "verified")
    var renamed = other
    renamed.id = key.id
    let refused = verdict(token, .pinned([algorithm]), keys: [renamed.publicPart ?? renamed])
    #expect(refused.summary == "badSignature at signature")
    #expect(refused.signature == .wrong(key: renamed.label))
  }

  @Test func `rows behind a refusal are not reached`() throws {
    let verdict = verdict(try signed() + "!")
    #expect(verdict.summary == "malformed at token-encoding")
    let outcomes = verdict.ledger.map(\.outcome)
    #expect(outcomes[0] == .pass)
    #expect(outcomes[2...].allSatisfy { $0 == .notReached })
  }

  @Test func `each kind of refusal is told apart`() throws {
    func at(_ text: String, _ expected: String, _ line: Int = #line) {
      #expect(verdict(text).summary == expected, "line \(line)")
    }
    let token = try signed()
    let parts = token.split(separator: ".").map(String.init)
    at("", "malformed at token-shape")
    at("a.b", "malformed at token-shape")
    at("a.b.c.d.e", "malformed at token-shape")
    at("." + parts[1] + "." + parts[2], "malformed at token-shape")
    at("é." + parts[1] + "." + parts[2], "malformed at token-encoding")
    at("e30=." + parts[1] + "." + parts[2], "malformed at token-encoding")
    at("bm8." + parts[1] + "." + parts[2], "malformed at token-json")
    at("W10." + parts[1] + "." + parts[2], "malformed at token-json")
    at(parts[0] + ".bm8." + parts[2], "malformed at token-json")
    at("e30." + parts[1] + "." + parts[2], "malformed at algorithm-allowed")
    at(parts[0] + "." + parts[1] + ".", "badSignature at signature")
    at(TokenSigner.unsecured(goodClaims()), "policy at algorithm-allowed")
    let odd = try TokenSigner(.hs256, Keys.secret).sign(
      header: ["alg": "XS256"], payload: Array("{}".utf8))
    at(odd, "unsupportedAlgorithm at algorithm-allowed")
    at(try signed(goodClaims(), .hs384), "policy at algorithm-allowed")
    at(
      try signed(goodClaims(), .hs256, JWK(secret: Array(0..<64), id: "?")), "noKey at key-selected"
    )
    at(try signed(goodClaims { $0["exp"] = .integer(now) }), "expired at not-expired")
    at(try signed(goodClaims { $0["exp"] = "soon" }), "malformed at not-expired")
    at(try signed(goodClaims { $0["exp"] = nil }), "policy at not-expired")
    at(try signed(goodClaims { $0["nbf"] = .integer(now + 1) }), "expired at not-before")
    at(try signed(goodClaims { $0["aud"] = "api" }), "policy at audience")
    at(try signed(extra: ["crit": ["exp"], "exp": 1]), "policy at critical-header")
    at(try signed(extra: ["crit": []]), "policy at critical-header")
    at(try signed(extra: ["b64": false]), "policy at critical-header")
    at(try signed(extra: ["crit": ["b64"], "b64": false]), "policy at critical-header")
  }

  @Test func `leeway is what the caller says, to the second`() throws {
    let token = try signed(goodClaims { $0["nbf"] = .integer(now) })
    for (time, leeway, expected) in [
      (now - 1, 0, "expired at not-before"), (now - 1, 1, "verified"), (now, 0, "verified"),
      (now + 899, 0, "verified"), (now + 900, 0, "expired at not-expired"),
      (now + 900, 1, "verified"), (now + 901, 1, "expired at not-expired"),
    ] {
      #expect(verdict(token, at: time) { $0.leeway = leeway }.summary == expected)
    }
  }

  @Test func `a date far beyond every clock neither overflows nor expires`() throws {
    for text in ["9223372036854775807", "1e300", "1700000000.5", "1.7e9"] {
      let token = try TokenSigner(.hs256, Keys.secret).sign(
        header: ["alg": "HS256"], payload: Array("{\"exp\":\(text)}".utf8))
      let expected = text == "1.7e9" ? "expired at not-expired" : "verified"
      #expect(verdict(token) { $0.leeway = 0 }.summary == expected, "\(text)")
    }
  }

  @Test func `an iat in the future warns, and refuses where freshness is asked for`() throws {
    let token = try signed(goodClaims { $0["iat"] = .integer(now + 30) })
    #expect(verdict(token).summary == "verified")
    #expect(
      verdict(token)["issued-at"]
        == .notApplicable("a warning: iat 1700000030 is later than now, 1700000000"))
    #expect(
      verdict(token) { $0.refusesFutureIssue = true }.summary == "expired at issued-at")
  }

  @Test func `issuer, audience, subject and nonce are compared byte for byte`() throws {
    let token = try signed(
      goodClaims {
        $0["aud"] = ["api", "caf\u{e9}"]
        $0["nonce"] = "n"
      })
    func refusal(_ change: (inout VerificationPolicy) -> Void) -> String {
      verdict(token) {
        $0.audience = ["api"]
        change(&$0)
      }.summary
    }
    #expect(refusal { _ in } == "verified")
    #expect(refusal { $0.audience = ["other", "caf\u{e9}"] } == "verified")
    #expect(refusal { $0.audience = ["cafe\u{301}"] } == "policy at audience")
    #expect(refusal { $0.issuer = "https://idp.test" } == "verified")
    #expect(refusal { $0.issuer = "https://idp.test/" } == "policy at issuer")
    #expect(refusal { $0.subject = "bob" } == "policy at subject")
    #expect(refusal { $0.nonce = "n" } == "verified")
    #expect(refusal { $0.nonce = "m" } == "policy at nonce")
  }

  @Test func `a type is compared without case and without its prefix`() throws {
    let token = try signed(type: "application/at+JWT")
    #expect(verdict(token) { $0.types = ["at+jwt"] }.summary == "verified")
    #expect(verdict(token) { $0.types = ["JWT"] }.summary == "policy at token-type")
    let plain = try signed(type: nil)
    #expect(verdict(plain) { $0.types = ["at+jwt"] }.summary == "policy at token-type")
  }

  @Test func `at_hash must be the left half of the access token's hash`() throws {
    // OpenID Connect Core A.3: this access token has this at_hash.
    let accessToken = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y"
    let token = try signed(goodClaims { $0["at_hash"] = "77QmUPtjPfzWtF2AnpK9RQ" })
    #expect(verdict(token) { $0.accessToken = accessToken }["token-hash"] == .pass)
    #expect(verdict(token) { $0.accessToken = "other" }.summary == "policy at token-hash")
  }

  @Test func `a name that stands twice refuses, at any depth`() throws {
    let signer = try TokenSigner(.hs256, Keys.secret)
    for payload in [
      #"{"sub":"a","sub":"b","exp":1700000900}"#,
      #"{"x":[{"a":1,"a":1}],"exp":1700000900}"#,
    ] {
      let token = try signer.sign(header: ["alg": "HS256"], payload: Array(payload.utf8))
      #expect(verdict(token).summary == "policy at unique-members")
    }
    let header = try signer.sign(
      headerBytes: Array(#"{"alg":"HS256","alg":"none"}"#.utf8), payload: Array("{}".utf8))
    #expect(verdict(header).summary == "policy at unique-members")
  }

  @Test func `where duplicates are let through, the reader's rule decides`() throws {
    let token = try TokenSigner(.hs256, Keys.secret).sign(
      header: ["alg": "HS256"],
      payload: Array(#"{"sub":"alice","exp":1700000900,"sub":"admin"}"#.utf8))
    for (rule, expected) in [(DuplicateRule.first, "alice"), (.last, "admin")] {
      let verdict = verdict(token) {
        $0.waived = ["unique-members": .defence("unique-claims")]
        $0.duplicates = rule
      }
      #expect(verdict.accepted?.claims["sub"]?.string == expected)
      #expect(verdict.accepted?.verified == nil)
    }
  }

  @Test func `a row of the caller's own can refuse what was accepted`() throws {
    let verdict = verdict(try signed())
    let check = TokenCheck.notRevoked.info
    #expect(verdict.adding(check, .holds).summary == "verified")
    let refused = verdict.adding(check, .fails(expected: "an unknown jti", actual: "revoked"))
    #expect(refused.summary == "policy at not-revoked")
    #expect(refused.adding(check, .holds).ledger.last?.outcome == .notReached)
    #expect(verdict.adding(check, .holds, waiver: .defence("blocklist")).summary == "accepted")
  }

  @Test func `a verifier that saw other headers before says the same as a new one`() throws {
    let tokens = try [
      signed(), TokenSigner.unsecured(goodClaims()), signed(goodClaims(), .hs384),
      signed(extra: ["crit": ["x"]]), signed(goodClaims { $0["sub"] = "bob" }),
    ]
    let policy = VerificationPolicy(.pinned([.hs256]), keys: JWKSet([Keys.secret]))
    let veteran = TokenVerifier(policy)
    for token in tokens + tokens.reversed() {
      let fresh = TokenVerifier(policy).verify(token, at: now)
      let again = veteran.verify(token, at: now)
      #expect(again.ledger == fresh.ledger)
      #expect(again.summary == fresh.summary)
    }
  }

  @Test func `one verifier serves many threads`() async throws {
    let tokens = try [signed(), signed(goodClaims(), .hs256, Keys.secret, type: "other")]
    let verifier = TokenVerifier(
      VerificationPolicy(.pinned([.hs256]), keys: JWKSet([Keys.secret])))
    let verified = await withTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        group.addTask {
          (0..<200).count { index in
            verifier.verify(tokens[(index + task) % 2], at: now).accepted?.verified != nil
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(verified == 1600)
  }
}
