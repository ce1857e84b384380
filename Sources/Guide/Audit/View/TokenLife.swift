import Wire

/// How long an access token is good for, by its own claims or by the answer that brought it.
struct TokenLife {
  let seconds: Int64
  let place: AuditPlace
  /// Whether a refresh token came with it.
  let isRenewable: Bool

  /// Of the tokens that servers give out; of a token that came alone, unless it is none for access.
  static func all(in view: AuditView) -> [TokenLife] {
    if view.kind == .token {
      return view.tokens.filter { $0.purpose == .access || $0.purpose == .unknown }
        .compactMap { life(of: $0, isRenewable: true) }
    }
    let issued = view.tokens.filter { $0.isIssued && $0.purpose == .access }
    let byAnswer = Dictionary(
      issued.map { ($0.exchange?.sent ?? -1, $0) }, uniquingKeysWith: { first, _ in first })
    return view.served.compactMap { exchange in
      guard let object = exchange.json?.object, object["access_token"] != nil else { return nil }
      let isRenewable = object["refresh_token"] != nil
      if let own = byAnswer[exchange.sent].flatMap({ life(of: $0, isRenewable: isRenewable) }) {
        return own
      }
      return object["expires_in"]?.integer.map {
        TokenLife(
          seconds: $0, place: exchange.answerPlace(view.trace), isRenewable: isRenewable)
      }
    }
  }

  private static func life(of token: SeenToken, isRenewable: Bool) -> TokenLife? {
    guard let from = token.claims?["iat"]?.integer, let until = token.claims?["exp"]?.integer
    else { return nil }
    return TokenLife(seconds: until - from, place: token.place, isRenewable: isRenewable)
  }
}
