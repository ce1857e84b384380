import Tokens

extension Hand {
  /// Judges a token by a policy at this server's time, and keeps what was asked for whoever wants to
  /// know.
  func judge(_ token: String, by policy: VerificationPolicy) -> TokenVerdict {
    let now = Int(now.seconds)
    run.judgements?.append(
      TokenJudgement(token: token, server: server.name, policy: policy, now: now))
    return TokenVerifier(policy).verify(token, at: now)
  }

  /// The same for a statement that a client has signed: no rule but those kept is asked here, since
  /// a row of its own judges each; the signature counts as verified where a key was at work.
  func judgeSigned(
    _ statement: String, by policy: VerificationPolicy, keeping kept: [TokenCheck]
  ) -> TokenVerdict {
    var policy = policy
    policy.requiresExpiry = false
    for check in TokenCheck.allCases where !check.isGate && !kept.contains(check) {
      policy.waived[check.id] = .caller("a row of its own judges it")
    }
    let verdict = judge(statement, by: policy)
    switch verdict.signature {
    case .fits, .wrong: count(.verify, verdict.token?.algorithm ?? "?")
    case .unsigned, .noKey, nil: break
    }
    return verdict
  }
}
