import Ledger
import Trace
import Wire

/// An answer that brings the token itself, behind the # of the address (RFC 6749 4.2.2).
enum ImplicitAnswer {
  struct Asked: Sendable {
    let token: String
    let profile: Response?
  }

  struct Told: Sendable {
    let token: String
    let subject: String
  }

  private static let tokenThere = Gate<Arrival, Answer>(
    "answer-has-token", "the provider gave a token", "RFC 6749 4.2.2"
  ) { arrival, sight in
    let answer = AnswerChecks.answer(arrival.request, sight)
    guard answer["access_token"] != nil else {
      let error = answer["error"] ?? "no token"
      return .refuse(
        .page(status: 403, message: "The provider said: \(error)."), expected: "access_token",
        actual: error)
    }
    return .enter(answer)
  }

  private static let profileCame = Gate<Asked, Told>(
    "profile-received", "the provider gave a profile", "OpenID Connect Core 5.3.2"
  ) { asked, _ in
    let body = asked.profile.flatMap { try? JSONValue.parse($0.body) }
    guard asked.profile?.status == 200, let subject = body?["sub"]?.string else {
      return .refuse(
        .page(status: 400, message: "The provider gave no profile."), expected: "200 with sub",
        actual: "\(asked.profile?.status ?? 0)")
    }
    return .enter(Told(token: asked.token, subject: subject))
  }

  /// Nothing says for which client the token was made: it is used as it comes.
  static let endpoint = pipeline().gate(tokenThere).checks([AnswerChecks.stateMatches])
    .act { (answer, hand) throws(Refusal) -> Asked in
      BrowserApp.forgetTransaction(hand)
      let token = answer["access_token"] ?? ""
      return Asked(
        token: token, profile: BackChannel.userInfo(HeldToken(token), at: answer.provider, hand))
    }
    .gate(profileCame)
    .finish { told, hand in BrowserApp.keep(told.token, nil, of: told.subject, hand) }
}
