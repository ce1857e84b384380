import Wire

/// How an access token is shown in Authorization.
enum TokenScheme: String, Hashable, Sendable {
  /// Whoever has it may use it (RFC 6750 2.1).
  case bearer = "Bearer"
  /// With a proof of the key that it is bound to (RFC 9449 7.1).
  case dpop = "DPoP"
}

/// What a server that takes tokens says in WWW-Authenticate.
struct TokenChallenge: Hashable, Sendable {
  let realm: String
  /// The scheme that was used, and that an error is about.
  var scheme = TokenScheme.bearer
  /// Whether bound tokens are taken here too.
  var takesProofs = false

  init(realm: String, scheme: TokenScheme = .bearer, takesProofs: Bool = false) {
    self.realm = realm
    self.scheme = scheme
    self.takesProofs = takesProofs
  }

  /// `Bearer realm="...", error="..."` (RFC 6750 3), and what else would do (RFC 9449 7.1, 7.2).
  func fields(_ attributes: [Pair]) -> [Pair] {
    let algorithms = Pair("algs", Proof.algorithms.map(\.name).joined(separator: " "))
    let own = [Pair("realm", realm)] + attributes
    switch scheme {
    case .dpop: return [Self.field(.dpop, own + [algorithms])]
    case .bearer:
      let other = takesProofs ? [Self.field(.dpop, [algorithms])] : []
      return [Self.field(.bearer, own)] + other
    }
  }

  private static func field(_ scheme: TokenScheme, _ attributes: [Pair]) -> Pair {
    let words = attributes.map { "\($0.name)=\"\($0.value)\"" }.joined(separator: ", ")
    return Pair("WWW-Authenticate", scheme.rawValue + " " + words)
  }
}
