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
    "unique-members": "unique-names", "critical-header": "heed-critical",
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
    /// Whether it came inside an encrypted token.
    var isInside = false
  }

  static func verdict(_ text: String, _ expected: Expectation, _ hand: Hand) -> TokenVerdict {
    let token = spelt(text, hand)
    let isUnsigned = token.hasSuffix(".")
    let believesEnvelope = expected.isInside && isUnsigned && hand.isOff("signed-inside")
    var policy = VerificationPolicy(
      believesEnvelope ? .header : rule(expected.algorithm, hand), keys: expected.keys)
    policy.issuer = expected.issuer
    policy.audience = [expected.audience] + expected.aliases
    policy.types = expected.types
    policy.accessToken = expected.accessToken
    policy.refusesFutureIssue = expected.refusesFutureIssue
    policy.understood = hand.server.extensions
    // Two readers of one text: some take the first of two members of a name, most the last.
    policy.duplicates = hand.server.role == .gateway ? .first : .last
    policy.leeway = Int(hand.span(.leeway).seconds)
    policy.defences = defences
    for (check, defence) in defences where hand.isQuietlyOff(defence) {
      policy.waived[check] = .defence(defence)
    }
    if isUnsigned, hand.run.quietLevel("verify-signature") == "present" {
      policy.waived["signature"] = .defence("verify-signature")
    }
    if believesEnvelope {
      policy.waived["algorithm-allowed"] = .defence("signed-inside")
      hand.omit(
        "signed-inside", "ask for a signature inside",
        would: "would have refused what nobody has signed")
    }
    if hand.isQuietlyOff("own-keys-only") { policy.embeddedKey = .preferred }
    // A file has any length that it has.
    if hand.isQuietlyOff("kid-lookup") { policy.waived["key-strength"] = .defence("kid-lookup") }
    if expected.isForAnybody { policy.waived["audience"] = .caller("an issuer looks at its own") }
    if expected.isOfAnyTime { policy.waived["not-expired"] = .caller("a hint may be old") }
    if let muted = hand.run.muted { policy.waived[muted] = .caller("left out") }
    let verdict = hand.judge(token, by: policy)
    tell(hand.run, what: verdict, turnsOn: expected.algorithm)
    // Judging for the record costs nothing.
    if let fact = verdict.signature, policy.waived["signature"] == nil {
      count(fact, verdict.token, hand)
    }
    return verdict
  }

  /// What the verdict would have been otherwise without, or with.
  private static func tell(
    _ run: Run, what verdict: TokenVerdict, turnsOn expected: SignatureAlgorithm
  ) {
    guard run.asked != nil else { return }
    for row in verdict.ledger {
      // A weak secret is no other token for whoever does not guess it.
      guard let defence = defences[row.check.id], defence != "strong-secret" else { continue }
      if row.outcome.wouldFail { run.turns(on: defence) }
    }
    // Each rule lets the algorithm pass that the server would have named itself.
    if verdict.token?.algorithm != expected.name { run.turns(on: "pin-algorithm") }
    if verdict.token?.header["jwk"] != nil { run.turns(on: "own-keys-only") }
  }

  /// A lenient decoder takes several texts for the same bytes (RFC 4648 3.5); here, of the
  /// signature. What was signed is the text itself, which cannot be spelt otherwise.
  private static func spelt(_ token: String, _ hand: Hand) -> String {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let read = try? Base64.decodeLenient(parts[2]), !read.forgiven.isEmpty,
      hand.isOff("strict-decoding")
    else { return token }
    hand.omit(
      "strict-decoding", "refuse spare bits in base64url",
      would: "would have refused this spelling of the signature")
    return "\(parts[0]).\(parts[1]).\(Base64.url(read.bytes))"
  }

  private static func rule(_ algorithm: SignatureAlgorithm, _ hand: Hand) -> AlgorithmRule {
    switch hand.run.quietLevel("pin-algorithm") {
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

extension Outcome {
  /// Whether the row fails, or would if it were asked.
  fileprivate var wouldFail: Bool {
    switch self {
    case .fail, .off(_, .fails): true
    case .pass, .off(_, .holds), .off(_, .moot), .notApplicable, .notReached: false
    }
  }
}

extension ServerSpec {
  var signatureAlgorithm: SignatureAlgorithm { SignatureAlgorithm(name: algorithm) ?? .hs256 }
}

extension Hand {
  /// Signs claims with the server's own key, and registers the token.
  func issue(_ kind: SecretKind, _ claims: JSONObject, type: String) -> String {
    issue(kind, Array(claims.text().utf8), type: type, header: [:], to: nil)
  }

  /// The same of any bytes, with more in the header, and encrypted to a recipient.
  func issue(
    _ kind: SecretKind, _ payload: [UInt8], type: String, header extra: JSONObject,
    to recipient: ServerSpec?
  ) -> String {
    let spec = server
    let key = signingKey(of: spec)
    var header: JSONObject = ["alg": .string(spec.algorithm), "typ": .string(type)]
    header["kid"] = key.id.map { .string($0) }
    header.members += extra.members
    guard let signer = try? TokenSigner(spec.signatureAlgorithm, key),
      let signed = try? signer.sign(header: header, payload: payload)
    else { preconditionFailure("\(spec.name) cannot sign with \(spec.algorithm)") }
    count(.sign, spec.algorithm)
    let token = recipient.map { encrypted(signed, to: $0) } ?? signed
    register(kind, token)
    return token
  }

  /// A signed token in an encrypted one (RFC 7519 11.2).
  private func encrypted(_ token: String, to recipient: ServerSpec) -> String {
    let way = recipient.encryption
    let key = ServerKeys.encryptionKey(of: recipient.name, way)
    var randomness = run.randomness(named: "jwe")
    guard let algorithm = way.algorithm,
      var encryptor = try? TokenEncryptor(algorithm, ServerKeys.contentEncryption, key)
    else { preconditionFailure("\(recipient.name) has no key for \(way.rawValue)") }
    encryptor.iterations = ServerKeys.rounds
    guard
      let text = try? encryptor.encrypt(
        Array(token.utf8), header: ["cty": "JWT"], using: &randomness)
    else { preconditionFailure("a token of text can be encrypted") }
    if way == .password { count(.stretch, "PBKDF2", amount: ServerKeys.rounds) }
    count(.encrypt, algorithm.name)
    return text
  }
}
