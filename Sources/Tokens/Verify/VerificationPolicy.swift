import Ledger
import Wire

/// Who chooses the algorithm of a token.
package enum AlgorithmRule: Hashable, Sendable {
  /// The verifier: only these (RFC 8725 3.1).
  case pinned([SignatureAlgorithm])
  /// The token, but for these spellings, compared byte for byte in front of a dispatcher that
  /// folds case: how `nOnE` came past `none`.
  case blocklist([String])
  /// The token.
  case header
}

/// What becomes of a public key that the token brings along in its header (`jwk`).
package enum EmbeddedKeyRule: Hashable, Sendable {
  /// It is never looked at.
  case ignored
  /// It is the key: a proof of possession, whose trust comes from elsewhere (RFC 9449 4.3).
  case required
  /// It wins over the verifier's own keys; takes effect only where `key-selected` is waived.
  case preferred
}

/// What a payload has to be.
package enum PayloadRule: Hashable, Sendable {
  /// The claims of a JWT.
  case claims
  /// Anything: the token is a JWS, and no claim is judged.
  case anything
}

/// Which member counts where a name stands twice and nobody refuses it.
package enum DuplicateRule: Hashable, Sendable {
  case first
  case last
}

/// What a verifier asks of a token, as a value: nothing in it is chosen by the token, nothing
/// relaxed without a name.
package struct VerificationPolicy: Sendable {
  package var algorithms: AlgorithmRule
  package var keys: JWKSet
  package var embeddedKey = EmbeddedKeyRule.ignored
  package var payload = PayloadRule.claims
  /// The accepted values of `typ`; nil asks for none.
  package var types: [String]?
  package var issuer: String?
  /// The names by which this server goes; the token's `aud` must hold one. With nil, a token that
  /// is for somebody is refused.
  package var audience: [String]?
  package var subject: String?
  package var nonce: String?
  /// The access token that came with an ID token; its hash must be `at_hash`, if there is one.
  package var accessToken: String?
  /// Whether a token without `exp` is refused.
  package var requiresExpiry = true
  /// Whether an `iat` in the future refuses (OpenID Connect, DPoP) or only warns.
  package var refusesFutureIssue = false
  /// Seconds by which clocks may differ.
  package var leeway = 0
  /// Critical header members that the caller understands and heeds, besides `b64`.
  package var understood: [String] = []
  package var duplicates = DuplicateRule.first
  /// Checks that do not refuse, and why; a waiver of a gate has no effect.
  package var waived: [CheckID: Waiver] = [:]
  /// The defences that govern the checks, to be shown with their rows.
  package var defences: [CheckID: DefenceID] = [:]
  package var limits = TokenLimits()

  package init(_ algorithms: AlgorithmRule, keys: JWKSet) {
    self.algorithms = algorithms
    self.keys = keys
  }

  func accepts(audience name: String) -> Bool {
    audience?.contains { $0.hasSameBytes(as: name) } ?? false
  }

  /// Whether algorithm and key are the caller's choice: what proof needs.
  var isOfTheCaller: Bool {
    guard case .pinned = algorithms else { return false }
    return embeddedKey == .ignored
  }
}
