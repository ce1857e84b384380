import Ledger
import Trace
import Wire

/// A resource for which it matters how, and how lately, the user has signed in (RFC 9470).
enum Payments {
  private static let freshness = TimeSpan(seconds: 300)

  private static func refusal(_ it: Authorised, _ words: String) -> Refusal {
    it.refusal(
      401, "insufficient_user_authentication", words,
      [
        Pair("acr_values", AuthenticationLevel.twoFactors.rawValue),
        Pair("max_age", String(freshness.seconds)),
      ])
  }

  private static let levelSufficient = Check<Authorised>(
    CheckInfo(
      "level-sufficient", "the user has shown two factors", "RFC 9470 3", defence: "step-up"),
    elseBy: { refusal($0, "two factors are needed") }
  ) { it, _ in
    let shown = it.claims["acr"]?.string
    return shown == AuthenticationLevel.twoFactors.rawValue
      ? .holds
      : .fails(expected: AuthenticationLevel.twoFactors.rawValue, actual: shown ?? "no acr")
  }

  private static let signInFresh = Check<Authorised>(
    CheckInfo(
      "sign-in-fresh", "the user has signed in lately", "RFC 9470 3", defence: "step-up"),
    elseBy: { refusal($0, "a more recent sign-in is needed") }
  ) { it, seen in
    guard let time = it.claims["auth_time"]?.integer else {
      return .fails(expected: "auth_time", actual: "none")
    }
    let age = TimeSpan(seconds: seen.now.seconds - time)
    return age.seconds <= freshness.seconds
      ? .holds : .fails(expected: "\(freshness.text) at most", actual: age.text)
  }

  static let pay = BearerTokens.endpoint {
    $0.checks([BearerTokens.needs("payments"), levelSufficient, signInFresh])
      .finish { it, _ in
        JSONResponse.make(200, ["paid": true, "of": .string(it.subject)])
      }
  }
}
