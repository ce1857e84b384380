import Ledger
import Trace
import Wire

/// The logout endpoint of a provider (OpenID Connect RP-Initiated Logout 1.0).
enum EndSession {
  struct Asked: Sendable {
    let parameters: [Pair]
    let request: Request
    var hint: IdentityHint.Subject?
    var client: Row?

    subscript(_ name: String) -> String? {
      parameters[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The client that asks: by its name, or by the audience of its hint.
    var clientName: String? { self["client_id"] ?? hint?.client }

    /// Where the browser goes when it is done.
    var target: String? {
      guard let uri = self["post_logout_redirect_uri"] else { return nil }
      return self["state"].map { RedirectURI.adding([Pair("state", $0)], to: uri) } ?? uri
    }
  }

  private static func page(_ message: String) -> Refusal { .page(status: 400, message: message) }

  private static let hintRow = TableRow(info: IdentityHint.info, isGate: true)

  private static func readHint(
    _ arrival: Arrival, _ hand: Hand
  ) -> (rows: [LedgerRow], next: Admission<Asked>) {
    let request = arrival.request
    let parameters = request.method == "POST" ? request.form : request.url.query
    var asked = Asked(parameters: parameters, request: request)
    guard let text = asked["id_token_hint"] else {
      return ([LedgerRow(IdentityHint.info, .notApplicable("none was sent"))], .enter(asked))
    }
    guard let subject = IdentityHint.subject(of: text, hand) else {
      let row = LedgerRow(
        IdentityHint.info, .fail(expected: "an ID token of this provider", actual: "another"))
      return ([row], .refuse(page("The hint is no ID token of ours."), expected: "", actual: ""))
    }
    asked.hint = subject
    return ([LedgerRow(IdentityHint.info, .pass)], .enter(asked))
  }

  private static let clientFound = Gate<Asked, Asked>(
    "client-known", "the client is registered here", "OpenID Connect RP-Initiated Logout 2"
  ) { asked, sight in
    guard let name = asked.clientName else { return .enter(asked) }
    guard let row = sight.read(.clients, RowKey(name)) else {
      return .refuse(
        page("Nobody here knows the client \(name)."), expected: "a registered client",
        actual: name)
    }
    var asked = asked
    asked.client = row
    return .enter(asked)
  }

  private static let clientFitsHint = Check<Asked>(
    CheckInfo(
      "hint-of-client", "the hint was issued to the client that asks",
      "OpenID Connect RP-Initiated Logout 2"), else: page("The hint is another client's.")
  ) { asked, _ in
    guard let named = asked["client_id"], let hint = asked.hint else {
      return .moot("not both were sent")
    }
    return named == hint.client ? .holds : .fails(expected: named, actual: hint.client)
  }

  private static let addressRegistered = Check<Asked>(
    CheckInfo(
      "logout-address-registered", "the address to go to is the client's, to the letter",
      "OpenID Connect RP-Initiated Logout 3"), else: page("That address is not registered.")
  ) { asked, _ in
    guard let uri = asked["post_logout_redirect_uri"] else { return .moot("none was named") }
    let registered = asked.client?["post_logout_redirect_uri"] ?? "none"
    return uri.hasSameBytes(as: registered)
      ? .holds : .fails(expected: registered, actual: uri)
  }

  static let endpoint = pipeline().ledger([hintRow], readHint).gate(clientFound)
    .checks([clientFitsHint, addressRegistered])
    .finish { asked, hand in
      let session = Sessions.find(asked.request, hand.sight) ?? named(by: asked, hand)
      // Anybody can send a browser here, so that the user is asked unless the hint is hers.
      let isSure = asked.hint != nil && (session == nil || asked.hint?.user == session?.user)
      return isSure
        ? finish(session, asked.target, asked.request, hand) : confirmation(asked, hand)
    }

  /// The session that the hint names; its cookie stays at home where it is `SameSite=Strict` and
  /// the client's page has sent the browser.
  private static func named(by asked: Asked, _ hand: Hand) -> Session? {
    guard let sid = asked.hint?.session else { return nil }
    return hand.rows(.sessions).first { $0.row["sid"] == sid }.map {
      Session(key: $0.key, row: $0.row, request: asked.request)
    }
  }

  // The question.

  /// Kept apart from the requests that wait for a sign-in.
  private static func key(_ id: String, _ sight: Sight) -> RowKey {
    RowKey(sight.key(hashing: "logout " + id).text, secret: sight.key(raw: id).secret)
  }

  private static func confirmation(_ asked: Asked, _ hand: Hand) -> Response {
    let id = hand.mint(.transaction)
    var row = [Pair("logout", asked.clientName ?? "nobody")]
    if let target = asked.target { row.append(Pair("target", target)) }
    hand.write(.requests, key(id, hand.sight), row)
    var page = Page(
      title: "Sign out of \(hand.server.name)?",
      form: Page.Form(
        action: "/logout/confirm",
        fields: [Page.Field(name: "request", kind: "hidden", value: id)],
        buttons: [
          Page.Field(name: "decision", kind: "Sign out", value: "yes"),
          Page.Field(name: "decision", kind: "Stay", value: "no"),
        ])
    ).response()
    page.headers.append(
      "Set-Cookie",
      "\(Interaction.cookieName)=\(id); Path=/; Secure; HttpOnly; SameSite=Lax")
    return page
  }

  private static let waiting = Gate<Arrival, PendingRequest>(
    "request-pending", "the form belongs to a request that waits"
  ) { arrival, sight in
    let id = arrival.request.field("request") ?? ""
    let key = key(id, sight)
    guard let row = sight.read(.requests, key) else {
      return .refuse(
        page("There is nothing to confirm."), expected: "a request that waits", actual: "none")
    }
    return .enter(PendingRequest(id: id, key: key, row: row, request: arrival.request))
  }

  static let confirm = pipeline().gate(waiting).checks([Interaction.sameBrowser])
    .finish { pending, hand in
      hand.write(.requests, pending.key, nil)
      guard pending.request.field("decision") == "yes" else {
        return Page(title: "You are still signed in").response()
      }
      let session = Sessions.find(pending.request, hand.sight)
      return finish(session, pending["target"], pending.request, hand)
    }

  /// Ends the session, tells the clients, and sends the browser on.
  private static func finish(
    _ session: Session?, _ target: String?, _ request: Request, _ hand: Hand
  ) -> Response {
    let cookie = Sessions.end(request, hand)
    if let session {
      if !hand.isOff("revoke-on-logout") { hand.write(.sessions, session.key, nil) }
      LogoutTokens.tell(session, hand)
    }
    var response =
      target.map { Response(303, headers: Headers([Pair("Location", $0)])) }
      ?? Page(title: "You are signed out").response()
    response.headers.append("Set-Cookie", cookie)
    return response
  }
}
