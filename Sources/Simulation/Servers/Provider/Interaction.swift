import Ledger
import Trace
import Wire

/// A request that waits while its user signs in and consents.
struct PendingRequest: Sendable {
  let id: String
  let key: RowKey
  let row: Row
  let request: Request

  subscript(_ name: String) -> String? { row[name] }
}

/// What lies between an authorization request and its answer: sign in, consent, code.
enum Interaction {
  static let cookieName = "__Host-login"
  /// The parameters that an answer needs.
  private static let kept = [
    "state", "nonce", "scope", "code_challenge", "code_challenge_method",
  ]

  /// Asks the user for what is still missing: a sign-in, a consent, or nothing.
  static func begin(_ request: AuthorizationRequest, _ hand: Hand) -> Response {
    let pending = remember(request, hand)
    guard let session = Sessions.find(request.request, hand.sight) else {
      return bound(loginPage(pending.id, hand), to: pending)
    }
    return proceed(pending, user: session.user, hand) { bound($0, to: pending) }
  }

  /// With a user: to the consent page, or straight back where the consent was given before.
  static func proceed(
    _ pending: PendingRequest, user: String, _ hand: Hand,
    page finish: (Response) -> Response = { $0 }
  ) -> Response {
    let key = RowKey("\(user) \(pending["client"] ?? "")")
    let given = hand.read(.consents, key)?["scope"] ?? ""
    let wanted = (pending["scope"] ?? "").split(separator: " ")
    if !given.isEmpty, Set(wanted).isSubset(of: given.split(separator: " ")) {
      return grant(pending, user: user, hand)
    }
    return finish(consentPage(pending, hand))
  }

  private static func remember(
    _ request: AuthorizationRequest, _ hand: Hand
  ) -> PendingRequest {
    let id = hand.mint(.transaction)
    var row = [Pair("client", request.client), Pair("redirect_uri", request.redirectURI)]
    for name in kept { if let value = request[name] { row.append(Pair(name, value)) } }
    let key = hand.key(hashing: id)
    hand.write(.requests, key, row)
    return PendingRequest(id: id, key: key, row: row, request: request.request)
  }

  /// The form that follows counts in this browser only.
  private static func bound(_ page: Response, to pending: PendingRequest) -> Response {
    var response = page
    response.headers.append(
      "Set-Cookie", "\(cookieName)=\(pending.id); Path=/; Secure; HttpOnly; SameSite=Lax")
    return response
  }

  private static func loginPage(_ id: String, _ hand: Hand) -> Response {
    Page(
      title: "Sign in to \(hand.server.name)",
      form: Page.Form(
        action: "/login",
        fields: [
          Page.Field(name: "request", kind: "hidden", value: id),
          Page.Field(name: "user", kind: "text", value: ""),
          Page.Field(name: "password", kind: "password", value: ""),
        ], buttons: [Page.Field(name: "", kind: "Sign in", value: "")])
    ).response()
  }

  static func consentPage(_ pending: PendingRequest, _ hand: Hand) -> Response {
    let scope = pending["scope"] ?? "nothing in particular"
    return Page(
      title: "May \(pending["client"] ?? "") act for you?", paragraphs: ["It asks for: \(scope)."],
      form: Page.Form(
        action: "/consent",
        fields: [Page.Field(name: "request", kind: "hidden", value: pending.id)],
        buttons: [
          Page.Field(name: "decision", kind: "Allow", value: "allow"),
          Page.Field(name: "decision", kind: "Deny", value: "deny"),
        ])
    ).response()
  }

  private static let lost = Refusal.page(
    status: 400, message: "This sign-in is over or was never begun. Start again at the app.")

  static let pending = Gate<Arrival, PendingRequest>(
    "request-pending", "the form belongs to a request that waits"
  ) { arrival, sight in
    let id = arrival.request.form["request"] ?? ""
    let key = sight.key(hashing: id)
    guard let row = sight.read(.requests, key) else {
      return .refuse(lost, expected: "a request that waits", actual: "none")
    }
    return .enter(PendingRequest(id: id, key: key, row: row, request: arrival.request))
  }

  static let sameBrowser = Check<PendingRequest>(
    CheckInfo(
      "form-from-this-browser", "the form was shown to this browser", "RFC 9700 4.7",
      defence: "form-bound-to-browser"), else: lost
  ) { pending, _ in
    let cookie = pending.request.cookies[cookieName]
    return cookie == pending.id
      ? .holds
      : .fails(
        expected: "the cookie \(cookieName) of this request",
        actual: cookie == nil ? "no such cookie" : "another request's")
  }

  /// Answers the client: a code, bound to all that it will be held against.
  static func grant(_ pending: PendingRequest, user: String, _ hand: Hand) -> Response {
    let code = hand.mint(.code, bytes: 24)
    let now = hand.now
    var row = [
      Pair("sub", user), Pair("client", pending["client"] ?? ""),
      Pair("redirect_uri", pending["redirect_uri"] ?? ""), Pair("used", "false"),
      Pair("until", String(now.advanced(by: hand.span(.codeLifetime)).seconds)),
      Pair("auth_time", String(now.seconds)), Pair("family", hand.uniqueID()),
    ]
    for name in ["scope", "nonce", "code_challenge"] {
      if let value = pending[name] { row.append(Pair(name, value)) }
    }
    hand.write(.codes, hand.key(hashing: code), row)
    return answer(pending, [Pair("code", code)], hand)
  }

  static func deny(_ pending: PendingRequest, _ hand: Hand) -> Response {
    answer(
      pending,
      [Pair("error", "access_denied"), Pair("error_description", "the user said no")], hand)
  }

  private static func answer(
    _ pending: PendingRequest, _ parameters: [Pair], _ hand: Hand
  ) -> Response {
    hand.write(.requests, pending.key, nil)
    var query = parameters
    if let state = pending["state"] { query.append(Pair("state", state)) }
    query.append(Pair("iss", hand.server.origin.origin))
    let target = RedirectURI.adding(query, to: pending["redirect_uri"] ?? "")
    return Response(
      status(hand),
      headers: Headers([
        Pair("Location", target), Pair("Set-Cookie", "\(cookieName)=; Path=/; Secure; Max-Age=0"),
        Pair("Cache-Control", "no-store"),
      ]))
  }

  /// 303 makes a GET of the form that was just sent; 307 sends it on (RFC 9110 15.4).
  private static func status(_ hand: Hand) -> Int {
    guard hand.isOff("see-other") else { return 303 }
    hand.omit(
      "see-other", "answer a form with 303",
      would: "would have kept the form's fields from the client")
    return 307
  }
}
