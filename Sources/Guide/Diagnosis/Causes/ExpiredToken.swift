import Trace
import Wire

extension DiagnosedCause {
  /// A token whose time is over is still shown to an API.
  static let expiredToken = DiagnosedCause(
    id: "token-expired", title: "The access token has expired",
    reference: "RFC 6750 3.1; RFC 7519 4.1.4",
    remedy: "Renew the access token with the refresh token before it expires, or when the API "
      + "answers with 401, once; then ask for a new sign-in.",
    scenario: "jwt/refresh",
    find: { reading in
      for exchange in reading.browsing where exchange.status == 401 {
        guard let token = exchange.bearer, let claims = token.claims,
          let expiry = LoginReading.time(claims, "exp")
        else { continue }
        let now = exchange.response.flatMap(LoginReading.date) ?? exchange.began.seconds
        guard expiry <= now, !reading.getsThroughLater(exchange) else { continue }
        return Found(
          what: "The token expired \(TimeSpan(seconds: now - expiry).text) before it was shown to "
            + "\(exchange.url.host).",
          evidence: [
            Evidence(exchange.sent, "exp is \(HTTPDate.text(expiry * 1000))"),
            Evidence(exchange.place, "\(exchange.outcome), at \(HTTPDate.text(now * 1000))"),
          ])
      }
      return nil
    })
}
