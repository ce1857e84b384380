import Ledger
import Trace
import Wire

/// Where a provider's endpoints are, as far as a client knows (RFC 8414 2).
struct ProviderAddresses: Hashable, Sendable {
  let issuer: String
  let authorization: String
  let token: String
  let userinfo: String
  let keys: String

  /// As somebody typed them in when the client was set up.
  init(of provider: ServerSpec) {
    issuer = provider.origin.origin
    authorization = issuer + "/authorize"
    token = issuer + "/token"
    userinfo = issuer + "/userinfo"
    keys = issuer + "/jwks"
  }

  /// As the provider says itself; nil when something is missing.
  init?(_ body: JSONValue?) {
    guard let issuer = body?["issuer"]?.string,
      let authorization = body?["authorization_endpoint"]?.string,
      let token = body?["token_endpoint"]?.string, let keys = body?["jwks_uri"]?.string
    else { return nil }
    self.issuer = issuer
    self.authorization = authorization
    self.token = token
    self.userinfo = body?["userinfo_endpoint"]?.string ?? ""
    self.keys = keys
  }
}

extension Run {
  /// What the server at work knows of a provider: what it has read, or what was typed in.
  func addresses(of provider: ServerSpec) -> ProviderAddresses {
    world.addresses[seat]?[provider.name] ?? ProviderAddresses(of: provider)
  }
}

/// Asking a provider where its endpoints are (OpenID Connect Discovery 4).
enum ProviderDiscovery {
  struct Asked: Sendable {
    let choice: Beginning.Choice
    let answer: Response?
    let asked: String
  }

  struct Found: Sendable {
    let choice: Beginning.Choice
    let metadata: ProviderAddresses
    let asked: String
  }

  static func ask(_ choice: Beginning.Choice, _ hand: Hand) -> Asked {
    let issuer = choice.provider?.origin.origin ?? ""
    let url = WireURL(issuer + "/.well-known/openid-configuration")
    return Asked(
      choice: choice, answer: url.flatMap { hand.send(Request("GET", $0)) }, asked: issuer)
  }

  static let found = Gate<Asked, Found>(
    "metadata-found", "the provider says where its endpoints are", "OpenID Connect Discovery 4.2"
  ) { it, _ in
    let body = it.answer.flatMap { try? JSONValue.parse($0.body) }
    guard it.answer?.status == 200, let metadata = ProviderAddresses(body) else {
      return .refuse(
        .page(status: 502, message: "The provider does not say where to sign in."),
        expected: "200 with issuer and endpoints", actual: "\(it.answer?.status ?? 0)")
    }
    return .enter(Found(choice: it.choice, metadata: metadata, asked: it.asked))
  }

  static let issuerIsAsked = Check<Found>(
    CheckInfo(
      "discovery-issuer", "the metadata names the issuer that was asked", "RFC 8414 3.3",
      defence: "discovery-issuer"),
    else: .page(status: 502, message: "This provider says that it is another one.")
  ) { it, _ in
    it.metadata.issuer.hasSameBytes(as: it.asked)
      ? .holds : .fails(expected: it.asked, actual: it.metadata.issuer)
  }

  static func remember(_ it: Found, _ hand: Hand) {
    guard let name = it.choice.provider?.name else { return }
    hand.run.world.addresses[hand.run.seat, default: [:]][name] = it.metadata
  }
}
