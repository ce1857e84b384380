import Cryptography

/// A policy with the template of its ledger; a class, so that judges share it instead of copying
/// its many parts.
final class PreparedPolicy: Sendable {
  let policy: VerificationPolicy
  let template: LedgerTemplate<TokenCheck>
  let isOfTheCaller: Bool
  /// The judgement on the header that came last.
  private let lastHeader = Guarded<HeaderJudgement?>(nil)

  init(_ policy: VerificationPolicy) {
    self.policy = policy
    isOfTheCaller = policy.isOfTheCaller
    template = LedgerTemplate(
      TokenVerifier.checks, defences: policy.defences, waived: policy.waived)
  }

  var lastJudgement: HeaderJudgement? { lastHeader.value }

  /// The judgement on a header, made anew only for another header than the last one.
  func judgement(on header: TokenHeader, last: HeaderJudgement?) -> HeaderJudgement {
    if let last, last.header === header { return last }
    let judgement = HeaderJudgement(self, header)
    lastHeader.value = judgement
    return judgement
  }
}
