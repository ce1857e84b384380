import Cryptography
import Ledger
import Wire

/// Looks for the usual reasons why a token is refused (`token why`).
package struct TokenDiagnosis: Sendable {
  private let policy: VerificationPolicy
  private let now: Int
  /// The secret as the caller typed it, when there is one.
  private let secretText: [UInt8]?

  package init(_ policy: VerificationPolicy, at now: Int, secretText: [UInt8]? = nil) {
    self.policy = policy
    self.now = now
    self.secretText = secretText
  }

  /// The causes found, the likeliest first; none for a token that is accepted, or whose refusal
  /// nothing of what is tried explains.
  package func causes(of text: String) -> [RefusalCause] {
    let verdict = TokenVerifier(policy).verify(text, at: now)
    guard let refusal = verdict.refusal else { return [] }
    guard let token = verdict.token else { return ShapeSearch(text).causes }
    switch refusal.row.check.id {
    case TokenCheck.signature.id, TokenCheck.keyFits.id, TokenCheck.keyStrength.id,
      TokenCheck.algorithmAllowed.id:
      return SignatureSearch(token, policy, secretText: secretText).causes
    case TokenCheck.keySelected.id:
      let found = SignatureSearch(token, policy, secretText: secretText).causes
      return found.isEmpty ? [RefusalCause(kind: .unknownKey)] : found
    default:
      return ClaimSearch(token, policy, now: now).causes(of: refusal.row.check.id)
    }
  }
}
