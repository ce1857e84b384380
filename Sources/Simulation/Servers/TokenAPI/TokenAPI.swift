import Ledger
import Trace
import Wire

/// An API that takes JWTs, and issues them unless it trusts another server's.
enum TokenAPI {
  static let routes = Routes(
    json: true,
    [
      route("POST", "/login", login),
      route("POST", "/refresh", RefreshTokens.endpoint),
      route("POST", "/logout", logout),
      route("GET", "/me", me),
      route("GET", "/profile", profile),
      route("GET", "/admin", admin),
      route("POST", "/note", note),
      route("GET", "/orders", Orders.list),
      route("POST", "/orders", Orders.place),
      route("POST", "/payments", Payments.pay),
      route("GET", "/jwks", JWKSets.endpoint),
      route("POST", "/keys/rotate", rotate),
    ])

  private static let wrong = Refusal.oauth(
    status: 401, error: "invalid_credentials", description: "the user or the password is wrong")

  /// Credentials in, signed token out.
  static let login = pipeline().gate(Passwords.given(else: wrong))
    .gate(Passwords.correct(else: wrong))
    .finish { signedIn, hand in
      let family = hand.uniqueID()
      hand.write(.refresh, RefreshTokens.familyKey(family), [Pair("user", signedIn.user)])
      let refresh = RefreshTokens.mint(user: signedIn.user, family: family, hand)
      return AccessTokens.answer(
        user: signedIn.user, row: signedIn.row, refresh: refresh, hand,
        wishes: TokenWishes(signedIn.request.form))
    }

  static let me = BearerTokens.endpoint {
    $0.finish { it, _ in
      JSONResponse.make(
        200, ["user": .string(it.subject), "role": it.claims["role"] ?? "user"])
    }
  }

  /// What belongs to one user, who has to be one.
  static let profile = BearerTokens.endpoint {
    $0.checks([BearerTokens.speaksOfUser]).finish { it, _ in
      JSONResponse.make(200, ["user": .string(it.subject), "letters": ["Yours, the Queen"]])
    }
  }

  /// Writes a line into the user's row: the plainest thing that is not reading.
  static let note = BearerTokens.endpoint {
    $0.checks([BearerTokens.mayWrite]).finish { it, hand in
      let key = RowKey(it.subject)
      var row = hand.read(.users, key) ?? []
      row.set("note", it.request.form["text"] ?? "")
      hand.write(.users, key, row)
      return JSONResponse.make(200, ["noted": true, "of": .string(it.subject)])
    }
  }

  private static let roleAllowed = Check<Authorised>(
    CheckInfo("role-allowed", "the role is admin", "RFC 6750 3.1"),
    elseBy: { $0.refusal(403, "insufficient_scope", "this needs the role admin") }
  ) { it, _ in
    let role = it.claims["role"]?.string ?? "none"
    return role == "admin" ? .holds : .fails(expected: "role admin", actual: "role \(role)")
  }

  static let admin = BearerTokens.endpoint {
    $0.checks([roleAllowed]).finish { it, _ in
      JSONResponse.make(
        200, ["page": "admin", "user": .string(it.subject), "role": "admin"])
    }
  }

  /// A new signing key from now on.
  static let rotate = BearerTokens.required.checks([roleAllowed]).finish { _, hand in
    let spec = hand.server
    hand.run.world.keyNumbers[spec.name, default: 1] += 1
    if hand.isOff("key-overlap") {
      hand.omit(
        "key-overlap", "keep the old key published",
        would: "would have kept the tokens of the old key good until they end")
    }
    return JSONResponse.make(200, ["kid": .string(hand.signingKey(of: spec).id ?? "")])
  }

  /// Logging out a token: whatever of the four ways is on.
  static let logout = BearerTokens.readHere {
    $0.finish { it, hand in
      blocklist(it, hand)
      raiseVersion(it, hand)
      if let token = it.request.form["refresh_token"] { RefreshTokens.revoke(token, hand) }
      return Response(204)
    }
  }

  private static func blocklist(_ it: Authorised, _ hand: Hand) {
    guard let key = it.listKey else { return }
    if hand.isOff("token-blocklist") {
      hand.omit(
        "token-blocklist", "put the jti on the blocklist",
        would: "would have listed \(hand.name(ofSecret: it.token))", table: .blocklist,
        key: key)
    } else {
      // The entry is needed until the token ends by itself.
      let until = it.claims["exp"]?.integer.map { String($0) } ?? ""
      hand.write(.blocklist, key, [Pair("user", it.subject), Pair("until", until)])
    }
  }

  private static func raiseVersion(_ it: Authorised, _ hand: Hand) {
    let key = RowKey(it.subject)
    if hand.isOff("version-claim") {
      hand.omit(
        "version-claim", "raise the user's token version",
        would: "would have made every token of \(it.subject) old", table: .users, key: key)
      return
    }
    guard var row = hand.read(.users, key) else { return }
    let version = row["token_version"].flatMap { Int($0) } ?? 1
    row.set("token_version", String(version + 1))
    hand.write(.users, key, row)
  }
}
