import Ledger
import Trace
import Wire

/// What a client asks an API for its user (RFC 6749 1.2), with tokens that stay in the session's
/// row on its server: the browser has the cookie and nothing else.
enum Delegated {
  struct Armed: Sendable {
    let session: Session
    /// Nil when the session has no token, or the provider renewed none.
    let token: HeldToken?
    let error: String
  }

  struct Answered: Sendable {
    let user: String
    let response: Response?
  }

  /// What the session's row keeps of a token response; nothing for a client that calls no API.
  static func kept(_ body: JSONValue?, _ hand: Hand) -> Row {
    guard hand.server.api != nil, let access = body?["access_token"]?.string else { return [] }
    let until = hand.now.seconds + (body?["expires_in"]?.integer ?? 0)
    var row = [Pair("access", access), Pair("access-until", String(until))]
    if let refresh = body?["refresh_token"]?.string { row.append(Pair("refresh", refresh)) }
    if let type = body?["token_type"]?.string, HeldToken(access, type: type).isBound {
      row.append(Pair("access-type", type))
    }
    return row
  }

  /// Keeps the tokens of an identity that an account was connected with.
  static func keep(_ body: JSONValue?, of user: String, _ hand: Hand) {
    let row = kept(body, hand)
    if !row.isEmpty { hand.write(.vault, RowKey(user), row) }
  }

  /// Where tokens lie for whoever is signed in.
  private struct Place {
    let table: Table
    let key: RowKey
    let row: Row
  }

  private static func place(_ session: Session, _ hand: Hand) -> Place? {
    if session.row["access"] != nil {
      return Place(table: .sessions, key: session.key, row: session.row)
    }
    let key = RowKey(session.user)
    return hand.read(.vault, key).map { Place(table: .vault, key: key, row: $0) }
  }

  /// The token that is kept for the session, renewed where its time is over (RFC 6749 6); or one for
  /// a single API (RFC 8707 2.2).
  static func arm(_ session: Session, _ hand: Hand, for resource: String? = nil) -> Armed {
    guard let place = place(session, hand), let access = place.row["access"],
      let until = place.row["access-until"].flatMap({ Int64($0) })
    else { return Armed(session: session, token: nil, error: "nobody has consented to that") }
    if resource == nil, hand.now.seconds < until {
      let token = HeldToken(access, type: place.row["access-type"])
      return Armed(session: session, token: token, error: "")
    }
    return renew(session, place, hand, for: resource)
  }

  private static func renew(
    _ session: Session, _ place: Place, _ hand: Hand, for resource: String?
  ) -> Armed {
    guard let refresh = place.row["refresh"] else {
      return Armed(session: session, token: nil, error: "the access token is over")
    }
    var form = [Pair("grant_type", "refresh_token"), Pair("refresh_token", refresh)]
    if let resource { form.append(Pair("resource", resource)) }
    let response = BackChannel.post("/token", form, at: hand.sight.provider, hand)
    let body = response.flatMap { try? JSONValue.parse($0.body) }
    guard response?.status == 200, let renewed = body?["access_token"]?.string else {
      let error = body?["error"]?.string ?? "no answer"
      return Armed(session: session, token: nil, error: error)
    }
    var next = place.row
    // A token for one API is for this once.
    for pair in kept(body, hand) where resource == nil || pair.name == "refresh" {
      next.set(pair.name, pair.value)
    }
    hand.write(place.table, place.key, next)
    let type = body?["token_type"]?.string
    return Armed(session: session, token: HeldToken(renewed, type: type), error: "")
  }

  static let armed = Gate<Armed, Armed>(
    "delegation-held", "the session holds an access token", "RFC 6749 1.4"
  ) { it, _ in
    it.token != nil
      ? .enter(it)
      : .refuse(
        .page(status: 403, message: "Sign in again to let this app act for you: \(it.error)."),
        expected: "an access token", actual: it.error)
  }

  private static let answered = Gate<Answered, Answered>(
    "resource-answered", "the API gave what was asked for", "RFC 6750 3"
  ) { it, _ in
    guard let response = it.response, response.status == 200 else {
      let status = it.response?.status ?? 0
      let error = it.response?.headers["WWW-Authenticate"] ?? "no word why"
      return .refuse(
        .page(status: 502, message: "The API said no: \(status)."), expected: "200",
        actual: "\(status), \(error)")
    }
    return .enter(it)
  }

  /// Up to the token of the session.
  private static let table = Sessions.required
    .act { (session, hand) throws(Refusal) -> Armed in arm(session, hand) }
    .gate(armed)

  static let orders =
    table
    .act { (it, hand) throws(Refusal) -> Answered in
      Answered(
        user: it.session.user, response: it.token.flatMap { ResourceCall.get("/orders", $0, hand) })
    }
    .gate(answered)
    .finish { it, hand in
      Page(
        title: "\(hand.server.name): orders of \(it.user)",
        paragraphs: ["The API said: \(it.response?.body ?? "")"]
      ).response()
    }

  /// A payment; where the API wants to be surer of who is there, the user signs in once more
  /// (RFC 9470 4).
  static let pay = table.finish { it, hand in
    let response = it.token.flatMap { ResourceCall.send("POST", "/payments", $0, hand) }
    if BearerChallenge.error(response) == "insufficient_user_authentication" {
      return Beginning.begin(
        at: hand.sight.provider, hand, asking: BearerChallenge.wishes(response))
    }
    let isPaid = response?.status == 200
    return Page(
      title: "\(hand.server.name): payment of \(it.session.user)",
      paragraphs: ["The API said: \(response?.body ?? "nothing")"]
    ).response(status: isPaid ? 200 : 502)
  }
}
