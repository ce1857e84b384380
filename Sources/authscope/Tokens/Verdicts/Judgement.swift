import Tokens

/// What came of one text: the verdict that counts, and what else was judged on the way.
struct Judgement {
  /// One for each signature; more than one only for a JWS in JSON.
  let verdicts: [TokenVerdict]
  /// Of an encrypted token, how it was opened.
  let decryption: DecryptionVerdict?
  /// Whether one signature that fits is not enough.
  let needsAll: Bool

  init(_ verdicts: [TokenVerdict], decryption: DecryptionVerdict? = nil, needsAll: Bool = false) {
    self.verdicts = verdicts
    self.decryption = decryption
    self.needsAll = needsAll
  }

  /// Of several signatures one must be right, or every one: RFC 7515 5.2 leaves it to the caller.
  var deciding: TokenVerdict? {
    let refused = verdicts.first { $0.refusal != nil }
    if needsAll { return refused ?? verdicts.first }
    return verdicts.first { $0.refusal == nil } ?? refused
  }

  var refusal: TokenRefusal? { decryption?.refusal ?? deciding?.refusal }

  var word: VerdictWord { refusal.map { VerdictWord($0.kind) } ?? .verified }
}

/// A verdict in the words and exit codes that scripts rely on.
enum VerdictWord: String {
  case verified
  case malformed
  case unsupported
  case badSignature = "bad-signature"
  case undecryptable
  case expired
  case policy
  case noKey = "no-key"

  init(_ kind: TokenRefusal.Kind) {
    switch kind {
    case .malformed: self = .malformed
    case .unsupportedAlgorithm: self = .unsupported
    case .badSignature: self = .badSignature
    case .undecryptable: self = .undecryptable
    case .expired: self = .expired
    case .policy: self = .policy
    case .noKey: self = .noKey
    }
  }

  init(_ verdict: TokenVerdict) {
    self = verdict.refusal.map { VerdictWord($0.kind) } ?? .verified
  }

  var exitCode: ExitCodes {
    switch self {
    case .verified: .ok
    case .malformed: .malformedToken
    case .unsupported: .unsupportedAlgorithm
    case .badSignature, .undecryptable: .badSignature
    case .expired: .expired
    case .policy: .refusedByPolicy
    case .noKey: .noKey
    }
  }

  /// The verdict in a few words for people.
  var sentence: String {
    switch self {
    case .verified: "verified"
    case .malformed: "malformed"
    case .unsupported: "unsupported algorithm"
    case .badSignature: "bad signature"
    case .undecryptable: "decryption failed"
    case .expired: "expired, or not yet valid"
    case .policy: "refused by policy"
    case .noKey: "no fitting key"
    }
  }
}
