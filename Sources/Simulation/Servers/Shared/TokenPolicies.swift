import Ledger
import Tokens
import Trace
import Wire

/// What the simulated servers ask of tokens, from their defences.
enum TokenPolicies {
  /// The defences that govern a verifier's rows.
  static let defences: [CheckID: DefenceID] = [
    "algorithm-allowed": "pin-algorithm", "signature": "verify-signature",
    "not-expired": "check-expiry", "audience": "check-audience", "token-type": "check-type",
    "key-selected": "own-keys-only", "key-fits": "key-use", "key-strength": "strong-secret",
  ]

  struct Expectation {
    let issuer: String
    let audience: String
    let algorithm: SignatureAlgorithm
    let keys: JWKSet
    /// Other names by which the audience goes.
    var aliases: [String] = []
    var types: [String]?
    var accessToken: String?
    var refusesFutureIssue = false
    /// Whether it may be for somebody else: an issuer looks at its own tokens.
    var isForAnybody = false
    /// Whether it may be over: a hint says who, not until when.
    var isOfAnyTime = false
  }

  static func verdict(_ token: String, _ expected: Expectation, _ hand: Hand) -> TokenVerdict {
    var policy = VerificationPolicy(rule(expected.algorithm, hand), keys: expected.keys)
    policy.issuer = expected.issuer
    policy.audience = [expected.audience] + expected.aliases
    policy.types = expected.types
    policy.accessToken = expected.accessToken
    policy.refusesFutureIssue = expected.refusesFutureIssue
    policy.leeway = Int(hand.span(.leeway).seconds)
    policy.defences = defences
    for (check, defence) in defences where hand.isOff(defence) {
      policy.waived[check] = .defence(defence)
    }
    if hand.isOff("own-keys-only") { policy.embeddedKey = .preferred }
    // A file has any length that it has.
    if hand.isOff("kid-lookup") { policy.waived["key-strength"] = .defence("kid-lookup") }
    if expected.isForAnybody { policy.waived["audience"] = .caller("an issuer looks at its own") }
    if expected.isOfAnyTime { policy.waived["not-expired"] = .caller("a hint may be old") }
    if let muted = hand.run.muted { policy.waived[muted] = .caller("left out") }
    let now = Int(hand.now.seconds)
    hand.run.judgements?.append(
      TokenJudgement(
        token: token, server: hand.server.name, policy: policy, now: now))
    let verdict = TokenVerifier(policy).verify(token, at: now)
    // Judging for the record costs nothing.
    if let fact = verdict.signature, policy.waived["signature"] == nil {
      count(fact, verdict.token, hand)
    }
    return verdict
  }

  private static func rule(_ algorithm: SignatureAlgorithm, _ hand: Hand) -> AlgorithmRule {
    switch hand.level("pin-algorithm") {
    case "pinned": .pinned([algorithm])
    case "blocklist": .blocklist(["none"])
    case _: .header
    }
  }

  private static func count(_ fact: SignatureFact, _ token: UnverifiedToken?, _ hand: Hand) {
    switch fact {
    case .fits, .wrong: hand.count(.verify, token?.algorithm ?? "?")
    case .unsigned, .noKey: break
    }
  }
}

extension ServerSpec {
  var signatureAlgorithm: SignatureAlgorithm { SignatureAlgorithm(name: algorithm) ?? .hs256 }
}

extension Hand {
  /// Signs claims with the server's own key, and registers the token.
  func issue(_ kind: SecretKind, _ claims: JSONObject, type: String) -> String {
    let spec = server
    guard let signer = try? TokenSigner(spec.signatureAlgorithm, signingKey(of: spec)),
      let token = try? signer.sign(claims, type: type)
    else { preconditionFailure("\(spec.name) cannot sign with \(spec.algorithm)") }
    count(.sign, spec.algorithm)
    register(kind, token)
    return token
  }
}
