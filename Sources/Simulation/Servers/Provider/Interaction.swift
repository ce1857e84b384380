import Ledger
import Trace
import Wire

/// A request that waits while its user signs in and consents.
struct PendingRequest: Sendable {
  let id: String
  let key: RowKey
  var row: Row
  let request: Request

  subscript(_ name: String) -> String? { row[name] }

  var mode: ResponseMode {
    row["response_mode"].flatMap(ResponseMode.init) ?? (isImplicit ? .fragment : .query)
  }

  var isImplicit: Bool { row["response_type"] == "token" }
  var scopes: [String] { (row["scope"] ?? "").split(separator: " ").map(String.init) }
}

/// What lies between an authorization request and its answer: sign in, consent, code.
enum Interaction {
  static let cookieName = "__Host-login"
  /// The parameters that an answer needs.
  private static let kept = [
    "state", "nonce", "scope", "code_challenge", "code_challenge_method", "response_mode",
    "login_hint", "max_age", "dpop_jkt",
  ]

  /// Asks the user for what is still missing; says what is missing, where no page may be shown.
  static func begin(
    _ request: AuthorizationRequest, _ hand: Hand
  ) throws(Refusal) -> Response {
    let session = Sessions.find(request.request, hand.sight)
    let pending = remember(request, session, hand)
    if request.isSilent { return try silently(request, pending, session, hand) }
    hand.write(.requests, pending.key, pending.row)
    return proceed(pending, session, hand) { bound($0, to: pending, hand) }
  }

  /// `prompt=none`: an answer at once, or the reason why there is none.
  private static func silently(
    _ request: AuthorizationRequest, _ pending: PendingRequest, _ session: Session?, _ hand: Hand
  ) throws(Refusal) -> Response {
    switch missing(pending, session, hand) {
    case .nothing(let session): return grant(pending, session, hand)
    case .signIn: throw request.refusal("login_required", "the user has to sign in")
    case .account:
      throw request.refusal("account_selection_required", "another account is signed in here")
    case .factor:
      throw request.refusal("interaction_required", "the user has to show a second factor")
    case .consent: throw request.refusal("consent_required", "the user has not agreed")
    }
  }

  private static func remember(
    _ request: AuthorizationRequest, _ session: Session?, _ hand: Hand
  ) -> PendingRequest {
    let id = hand.mint(.transaction)
    var row = [Pair("client", request.client), Pair("redirect_uri", request.redirectURI)]
    for name in kept { if let value = request[name] { row.append(Pair(name, value)) } }
    let resources = request.parameters.all("resource")
    if !resources.isEmpty { row.append(Pair("resource", resources.joined(separator: " "))) }
    if request.isImplicit { row.append(Pair("response_type", "token")) }
    if request["redirect_uri"] == nil { row.append(Pair("redirect_uri_left_out", "true")) }
    row += wishes(request, session, hand)
    return PendingRequest(
      id: id, key: hand.key(hashing: id), row: row, request: request.request)
  }

  /// What the request asks of the user besides a code; each is taken away when it is done.
  private static func wishes(
    _ request: AuthorizationRequest, _ session: Session?, _ hand: Hand
  ) -> Row {
    let prompts = request.words("prompt")
    var row: Row = []
    let isTooOld = request["max_age"].flatMap { Int64($0) }.map { limit in
      hand.now.seconds - (session?.authTime ?? 0) > limit
    }
    let isSomebodyElse = request.hint.map { $0 != session?.user } ?? false
    if prompts.contains("login") || isTooOld == true || isSomebodyElse {
      row.append(Pair("must", "sign-in"))
    } else if prompts.contains("select_account") || differs(request["login_hint"], session) {
      row.append(Pair("must", "choose"))
    }
    if prompts.contains("consent") { row.append(Pair("ask", "consent")) }
    if let level = AuthenticationLevel.wanted(request.words("acr_values")) {
      row.append(Pair("acr", level.rawValue))
    }
    return row
  }

  private static func differs(_ hint: String?, _ session: Session?) -> Bool {
    guard let hint, let session else { return false }
    return hint != session.user
  }

  // What is still missing.

  enum Missing {
    case signIn, account, factor, consent
    case nothing(Session)
  }

  static func missing(_ pending: PendingRequest, _ session: Session?, _ hand: Hand) -> Missing {
    guard let session, pending["must"] != "sign-in" else { return .signIn }
    if pending["must"] == "choose" { return .account }
    if let wanted = pending["acr"].flatMap(AuthenticationLevel.init), session.level < wanted {
      return .factor
    }
    let key = RowKey("\(session.user) \(pending["client"] ?? "")")
    let given = (hand.read(.consents, key)?["scope"] ?? "").split(separator: " ").map(String.init)
    if pending["ask"] == "consent" || !Set(pending.scopes).isSubset(of: given) || given.isEmpty {
      return .consent
    }
    return .nothing(session)
  }

  /// To the next page, or straight back where nothing is missing.
  static func proceed(
    _ pending: PendingRequest, _ session: Session?, _ hand: Hand,
    page finish: (Response) -> Response = { $0 }
  ) -> Response {
    switch missing(pending, session, hand) {
    case .signIn: finish(InteractionPages.login(pending, hand))
    case .account: finish(InteractionPages.account(pending, session?.user ?? ""))
    case .factor: finish(InteractionPages.factor(pending))
    case .consent: finish(InteractionPages.consent(pending))
    case .nothing(let session): grant(pending, session, hand)
    }
  }

  /// The form that follows counts in this browser only.
  static func bound(_ page: Response, to pending: PendingRequest, _ hand: Hand) -> Response {
    var response = page
    // A provider that works inside other sites' pages lets both of its cookies go along there.
    let site = hand.level("same-site") == "none" ? "None" : "Lax"
    response.headers.append(
      "Set-Cookie", "\(cookieName)=\(pending.id); Path=/; Secure; HttpOnly; SameSite=\(site)")
    return response
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

  // The answer.

  /// Answers the client: a code, bound to all that it will be held against.
  static func grant(_ pending: PendingRequest, _ session: Session, _ hand: Hand) -> Response {
    if let device = pending["device"] {
      return DeviceAuthorization.decide(pending, device, session, hand)
    }
    if pending.isImplicit { return ImplicitGrant.answer(pending, session, hand) }
    let code = hand.mint(.code, bytes: 24)
    var row = [
      Pair("sub", session.user), Pair("client", pending["client"] ?? ""), Pair("used", "false"),
      Pair("until", String(hand.now.advanced(by: hand.span(.codeLifetime)).seconds)),
      Pair("auth_time", String(session.authTime)), Pair("acr", session.level.rawValue),
      Pair("family", hand.uniqueID()),
    ]
    if let sid = session.row["sid"] { row.append(Pair("sid", sid)) }
    if pending["redirect_uri_left_out"] == nil {
      row.append(Pair("redirect_uri", pending["redirect_uri"] ?? ""))
    }
    for name in ["scope", "nonce", "code_challenge", "resource", "dpop_jkt"] {
      if let value = pending[name] { row.append(Pair(name, value)) }
    }
    hand.write(.codes, hand.key(hashing: code), row)
    SignedInClients.add(pending["client"] ?? "", to: session, hand)
    return answer(pending, [Pair("code", code)], hand)
  }

  static func deny(_ pending: PendingRequest, _ hand: Hand) -> Response {
    if let device = pending["device"] {
      return DeviceAuthorization.decide(pending, device, nil, hand)
    }
    return answer(
      pending,
      [Pair("error", "access_denied"), Pair("error_description", "the user said no")], hand)
  }

  static func answer(
    _ pending: PendingRequest, _ parameters: [Pair], _ hand: Hand
  ) -> Response {
    hand.write(.requests, pending.key, nil)
    var all = parameters
    if let state = pending["state"] { all.append(Pair("state", state)) }
    all.append(Pair("iss", hand.server.origin.origin))
    var response = AuthorizationAnswer.make(
      all, to: pending["redirect_uri"] ?? "", by: pending.mode, status: status(hand))
    response.headers.append("Set-Cookie", "\(cookieName)=; Path=/; Secure; Max-Age=0")
    return response
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
