import Trace
import Wire

/// The provider's login form (OpenID Connect Core 3.1.2.3).
enum SignIn {
  struct Attempt: Sendable {
    let pending: PendingRequest
    let user: Authenticated
  }

  private static let password = Gate<PendingRequest, Attempt>(
    "password-correct", "the password is the user's", "OWASP ASVS 6.2"
  ) { pending, sight in
    let arrival = Arrival(request: pending.request)
    switch Passwords.given(else: Passwords.wrong).admit(arrival, sight) {
    case .refuse(let refusal, let expected, let actual):
      return .refuse(refusal, expected: expected, actual: actual)
    case .enter(let given):
      switch Passwords.correct(else: Passwords.wrong).admit(given, sight) {
      case .refuse(let refusal, let expected, let actual):
        return .refuse(refusal, expected: expected, actual: actual)
      case .enter(let user): return .enter(Attempt(pending: pending, user: user))
      }
    }
  }

  static let endpoint = pipeline().gate(Interaction.pending).checks([Interaction.sameBrowser])
    .gate(password)
    .finish { attempt, hand in
      let cookie = Sessions.begin(
        user: attempt.user.user, presented: attempt.pending.request, hand,
        extra: Session.providerFields(.password, hand))
      var pending = attempt.pending
      pending.settle("must", hand)
      let session = Sessions.find(begunBy: cookie, pending.request, hand)
      var response = Interaction.proceed(pending, session, hand)
      response.headers.append("Set-Cookie", cookie)
      return response
    }
}

extension PendingRequest {
  /// What was asked of the user is done.
  mutating func settle(_ name: String, _ hand: Hand) {
    guard row[name] != nil else { return }
    row.set(name, nil)
    hand.write(.requests, key, row)
  }
}
