import Ledger
import Tokens
import Trace
import Wire

/// Client authentication by a signed assertion (RFC 7523 2.2, `private_key_jwt`): the client has a
/// key pair, and the provider has its public part.
enum ClientAssertion {
  static let type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
  static let algorithms: [SignatureAlgorithm] = [.es256, .ed25519, .ps256, .rs256]
  private static let lifetime: Int64 = 60
  /// Who needs an assertion for longer has not made it for this request.
  private static let longest: Int64 = 300

  struct Asserted: Sendable {
    let client: AuthenticatedClient
    let claims: JSONObject
    let verdict: TokenVerdict
    /// Where its `jti` is remembered.
    let key: RowKey
    let issuer: String

    subscript(_ name: String) -> String? { claims[name]?.string }

    /// `aud` as a list; empty where it holds anything but text.
    var audience: [String] {
      if let text = self["aud"] { return [text] }
      let list = claims["aud"]?.array ?? []
      let names = list.compactMap(\.string)
      return names.count == list.count ? names : []
    }

    var expiry: Int64? { claims["exp"]?.integer }
  }

  private static let refusal = ClientAuthentication.invalidClient

  // Reading.

  private static let info = CheckInfo(
    "assertion-readable", "the assertion is a JWT of a client with a key", "RFC 7523 3")

  private static func read(
    _ arrival: Arrival, _ hand: Hand
  ) -> (rows: [LedgerRow], next: Admission<Asserted>) {
    func refuse(
      _ refusal: Refusal, _ expected: String, _ actual: String
    ) -> (rows: [LedgerRow], next: Admission<Asserted>) {
      let row = LedgerRow(info, .fail(expected: expected, actual: actual))
      return ([row], .refuse(refusal, expected: expected, actual: actual))
    }
    let request = arrival.request
    if request.headers["Authorization"] != nil || request.field("client_secret") != nil {
      return refuse(
        TokenForm.invalid("two kinds of authentication"), "one way to authenticate", "two")
    }
    let kind = request.field("client_assertion_type") ?? "none"
    guard kind == type else { return refuse(refusal, type, kind) }
    let text = request.field("client_assertion") ?? ""
    guard let claims = (try? UnverifiedToken(text))?.claims, claims.duplicates.isEmpty,
      let name = claims["sub"]?.string
    else { return refuse(refusal, "a JWT with sub", "none") }
    guard let id = claims["jti"]?.string, !id.isEmpty else {
      return refuse(refusal, "a jti", "none")
    }
    guard let row = hand.read(.clients, RowKey(name)), let keys = row["jwks"] else {
      return refuse(refusal, "a client with a registered key", name)
    }
    let asserted = Asserted(
      client: AuthenticatedClient(
        name: name, row: row, request: request, resources: hand.run.resources),
      claims: claims, verdict: verdict(text, JWKSets.parse(keys), hand),
      key: RowKey(
        hand.key(hashing: "assertion \(name) \(id)").text, secret: hand.secret(text)),
      issuer: hand.server.origin.origin)
    return ([LedgerRow(info, .pass)], .enter(asserted))
  }

  /// The signature alone; the rows below judge the claims.
  private static func verdict(_ text: String, _ keys: JWKSet, _ hand: Hand) -> TokenVerdict {
    hand.judgeSigned(
      text, by: VerificationPolicy(.pinned(algorithms), keys: keys), keeping: [.criticalHeader])
  }

  // Judging.

  private static let signed = Check<Asserted>(
    CheckInfo(
      "assertion-signed", "the assertion is signed with the client's registered key",
      "RFC 7523 3"), else: refusal
  ) { it, _ in
    guard it.verdict.accepted != nil else {
      return .fails(expected: "a header that is understood", actual: "another")
    }
    for row in TokenCheck.ofSignature {
      let finding = it.verdict.finding(row)
      if case .fails = finding { return finding }
    }
    return .holds
  }

  private static let namesClient = Check<Asserted>(
    CheckInfo(
      "assertion-of-client", "iss and sub are the client, and so is client_id", "RFC 7523 3"),
    else: refusal
  ) { it, _ in
    let named = [it["iss"] ?? "no iss", it.client.request.field("client_id") ?? it.client.name]
    let other = named.first { $0 != it.client.name }
    return other.map { .fails(expected: it.client.name, actual: $0) } ?? .holds
  }

  /// What providers have long taken: the issuer, or the address that the request is sent to, also
  /// among others.
  private static let addressed = Check<Asserted>(
    CheckInfo("assertion-addressed", "aud names this provider in some way", "RFC 7523 3"),
    else: refusal
  ) { it, _ in
    let own = [it.issuer, it.issuer + "/token", it.client.request.url.base]
    return it.audience.contains { own.contains($0) }
      ? .holds
      : .fails(
        expected: it.issuer,
        actual: it.audience.isEmpty ? "no aud" : it.audience.joined(separator: ", "))
  }

  private static let issuerOnly = Check<Asserted>(
    CheckInfo(
      "assertion-audience", "aud is the issuer, to the letter and alone",
      "draft-ietf-oauth-rfc7523bis", defence: "issuer-audience"), else: refusal
  ) { it, _ in
    it["aud"]?.hasSameBytes(as: it.issuer) ?? false
      ? .holds
      : .fails(expected: it.issuer, actual: it.claims["aud"]?.text() ?? "no aud")
  }

  private static let inTime = Check<Asserted>(
    CheckInfo(
      "assertion-unexpired", "exp lies ahead, and not far", "RFC 7523 3"), else: refusal
  ) { it, seen in
    guard let expiry = it.expiry else { return .fails(expected: "an exp", actual: "none") }
    let rest = expiry - seen.now.seconds
    if rest <= 0 {
      return .fails(
        expected: "before its exp", actual: "\(TimeSpan(seconds: -rest).text) too late")
    }
    return rest <= longest
      ? .holds
      : .fails(
        expected: "\(TimeSpan(seconds: longest).text) at most",
        actual: "good for \(TimeSpan(seconds: rest).text)")
  }

  private static let unused = Check<Asserted>(
    CheckInfo("assertion-unused", "the assertion was not used before (jti)", "RFC 7523 3"),
    else: refusal, reads: { RowReference(table: .seen, key: $0.key) },
    judge: { _, seen in
      seen.row == nil ? .holds : .fails(expected: "a new jti", actual: "one that was used")
    })

  /// The beginning of a table for clients that sign.
  static let table = pipeline().gate(TokenForm.wellFormed)
    .ledger([TableRow(info: info, isGate: true)], read)
    .checks([signed, namesClient, addressed, issuerOnly, inTime, unused])
    .act { (it, hand) throws(Refusal) -> AuthenticatedClient in
      let until = it.expiry ?? hand.now.seconds
      hand.write(
        .seen, it.key, [Pair("jti", it["jti"] ?? ""), Pair("until", String(until))])
      return it.client
    }

  // At a client.

  /// The fields by which a client shows who it is; a new assertion each time.
  static func make(by client: ServerSpec, for provider: ServerSpec, _ hand: Hand) -> [Pair] {
    let now = hand.now.seconds
    let claims: JSONObject = [
      "iss": .string(client.name), "sub": .string(client.name),
      "aud": .string(audience(provider, hand)), "iat": .integer(now),
      "exp": .integer(now + lifetime), "jti": .string(hand.uniqueID()),
    ]
    let key = key(of: client)
    guard let signer = try? TokenSigner(.es256, key),
      let assertion = try? signer.sign(claims, type: "client-authentication+jwt")
    else { preconditionFailure("a client's key pair signs") }
    hand.count(.sign, "ES256")
    hand.register(.assertion, assertion)
    return [Pair("client_assertion_type", type), Pair("client_assertion", assertion)]
  }

  /// The issuer; or, as RFC 7523 3 allowed, the token endpoint that the provider's metadata name.
  private static func audience(_ provider: ServerSpec, _ hand: Hand) -> String {
    guard hand.isOff("issuer-audience") else { return provider.origin.origin }
    hand.omit(
      "issuer-audience", "name the issuer as the audience",
      would: "would have made an assertion that is good at \(provider.name) alone")
    return ProviderMetadata.of(provider, hand).tokenEndpoint
  }

  static func key(of client: ServerSpec) -> JWK {
    ServerKeys.key(of: "\(client.name)-client", .es256)
  }
}
