import Ledger
import Trace
import Wire

/// Pushed authorization requests (RFC 9126): the client hands its request in at the back, and the
/// browser carries nothing but a reference to it.
enum PushedRequests {
  static let prefix = "urn:ietf:params:oauth:request_uri:"
  private static let lifetime: Int64 = 60

  private static let noReference = Gate<AuthenticatedClient, AuthenticatedClient>(
    "no-reference-inside", "the pushed request is no reference itself", "RFC 9126 2.1"
  ) { client, _ in
    client.request.field("request_uri") == nil
      ? .enter(client)
      : .refuse(
        TokenForm.invalid("a pushed request has no request_uri"), expected: "no request_uri",
        actual: "one")
  }

  private static let redirectRegistered = Gate<AuthenticatedClient, AuthorizationRequest>(
    "redirect-uri-registered", "the redirect URI is one that the client registered",
    "RFC 9700 4.1.3"
  ) { client, sight in
    var form = client.request.form
    form.set("client_id", client.name)
    if let proof = client.proof { form.set("dpop_jkt", proof.thumbprint) }
    let rule = RedirectURIRule(level: sight.level("redirect-uri-match"))
    switch ReturnAddress.find(form, client.row, rule) {
    case .wrong(let expected, let actual):
      return .refuse(
        TokenForm.invalid("the redirect URI is not registered"), expected: expected,
        actual: actual)
    case .found(let uri):
      let named = Authorization.Named(
        client: client.name, row: client.row, parameters: form, request: client.request)
      var request = Authorization.request(named, uri, sight)
      request.isBeingPushed = true
      return .enter(request)
    }
  }

  static let endpoint = ClientAuthentication.endpoint { table in
    let proven = ProofChecks.table(table).checks([BoundClients.pushedKeyMatches])
    return .either(
      table.gate(noReference).gate(redirectRegistered).checks(AuthorizationChecks.all)
        .finish(keep),
      or: proven.gate(noReference).gate(redirectRegistered).checks(AuthorizationChecks.withKey)
        .finish(keep)
    ) { $0.isOff("dpop") }
  }

  private static let keep: @Sendable (AuthorizationRequest, Hand) -> Response = { request, hand in
    let id = hand.mint(.requestURI, bytes: 24)
    // What proves the client stays here.
    let secrets = ["client_secret", "client_assertion", "client_assertion_type"]
    let parameters = request.parameters.filter { !secrets.contains($0.name) }
    hand.write(
      .pushed, hand.key(hashing: id),
      [
        Pair("client", request.client), Pair("until", String(hand.now.seconds + lifetime)),
        Pair("request", FormCoding.encode(parameters)),
      ])
    return JSONResponse.make(
      201, ["request_uri": .string(prefix + id), "expires_in": .integer(lifetime)])
  }

  // At the authorization endpoint.

  private static func page(_ message: String) -> Refusal { .page(status: 400, message: message) }

  /// The request that a reference stands for; the request itself where there is none.
  static let resolved = Gate<Authorization.Named, Authorization.Named>(
    "reference-known", "the reference stands for a request of this client", "RFC 9126 4"
  ) { named, sight in
    guard let uri = named.parameters["request_uri"], uri.hasPrefix(prefix) else {
      return .enter(named)
    }
    let key = sight.key(hashing: String(uri.dropFirst(prefix.utf8.count)))
    guard let row = sight.read(.pushed, key) else {
      return .refuse(
        page("This reference was used, or never given."), expected: "a request that waits",
        actual: "none")
    }
    guard row["client"] == named.client else {
      return .refuse(
        page("This reference is another client's."), expected: row["client"] ?? "",
        actual: named.client)
    }
    let until = row["until"].flatMap { Int64($0) } ?? 0
    guard sight.now.seconds < until else {
      return .refuse(
        page("This reference is too old."), expected: "within a minute",
        actual: "\(TimeSpan(seconds: sight.now.seconds - until).text) late")
    }
    // What stands beside the reference in the URL does not count (RFC 9126 4).
    var resolved = Authorization.Named(
      client: named.client, row: named.row, parameters: FormCoding.parse(row["request"] ?? ""),
      request: named.request)
    resolved.pushed = key
    return .enter(resolved)
  }

  // At a client.

  /// The parameters that the browser carries; nil when the provider did not take the request.
  static func push(
    _ query: [Pair], to provider: ServerSpec?, _ hand: Hand
  ) -> [Pair]? {
    let client = hand.server
    let form = client.role.isPublicClient ? query.filter { $0.name != "client_id" } : query
    let answer = BackChannel.post("/par", form, at: provider, hand)
    guard answer?.status == 201, let body = answer.flatMap({ try? JSONValue.parse($0.body) }),
      let uri = body["request_uri"]?.string
    else { return nil }
    return [Pair("client_id", client.name), Pair("request_uri", uri)]
  }
}
