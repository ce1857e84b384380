import Ledger

/// The rows of a token's ledger, in the order in which they are asked.
package enum TokenCheck: Int, Hashable, Sendable, CaseIterable, LedgerCheck {
  case shape
  case encoding
  case json
  case uniqueMembers
  case type
  case criticalHeader
  case algorithmAllowed
  case keySelected
  case keyFits
  case keyStrength
  case signature
  case notExpired
  case notBefore
  case issuedAt
  case issuer
  case audience
  case subject
  case nonce
  case tokenHash
  /// The caller's own: the verifier knows no list of revoked tokens.
  case notRevoked

  package var info: CheckInfo { Self.infos[rawValue] }

  package var id: CheckID { info.id }

  /// The first three make the facts that the others judge, so that no waiver opens them.
  package var isGate: Bool {
    switch self {
    case .shape, .encoding, .json: true
    case .uniqueMembers, .type, .criticalHeader, .algorithmAllowed, .keySelected, .keyFits,
      .keyStrength, .signature, .notExpired, .notBefore, .issuedAt, .issuer, .audience, .subject,
      .nonce, .tokenHash, .notRevoked:
      false
    }
  }

  /// The checks that a server leaves out which reads claims without verifying them.
  package static let ofSignature: [TokenCheck] = [
    .algorithmAllowed, .keySelected, .keyFits, .keyStrength, .signature,
  ]

  private static let infos: [CheckInfo] = allCases.map { check in
    switch check {
    case .shape: CheckInfo("token-shape", "three parts, a signed token", "RFC 7515 7.1")
    case .encoding: CheckInfo("token-encoding", "each part is base64url", "RFC 7515 2")
    case .json: CheckInfo("token-json", "header and claims are JSON objects", "RFC 7519 7.2")
    case .uniqueMembers: CheckInfo("unique-members", "no name stands twice", "RFC 7519 4")
    case .type: CheckInfo("token-type", "the token is of the kind expected", "RFC 8725 3.11")
    case .criticalHeader:
      CheckInfo("critical-header", "every critical header is understood", "RFC 7515 4.1.11")
    case .algorithmAllowed:
      CheckInfo("algorithm-allowed", "the algorithm is on the verifier's list", "RFC 8725 3.1")
    case .keySelected:
      CheckInfo("key-selected", "the verifier has the key that is named", "RFC 7515 4.1.4")
    case .keyFits: CheckInfo("key-fits", "the key is for this algorithm", "RFC 8725 3.1")
    case .keyStrength: CheckInfo("key-strength", "the key is long enough", "RFC 7518 3.2")
    case .signature: CheckInfo("signature", "the signature fits the key", "RFC 7515 5.2")
    case .notExpired: CheckInfo("not-expired", "exp lies ahead", "RFC 7519 4.1.4")
    case .notBefore: CheckInfo("not-before", "nbf has come", "RFC 7519 4.1.5")
    case .issuedAt: CheckInfo("issued-at", "iat is not in the future", "RFC 7519 4.1.6")
    case .issuer: CheckInfo("issuer", "iss is the issuer expected", "RFC 7519 4.1.1")
    case .audience: CheckInfo("audience", "aud names this server", "RFC 7519 4.1.3")
    case .subject: CheckInfo("subject", "sub is the subject expected", "RFC 7519 4.1.2")
    case .nonce: CheckInfo("nonce", "nonce is the one that was sent", "OpenID Connect Core 3.1.3.7")
    case .tokenHash:
      CheckInfo("token-hash", "at_hash fits the access token", "OpenID Connect Core 3.1.3.6")
    case .notRevoked: CheckInfo("not-revoked", "the token is not on a blocklist", "RFC 7009 2")
    }
  }
}
