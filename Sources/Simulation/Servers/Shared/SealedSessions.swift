import Tokens
import Trace
import Wire

/// Sessions that an app keeps in the cookie itself: no store, no deletion, and the length that a
/// cookie may have (RFC 6265bis 5.6).
enum SealedSessions {
  private static let member = "session"

  /// The row as a value for a cookie, signed so that nobody else can write one.
  static func seal(_ row: Row, _ hand: Hand) -> String {
    var session = JSONObject()
    for pair in row { session[pair.name] = .string(pair.value) }
    let claims: JSONObject = [
      "iss": .string(hand.server.origin.origin), "aud": .string(hand.server.name),
      "iat": .integer(hand.now.seconds),
      "exp": .integer(row["until"].flatMap { Int64($0) } ?? 0), member: .object(session),
    ]
    return hand.issue(.sid, claims, type: "session+jwt")
  }

  /// Nil for what this app has not sealed.
  static func open(_ value: String, _ sight: Sight) -> Row? {
    let hand = Hand(hearing: sight.hearing)
    let spec = sight.server
    let expected = TokenPolicies.Expectation(
      issuer: spec.origin.origin, audience: spec.name, algorithm: spec.signatureAlgorithm,
      keys: hand.keys(of: spec), types: ["session+jwt"])
    let claims = TokenPolicies.verdict(value, expected, hand).accepted?.claims
    return claims?[member]?.object?.members.compactMap { member in
      member.value.string.map { Pair(member.name, $0) }
    }
  }
}

extension Sessions {
  /// The row that an id leads to; or the one that the cookie is.
  static func row(of id: String, _ key: RowKey, _ sight: Sight) -> Row? {
    switch sight.server.deployment.sessions {
    case .store: sight.read(.sessions, key)
    case .cookie: SealedSessions.open(id, sight)
    }
  }
}
