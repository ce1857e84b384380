import Trace
import Wire

/// The consent form's answer (RFC 6749 4.1.1).
enum Consent {
  struct Decision: Sendable {
    let pending: PendingRequest
    let session: Session
  }

  private static let signedIn = Gate<PendingRequest, Decision>(
    "session-known", "the provider knows who consents", "OWASP ASVS 7.2.1"
  ) { pending, sight in
    let refusal = Refusal.page(status: 401, message: "Sign in first.")
    guard let session = Sessions.find(pending.request, sight) else {
      return .refuse(refusal, expected: "a session", actual: "none")
    }
    return .enter(Decision(pending: pending, session: session))
  }

  static let endpoint = pipeline().gate(Interaction.pending).checks([Interaction.sameBrowser])
    .gate(signedIn)
    .finish { decision, hand in
      guard decision.pending.request.form["decision"] == "allow" else {
        return Interaction.deny(decision.pending, hand)
      }
      let user = decision.session.user
      let client = decision.pending["client"] ?? ""
      hand.write(
        .consents, RowKey("\(user) \(client)"), [Pair("scope", decision.pending["scope"] ?? "")])
      return Interaction.grant(decision.pending, user: user, hand)
    }
}
