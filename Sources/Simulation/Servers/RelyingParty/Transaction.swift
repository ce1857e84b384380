import Trace
import Wire

/// What a client remembers of an authorization request until its answer comes.
struct Transaction: Sendable {
  let key: RowKey
  let row: Row

  var state: String? { row["state"] }
  var nonce: String? { row["nonce"] }
  var verifier: String? { row["verifier"] }
  var created: Int64 { row["created"].flatMap { Int64($0) } ?? 0 }
}

/// Making authorization requests (RFC 6749 4.1.1), the same for web and native clients.
enum Transactions {
  static let cookieName = "__Host-tx"

  /// What is sent, and what is remembered of it.
  struct Request {
    var query: [Pair]
    var row: Row
  }

  /// What a page of the client may ask of the provider besides (OpenID Connect Core 3.1.2.1).
  private static let wishes = ["prompt", "max_age", "login_hint", "acr_values", "resource"]

  static func make(
    at provider: ServerSpec?, _ hand: Hand, asking extra: [Pair] = []
  ) -> Request {
    let client = hand.server
    var out = Request(
      query: [
        Pair("response_type", client.usesImplicitGrant ? "token" : "code"),
        Pair("client_id", client.name), Pair("redirect_uri", hand.redirectURI(at: provider)),
        Pair("scope", client.scopes.joined(separator: " ")),
      ], row: [Pair("created", String(hand.now.seconds))])
    // A client with one provider has nothing to mix up.
    if client.providers.count > 1, let provider { out.row.append(Pair("provider", provider.name)) }
    for pair in extra where wishes.contains(pair.name) {
      out.query.append(pair)
      out.row.append(pair)
    }
    if client.responseMode != .query {
      out.query.append(Pair("response_mode", client.responseMode.rawValue))
    }
    addState(&out, hand)
    // There will be neither a code nor an ID token to tie to this request.
    if client.usesImplicitGrant { return out }
    addNonce(&out, hand)
    addChallenge(&out, hand)
    // The code is worth nothing to whoever holds another key (RFC 9449 10).
    if hand.run.makesProofs {
      out.query.append(Pair("dpop_jkt", hand.run.thumbprint(of: client.name)))
    }
    return out
  }

  /// An answer is good once.
  static func forget(_ transaction: Transaction, _ hand: Hand) {
    if hand.server.role == .browserApp {
      BrowserApp.forgetTransaction(hand)
    } else {
      hand.write(.transactions, transaction.key, nil)
    }
  }

  private static func addState(_ out: inout Request, _ hand: Hand) {
    if hand.isOff("state-sent") {
      hand.omit(
        "state-sent", "send a state", would: "would have tied the answer to this request")
      return
    }
    let state = hand.mint(.state)
    out.query.append(Pair("state", state))
    out.row.append(Pair("state", state))
  }

  private static func addNonce(_ out: inout Request, _ hand: Hand) {
    if hand.isOff("nonce") {
      hand.omit("nonce", "send a nonce", would: "would have tied the ID token to this request")
      return
    }
    let nonce = hand.mint(.nonce)
    out.query.append(Pair("nonce", nonce))
    out.row.append(Pair("nonce", nonce))
  }

  private static func addChallenge(_ out: inout Request, _ hand: Hand) {
    if hand.isOff("pkce") {
      hand.omit(
        "pkce", "send a code challenge", would: "would have tied the code to this client")
      return
    }
    let verifier = hand.mint(.verifier, bytes: 32)
    let challenge = PKCE.challenge(of: verifier)
    hand.register(.challenge, challenge, from: verifier)
    out.query += [Pair("code_challenge", challenge), Pair("code_challenge_method", "S256")]
    out.row.append(Pair("verifier", verifier))
  }

  static func redirect(_ request: Request, to provider: ServerSpec?, _ hand: Hand) -> Response {
    let endpoint = provider.map { hand.run.addresses(of: $0).authorization } ?? ""
    var query = request.query
    if hand.isOff("par") {
      hand.omit(
        "par", "push the request", would: "would have kept the request out of the browser")
    } else if let reference = PushedRequests.push(query, to: provider, hand) {
      query = reference
    } else {
      return Page(title: "The provider did not take the request").response(status: 502)
    }
    return Response(
      303,
      headers: Headers([
        Pair("Location", endpoint + "?" + FormCoding.encode(query)),
        Pair("Cache-Control", "no-store"),
      ]))
  }
}

extension Hand {
  /// Where the client waits for answers, as far as it can see: behind a proxy that ends TLS, and to
  /// which it does not listen, it believes that browsers come by plain http.
  func redirectURI(at provider: ServerSpec?) -> String {
    let uri = run.redirectURI(of: server, at: provider)
    guard server.deployment.tls == .ignored, uri.hasPrefix("https:") else { return uri }
    return "http" + uri.dropFirst("https".count)
  }
}
