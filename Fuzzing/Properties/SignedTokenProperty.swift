import Ledger
import Tokens
import Wire

extension FuzzProperty {
  /// A token's spans lie in its text and hold its parts; it is verified only if the key signed its
  /// very bytes; the same token gets the same ledger, row for row.
  static let signedToken = FuzzProperty(
    name: "jws",
    seeds: { try SignedSeeds.tokens().map { Array($0.utf8) } + SignedSeeds.malformed },
    check: { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      if let token = try? UnverifiedToken(text) { try placed(token) }
      let signed = try SignedSeeds.inputs.get()
      for verifier in SignedVerifiers.all {
        let verdict = verifier.holder.verify(text, at: FuzzKeys.now)
        try whole(verdict.ledger, again: verifier.holder.verify(text, at: FuzzKeys.now).ledger)
        if let proven = verdict.accepted?.verified {
          let input = Array(proven.token.signingInput)
          try require(signed.contains(input), "verified, and nobody signed it")
        }
        let strange = verifier.stranger.verify(text, at: FuzzKeys.now)
        try require(strange.accepted?.verified == nil, "verified by a stranger's key")
      }
      guard let json = try? JSONValue.parse(bytes), let message = try? SignedMessage(json) else {
        return
      }
      for token in (try? message.tokens()) ?? [] { try placed(token) }
      let again = try SignedMessage(.object(message.json))
      try require(again.signatures == message.signatures, "other signatures when written again")
    })

  private static func placed(_ token: UnverifiedToken) throws {
    let parts = [
      (token.headerSpan, nil), (token.payloadSpan, token.payload),
      (token.signatureSpan, token.signature),
    ]
    for (span, decoded) in parts {
      try require(
        span.lowerBound >= 0 && span.upperBound <= token.bytes.count, "a part outside of the token")
      guard let decoded, token.form == .compact, token.header["b64"] == nil else { continue }
      try require(
        Base64.url(decoded).utf8.elementsEqual(token.bytes[span]), "a part of other bytes")
    }
  }

  private static func whole(_ ledger: [LedgerRow], again: [LedgerRow]) throws {
    try require(ledger.map(\.check.id) == TokenVerifier.rows.map(\.id), "other rows than promised")
    try require(ledger == again, "another ledger for the same token")
    let refused = ledger.firstIndex { if case .fail = $0.outcome { true } else { false } }
    let reached = ledger.firstIndex { $0.outcome == .notReached } ?? ledger.count
    try require(reached == refused.map { $0 + 1 } ?? ledger.count, "rows behind a refusal")
  }
}

/// Verifiers with the fuzzers' keys, and the same without: who has another key, and who waives all
/// that a signature is about.
private struct SignedVerifiers: Sendable {
  let holder: TokenVerifier
  let stranger: TokenVerifier

  static let all: [SignedVerifiers] = [
    SignedVerifiers([.hs256, .hs512], FuzzKeys.secret, JWK(secret: Array(64..<128))),
    SignedVerifiers([.rs256, .ps256, .es256, .ed25519, .edDSA], nil, nil),
  ]

  private init(_ algorithms: [SignatureAlgorithm], _ key: JWK?, _ other: JWK?) {
    let pairs = [FuzzKeys.rsa, FuzzKeys.elliptic, FuzzKeys.edwards].compactMap(\.publicPart)
    var policy = VerificationPolicy(
      .pinned(algorithms), keys: JWKSet(key.map { [$0] } ?? pairs))
    policy.issuer = "https://idp.test"
    policy.audience = ["https://api.test"]
    holder = TokenVerifier(policy)
    if let other {
      policy.keys = JWKSet([other])
    } else {
      for check in TokenCheck.ofSignature { policy.waived[check.id] = .caller("a fuzzer asks") }
    }
    stranger = TokenVerifier(policy)
  }
}

/// Tokens to start from, and all that the keys ever signed.
private enum SignedSeeds {
  private static let signers: [(SignatureAlgorithm, JWK)] = [
    (.hs256, FuzzKeys.secret), (.hs512, FuzzKeys.secret), (.rs256, FuzzKeys.rsa),
    (.ps256, FuzzKeys.rsa), (.es256, FuzzKeys.elliptic), (.ed25519, FuzzKeys.edwards),
  ]
  private static let extras: [JSONObject] = [
    [:], ["crit": ["b64"], "b64": false], ["crit": ["exp"], "exp": 1], ["typ": "at+jwt"],
    ["jwk": ["kty": "oct", "k": "AAEC"]], ["alg": "none"],
  ]

  static func tokens() throws -> [String] {
    var tokens: [String] = []
    for (algorithm, key) in signers {
      let signer = try TokenSigner(algorithm, key)
      for extra in extras { tokens.append(try signer.sign(FuzzKeys.claims, extra: extra)) }
    }
    let flattened = try TokenSigner(.es256, FuzzKeys.elliptic).sign(
      protected: ["alg": "ES256"], header: ["kid": "ec"], payload: [123, 125])
    for isFlattened in [true, false] {
      let message = SignedMessage(
        payload: "e30", signatures: [flattened], isFlattened: isFlattened)
      tokens.append(message.json.text())
    }
    return tokens
  }

  static var malformed: [[UInt8]] {
    FuzzProperty.text(
      "", "..", "a.b.c", "e30.e30.", "eyJhbGciOiJub25lIn0.e30.", "eyJhbGciOiJuT25lIn0.e30.",
      "eyJhbGciOiJIUzI1NiJ9.e30=.AA", "e30.e30.e30.e30.e30", "eyJhbGciOiJIUzI1NiJ9.bnVsbA.AA",
      "eyJhbGciOiJIUzI1NiIsImFsZyI6Im5vbmUifQ.e30.AA")
  }

  static let inputs = Result {
    Set(
      try tokens().filter { !$0.hasPrefix("{") }.map { token in
        Array(token.utf8.prefix(upTo: token.utf8.lastIndex(of: 46) ?? token.utf8.startIndex))
      })
  }
}
