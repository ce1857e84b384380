import Tokens

/// Everything that the options of `token verify` and `token why` come to.
struct VerificationRequest {
  let policy: VerificationPolicy
  let judge: TokenJudge
  let context: VerdictContext
  /// The text of a secret that was decoded from it.
  let secretText: [UInt8]?

  init(
    keys: KeyOptions, asked: VerificationOptions, decryptor: TokenDecryptor? = nil,
    needsAll: Bool = false
  ) throws(Failure) {
    let now = try TimeOptions.moment(asked.at)
    try asked.refuseContradictions(keys.issuer)
    let ring = try keys.read()
    policy = try asked.policy(ring, issuer: keys.issuer)
    secretText = ring.secretText
    context = VerdictContext(
      now: now, isChosen: asked.at != nil, leeway: policy.leeway,
      relaxations: asked.relaxations, notes: ring.notes, isMessage: asked.isMessage)
    var judge = TokenJudge(verifier: TokenVerifier(policy), now: now)
    judge.decryptor = decryptor
    judge.needsAll = needsAll
    if let payload = asked.payload {
      judge.detached = try FileSystem.contents(of: payload, limit: 64 << 20)
    }
    self.judge = judge
  }
}
