import Trace
import Wire

/// What a client remembers of an authorization request until its answer comes.
struct Transaction: Sendable {
  let key: RowKey
  let row: Row

  var state: String? { row["state"] }
  var nonce: String? { row["nonce"] }
  var verifier: String? { row["verifier"] }
}

/// Making authorization requests (RFC 6749 4.1.1), the same for web and native clients.
enum Transactions {
  static let cookieName = "__Host-tx"

  /// What is sent, and what is remembered of it.
  struct Request {
    var query: [Pair]
    var row: Row
  }

  static func make(at provider: ServerSpec?, _ hand: Hand) -> Request {
    let client = hand.server
    var out = Request(
      query: [
        Pair("response_type", "code"), Pair("client_id", client.name),
        Pair("redirect_uri", client.redirectURI),
        Pair("scope", client.scopes.joined(separator: " ")),
      ], row: [Pair("created", String(hand.now.seconds))])
    // A client with one provider has nothing to mix up.
    if client.providers.count > 1, let provider { out.row.append(Pair("provider", provider.name)) }
    addState(&out, hand)
    addNonce(&out, hand)
    addChallenge(&out, hand)
    return out
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

  static func redirect(_ request: Request, to provider: ServerSpec?) -> Response {
    let endpoint = (provider?.origin.origin ?? "") + "/authorize"
    return Response(
      303,
      headers: Headers([
        Pair("Location", endpoint + "?" + FormCoding.encode(request.query)),
        Pair("Cache-Control", "no-store"),
      ]))
  }
}
