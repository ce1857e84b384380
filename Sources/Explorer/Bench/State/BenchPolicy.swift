import Ledger
import Tokens

/// What the reader asks of the token: every value chosen by the caller, none by the token.
struct BenchPolicy: Hashable, Sendable {
  /// Who chooses the algorithm.
  enum Rule: Hashable, Sendable {
    /// Nobody has said; a key then says what it is for.
    case undecided
    case pinned([SignatureAlgorithm])
    /// A server of a run that refuses these spellings only.
    case blocklist([String])
    /// A server of a run that lets the token choose.
    case header
  }

  /// The moment at which the token is judged.
  enum Clock: Hashable, Sendable {
    /// The machine's clock, read when the token came.
    case machine(Int)
    /// The clock of a run, which began at `start`.
    case run(Int, start: Int)
    case chosen(Int)

    var seconds: Int {
      switch self {
      case .machine(let seconds), .run(let seconds, _), .chosen(let seconds): seconds
      }
    }
  }

  var rule = Rule.undecided
  var types: [String] = []
  var issuer: String?
  var audience: [String] = []
  /// A token for somebody else is taken too.
  var takesAnyAudience = false
  var leeway = 0
  var clock: Clock
  var requiresExpiry = true
  var refusesFutureIssue = false
  /// For tests and old systems: a secret shorter than its hash, an RSA key under 2048 bits.
  var allowsShortKeys = false
  /// The server of a run whose policy this is, until something in it is changed.
  var server: String?
  /// Checks that the run's server leaves out, and whether it takes a key that the token brings.
  var waived: [CheckID: Waiver] = [:]
  var embeddedKey = EmbeddedKeyRule.ignored
  var subject: String?
  var nonce: String?
  var accessToken: String?

  init(clock: Clock) { self.clock = clock }

  /// The verifier's policy with these keys.
  func verification(_ keys: JWKSet, _ rule: AlgorithmRule) -> VerificationPolicy {
    var policy = VerificationPolicy(rule, keys: keys)
    policy.types = types.isEmpty ? nil : types
    policy.issuer = issuer
    policy.audience = audience.isEmpty ? nil : audience
    policy.leeway = leeway
    policy.requiresExpiry = requiresExpiry
    policy.refusesFutureIssue = refusesFutureIssue
    policy.waived = waived
    policy.embeddedKey = embeddedKey
    policy.subject = subject
    policy.nonce = nonce
    policy.accessToken = accessToken
    if takesAnyAudience {
      policy.waived[TokenCheck.audience.id] = .caller("you take any audience")
    }
    if allowsShortKeys {
      policy.waived[TokenCheck.keyStrength.id] = .caller("you allow short keys")
    }
    return policy
  }
}

extension BenchPolicy {
  /// The policy of a run's server.
  init(_ policy: VerificationPolicy, of server: String, clock: Clock) {
    self.init(clock: clock)
    switch policy.algorithms {
    case .pinned(let list): rule = .pinned(list)
    case .blocklist(let list): rule = .blocklist(list)
    case .header: rule = .header
    }
    types = policy.types ?? []
    issuer = policy.issuer
    audience = policy.audience ?? []
    leeway = policy.leeway
    requiresExpiry = policy.requiresExpiry
    refusesFutureIssue = policy.refusesFutureIssue
    waived = policy.waived
    embeddedKey = policy.embeddedKey
    subject = policy.subject
    nonce = policy.nonce
    accessToken = policy.accessToken
    self.server = server
  }
}
