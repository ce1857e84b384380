import Ledger
import Wire

/// What a signature is, whatever the policy makes of it.
package enum SignatureFact: Hashable, Sendable {
  /// It fits the key of this label.
  case fits(key: String)
  /// It fits none of the keys tried.
  case wrong(key: String)
  /// The header says `none`.
  case unsigned
  /// There was nothing to try it with, and why.
  case noKey(String)
}

/// Why a token was refused, in the kinds that callers tell apart.
package struct TokenRefusal: Hashable, Sendable {
  package enum Kind: Hashable, Sendable, CaseIterable {
    case malformed
    case unsupportedAlgorithm
    case badSignature
    /// An encrypted token that no key opens.
    case undecryptable
    /// Expired, or not yet valid.
    case expired
    case policy
    case noKey
  }

  package let kind: Kind
  private let place: Place

  /// The row that refused.
  package var row: LedgerRow { place.row }

  package init(_ kind: Kind, _ row: LedgerRow) {
    self.kind = kind
    place = Place(row)
  }

  package static func == (left: TokenRefusal, right: TokenRefusal) -> Bool {
    left.kind == right.kind && left.row == right.row
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(row)
  }

  /// The row, out of the way: most tokens are not refused, and all verdicts have room for it.
  private final class Place: Sendable {
    let row: LedgerRow

    init(_ row: LedgerRow) { self.row = row }
  }
}

/// What a server, by its own rules, goes on with. Says nothing about truth.
package struct AcceptedToken: Sendable {
  package let token: UnverifiedToken
  /// The claims as this verifier reads them, each name once; empty for a JWS of anything.
  package let claims: JSONObject
  /// The label of the key that proves the token, when nothing was left out.
  private let provenBy: String?

  init(_ token: UnverifiedToken, claims: JSONObject, provenBy: String?) {
    self.token = token
    self.claims = claims
    self.provenBy = provenBy
  }

  var isVerified: Bool { provenBy != nil }

  /// The same token as a proven one, when it is that.
  package var verified: VerifiedToken? {
    provenBy.map { VerifiedToken(token, claims: claims, key: $0) }
  }
}

/// A token whose signature fits a key of the caller with no check switched off: made by the
/// verifier alone.
package struct VerifiedToken: Sendable {
  package let token: UnverifiedToken
  package let claims: JSONObject
  /// The label of the key.
  package let key: String

  fileprivate init(_ token: UnverifiedToken, claims: JSONObject, key: String) {
    self.token = token
    self.claims = claims
    self.key = key
  }
}

/// A verifier's answer: every row, the fact about the signature, and the outcome.
package struct TokenVerdict: Sendable {
  package enum Outcome: Sendable {
    case accepted(AcceptedToken)
    case refused(TokenRefusal)
  }

  private let written: WrittenLedger
  package let outcome: Outcome
  /// Nil when the token was no token.
  package let token: UnverifiedToken?
  /// Nil when no row got as far.
  package let signature: SignatureFact?

  init(
    ledger: WrittenLedger, outcome: Outcome, token: UnverifiedToken?, signature: SignatureFact?
  ) {
    written = ledger
    self.outcome = outcome
    self.token = token
    self.signature = signature
  }

  /// Every row in order; those behind a refusal are not reached.
  package var ledger: [LedgerRow] { written.rows }

  package var accepted: AcceptedToken? {
    if case .accepted(let token) = outcome { token } else { nil }
  }

  /// Whether the token is proven, whatever else is asked of it.
  package var isVerified: Bool { accepted?.isVerified ?? false }

  package var refusal: TokenRefusal? {
    if case .refused(let refusal) = outcome { refusal } else { nil }
  }

  /// The outcome of the row of that name.
  package subscript(_ check: CheckID) -> Ledger.Outcome? {
    written.outcome(of: check)
  }

  /// The verdict with a row of the caller's own behind it, such as a look-up in a blocklist.
  package func adding(
    _ check: CheckInfo, _ finding: Finding, waiver: Waiver? = nil
  ) -> TokenVerdict {
    guard case .accepted(let accepted) = outcome else {
      return with(LedgerRow(check, .notReached), outcome)
    }
    if let waiver {
      let plain = AcceptedToken(accepted.token, claims: accepted.claims, provenBy: nil)
      return with(LedgerRow(check, .off(waiver, finding)), .accepted(plain))
    }
    switch finding {
    case .holds: return with(LedgerRow(check, .pass), outcome)
    case .moot(let why): return with(LedgerRow(check, .notApplicable(why)), outcome)
    case .fails(let expected, let actual):
      let row = LedgerRow(check, .fail(expected: expected, actual: actual))
      return with(row, .refused(TokenRefusal(.policy, row)))
    }
  }

  private func with(_ row: LedgerRow, _ outcome: Outcome) -> TokenVerdict {
    TokenVerdict(
      ledger: written.adding(row), outcome: outcome, token: token, signature: signature)
  }
}
