import Cryptography
import Trace
import Wire

/// A client at the token endpoint that is who it says it is.
struct AuthenticatedClient: Sendable {
  let name: String
  let row: Row
  let request: Request
}

/// Client authentication (RFC 6749 2.3): Basic, in the form, or none for a public client.
enum ClientAuthentication {
  private struct Claim {
    let client: String
    let secret: String?
  }

  private static let invalidClient = Refusal.oauth(
    status: 401, error: "invalid_client", description: "client authentication failed")

  static let gate = Gate<Arrival, AuthenticatedClient>(
    "client-authenticated", "the client proves who it is", "RFC 6749 2.3"
  ) { arrival, sight in
    let request = arrival.request
    let basic = request.headers["Authorization"].flatMap(basicClaim)
    if basic != nil, request.form["client_secret"] != nil {
      return .refuse(
        .oauth(
          status: 400, error: "invalid_request", description: "two kinds of authentication"),
        expected: "one way to authenticate", actual: "two")
    }
    guard
      let claim = basic
        ?? request.form["client_id"].map({
          Claim(client: $0, secret: request.form["client_secret"])
        })
    else { return .refuse(invalidClient, expected: "a client", actual: "none") }
    guard let row = sight.read(.clients, RowKey(claim.client)) else {
      return .refuse(invalidClient, expected: "a registered client", actual: claim.client)
    }
    guard matches(claim, row) else {
      return .refuse(
        invalidClient,
        expected: row["secret"] == nil ? "no secret" : "the secret of \(claim.client)",
        actual: claim.secret == nil ? "no secret" : "another secret")
    }
    return .enter(AuthenticatedClient(name: claim.client, row: row, request: request))
  }

  private static func matches(_ claim: Claim, _ row: Row) -> Bool {
    guard let kept = row["secret"] else { return claim.secret == nil }
    guard let secret = claim.secret else { return false }
    return Base64.url(Digest.sha256.hash(Array(secret.utf8))) == kept
  }

  /// `Basic base64(id:secret)`, both form-encoded as RFC 6749 2.3.1 asks, or raw as many send them.
  private static func basicClaim(_ field: String) -> Claim? {
    let parts = field.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, ASCII.equalFolded(parts[0], "basic"),
      let bytes = try? Base64.decodeStandard(parts[1])
    else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let colon = text.firstIndex(of: ":") else { return nil }
    return Claim(
      client: Percent.decode(text[..<colon].utf8),
      secret: Percent.decode(text[text.index(after: colon)...].utf8))
  }

  /// The header that a confidential client sends.
  static func basic(_ client: String, _ secret: String) -> String {
    let text = Percent.encode(client) + ":" + Percent.encode(secret)
    return "Basic " + Base64.standard(Array(text.utf8))
  }
}
