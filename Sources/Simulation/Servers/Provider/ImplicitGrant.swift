import Trace
import Wire

/// The implicit grant (RFC 6749 4.2): a token in the redirect, which nobody may use any more.
enum ImplicitGrant {
  /// A token with nothing that would tie it to the client, and no refresh token (RFC 6749 4.2.2).
  static func answer(_ pending: PendingRequest, _ session: Session, _ hand: Hand) -> Response {
    var grant = Grant(
      row: [Pair("sub", session.user), Pair("scope", pending["scope"] ?? "")],
      client: pending["client"] ?? "")
    grant.authTime = session.authTime
    grant.level = session.level.rawValue
    hand.omit(
      "no-implicit-grant", "give a code", would: "would have kept the token out of the address")
    SignedInClients.add(grant.client, to: session, hand)
    return Interaction.answer(
      pending,
      [
        Pair("access_token", grant.accessToken(hand)), Pair("token_type", "Bearer"),
        Pair("expires_in", String(hand.span(.accessLifetime).seconds)),
        Pair("scope", grant.scope),
      ], hand)
  }
}
