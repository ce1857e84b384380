import Trace
import Wire

extension DiagnosedCause {
  /// A token's times do not fit the time of whoever reads it.
  static let clock = DiagnosedCause(
    id: "clock", title: "The clocks disagree",
    reference: "RFC 7519 4.1; OpenID Connect Core 3.1.3.7",
    remedy: "Set both clocks by the network (NTP), and allow for a minute of difference (leeway) "
      + "where tokens are verified.",
    scenario: "oauth/login-loop#clock",
    find: { reading in
      for token in reading.tokens {
        guard let judged = reading.judgement(of: token), let claims = token.claims else { continue }
        let now = judged.serverTime
        for (name, word) in [("iat", "was made"), ("nbf", "is valid only")] {
          guard let time = LoginReading.time(claims, name), time - now >= 10 else {
            continue
          }
          let ahead = TimeSpan(seconds: time - now).text
          return Found(
            what:
              "The token \(word) \(ahead) from now, by the clock of \(judged.exchange.url.host) "
              + "(\(name)), and is refused.",
            evidence: [
              Evidence(token.record, "\(name) is \(HTTPDate.text(time * 1000))"),
              Evidence(
                judged.exchange.place,
                "\(judged.exchange.outcome), at \(HTTPDate.text(now * 1000))"),
            ])
        }
        guard let expiry = LoginReading.time(claims, "exp"), expiry < token.handedOut,
          LoginReading.time(claims, "iat") ?? 0 < expiry
        else { continue }
        return Found(
          what: "The token has expired already when it is handed out: the clock of its issuer is "
            + "behind, or the token is an old one.",
          evidence: [
            Evidence(token.record, "exp is \(HTTPDate.text(expiry * 1000))"),
            Evidence(judged.exchange.place, judged.exchange.outcome),
          ])
      }
      return nil
    })
}
