/// A policy with the template of its ledger; a class, so that judges share it instead of copying
/// its many parts.
final class PreparedPolicy: Sendable {
  let policy: VerificationPolicy
  let template: LedgerTemplate<TokenCheck>

  init(_ policy: VerificationPolicy) {
    self.policy = policy
    template = LedgerTemplate(
      TokenVerifier.checks, defences: policy.defences, waived: policy.waived)
  }
}
