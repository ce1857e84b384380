import Trace
import Wire

/// What a provider says of itself, as a client has read it (RFC 8414 3).
struct ProviderMetadata {
  let tokenEndpoint: String

  /// Read once for each instance and kept.
  static func of(_ provider: ServerSpec, _ hand: Hand) -> ProviderMetadata {
    let run = hand.run
    let issuer = provider.origin.origin
    let usual = ProviderMetadata(tokenEndpoint: issuer + "/token")
    let text = run.world.metadata[run.seat]?[provider.name] ?? fetch(issuer, hand)
    guard let text, let json = try? JSONValue.parse(text) else { return usual }
    run.world.metadata[run.seat, default: [:]][provider.name] = text
    guard json["issuer"]?.string == issuer else {
      // Metadata that speak for another provider are nobody's (RFC 8414 3.3).
      hand.note("The metadata of \(issuer) name another issuer, and are not used.")
      return usual
    }
    return json["token_endpoint"]?.string.map { ProviderMetadata(tokenEndpoint: $0) } ?? usual
  }

  private static func fetch(_ issuer: String, _ hand: Hand) -> String? {
    guard let url = WireURL(issuer + "/.well-known/openid-configuration"),
      let answer = hand.send(Request("GET", url)), answer.status == 200
    else { return nil }
    return answer.body
  }
}
