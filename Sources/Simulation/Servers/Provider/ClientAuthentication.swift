import Cryptography
import Ledger
import Trace
import Wire

/// A client at the token endpoint that is who it says it is.
struct AuthenticatedClient: Sendable {
  let name: String
  let row: Row
  let request: Request
  /// The APIs whose tokens are issued here.
  let resources: [String]
  var proof: Proof?

  var isConfidential: Bool { row["type"] != "public" }
  var scopes: [String] { (row["scope"] ?? "").split(separator: " ").map(String.init) }
}

/// Client authentication (RFC 6749 2.3): Basic, in the form, by a signed assertion, or none for a
/// public client.
enum ClientAuthentication {
  private struct Claim {
    let client: String
    /// The secret that came, read in each way that clients write it; empty for none.
    let secrets: [String]
  }

  static let invalidClient = Refusal.oauth(
    status: 401, error: "invalid_client", description: "client authentication failed")

  private static let gate = Gate<Arrival, AuthenticatedClient>(
    "client-authenticated", "the client proves who it is", "RFC 6749 2.3"
  ) { arrival, sight in
    let request = arrival.request
    let field = request.headers["Authorization"]
    let basic = field.flatMap(basicClaim)
    if field != nil, basic == nil {
      return .refuse(invalidClient, expected: "Authorization: Basic", actual: "something else")
    }
    if basic != nil, request.field("client_secret") != nil {
      return .refuse(
        TokenForm.invalid("two kinds of authentication"), expected: "one way to authenticate",
        actual: "two")
    }
    let named = request.field("client_id")
    if let basic, let named, named != basic.client {
      return .refuse(invalidClient, expected: basic.client, actual: "client_id \(named)")
    }
    let inForm = named.map {
      Claim(client: $0, secrets: request.field("client_secret").map { [$0] } ?? [])
    }
    guard let claim = basic ?? inForm else {
      return .refuse(invalidClient, expected: "a client", actual: "none")
    }
    guard let row = sight.read(.clients, RowKey(claim.client)) else {
      return .refuse(invalidClient, expected: "a registered client", actual: claim.client)
    }
    guard row["jwks"] == nil else {
      return .refuse(
        invalidClient, expected: "a client_assertion of \(claim.client)",
        actual: claim.secrets.isEmpty ? "its name alone" : "a secret")
    }
    guard matches(claim, row) else {
      return .refuse(
        invalidClient,
        expected: row["secret"] == nil ? "no secret" : "the secret of \(claim.client)",
        actual: claim.secrets.isEmpty ? "no secret" : "another secret")
    }
    return .enter(
      AuthenticatedClient(
        name: claim.client, row: row, request: request, resources: sight.resources))
  }

  /// By a name and what else stands in the form or in Authorization.
  private static let bySecret = pipeline().gate(TokenForm.wellFormed).gate(gate)

  /// An endpoint at which a client shows who it is, in whichever way.
  static func endpoint(
    _ build: (Pipeline<Arrival, AuthenticatedClient>) -> Endpoint
  ) -> Endpoint {
    .either(build(bySecret), or: build(ClientAssertion.table)) { arrival, _ in
      arrival.request.field("client_assertion") == nil
        && arrival.request.field("client_assertion_type") == nil
    }
  }

  /// The same for one grant, which the client has to be registered for (RFC 7591 2).
  static func endpoint(
    for grant: GrantType, _ build: (Pipeline<Arrival, AuthenticatedClient>) -> Endpoint
  ) -> Endpoint {
    endpoint { build($0.checks([allowed(grant)])) }
  }

  /// An endpoint that gives tokens: with the rows of a proof, where the world has proofs; the
  /// second argument says whether (RFC 9449 5).
  static func issuing(
    for grant: GrantType, _ build: (Pipeline<Arrival, AuthenticatedClient>, Bool) -> Endpoint
  ) -> Endpoint {
    endpoint(for: grant) { table in
      let proven = ProofChecks.table(table.checks([BoundClients.proofPresent]))
      return .either(build(table, false), or: build(proven, true)) { $0.isOff("dpop") }
    }
  }

  static func allowed(_ grant: GrantType) -> Check<AuthenticatedClient> {
    Check(
      CheckInfo("grant-allowed", "the client is registered for this grant", "RFC 6749 5.2"),
      else: .oauth(
        status: 400, error: "unauthorized_client",
        description: "this client may not use \(grant.parameter)")
    ) { client, _ in
      let grants = client.row["grants"] ?? ""
      return grants.split(separator: " ").contains { $0 == grant.parameter }
        ? .holds
        : .fails(expected: grant.parameter, actual: grants.isEmpty ? "no grant" : grants)
    }
  }

  /// For what only a client with a secret may do: its name alone proves nothing.
  static func confidential(
    _ reference: String, else refusal: Refusal = invalidClient
  ) -> Check<AuthenticatedClient> {
    Check(
      CheckInfo("client-confidential", "the client has shown a secret", reference), else: refusal
    ) { client, _ in
      client.isConfidential
        ? .holds : .fails(expected: "a confidential client", actual: "a public one")
    }
  }

  private static func matches(_ claim: Claim, _ row: Row) -> Bool {
    guard let kept = row["secret"] else { return claim.secrets.isEmpty }
    return claim.secrets.contains { Base64.url(Digest.sha256.hash(Array($0.utf8))) == kept }
  }

  /// `Basic base64(id:secret)`, both form-encoded as RFC 6749 2.3.1 asks, or raw as many send them.
  private static func basicClaim(_ field: String) -> Claim? {
    let parts = field.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, ASCII.equalFolded(parts[0], "basic"),
      let bytes = try? Base64.decodeStandard(parts[1])
    else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let secret = String(text[text.index(after: colon)...])
    return Claim(
      client: formDecoded(String(text[..<colon])),
      secrets: [secret, formDecoded(secret), Percent.decode(secret.utf8)])
  }

  /// As a form's value is read, a plus sign being a space.
  private static func formDecoded(_ text: String) -> String {
    FormCoding.parse("value=" + text)["value"] ?? text
  }

  /// The header that a confidential client sends.
  static func basic(_ client: String, _ secret: String) -> String {
    let text = Percent.encode(client) + ":" + Percent.encode(secret)
    return "Basic " + Base64.standard(Array(text.utf8))
  }
}
