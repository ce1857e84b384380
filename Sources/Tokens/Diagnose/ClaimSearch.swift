import Ledger
import Wire

/// Looks for the near misses of a claim that was refused.
struct ClaimSearch {
  private let claims: RegisteredClaims
  private let policy: VerificationPolicy
  private let token: UnverifiedToken
  private let now: Int

  init(_ token: UnverifiedToken, _ policy: VerificationPolicy, now: Int) {
    self.token = token
    self.policy = policy
    self.now = now
    claims = RegisteredClaims(token.claims ?? JSONObject(), policy.duplicates)
  }

  func causes(of check: CheckID) -> [RefusalCause] {
    switch check {
    case TokenCheck.issuer.id: issuer
    case TokenCheck.audience.id: audience
    case TokenCheck.notExpired.id: time("exp", claims.expiry)
    case TokenCheck.notBefore.id: time("nbf", claims.notBefore)
    case TokenCheck.issuedAt.id: time("iat", claims.issuedAt)
    case TokenCheck.type.id: type
    case TokenCheck.nonce.id: nonce
    default: []
    }
  }

  private var issuer: [RefusalCause] {
    guard let actual = claims.issuer?.string, let expected = policy.issuer else {
      return [expectation("would pass without --iss: the token names no issuer")]
    }
    let difference = Self.difference(actual, expected) ?? "another issuer"
    return [expectation("would pass with the issuer \(actual): \(difference)")]
  }

  /// What tells two URLs of one issuer apart.
  private static func difference(_ actual: String, _ expected: String) -> String? {
    if actual + "/" == expected || actual == expected + "/" { return "a slash at the end" }
    if ASCII.equalFolded(actual, expected) { return "capital letters" }
    let schemes = [("http://", "https://"), ("https://", "http://")]
    for (one, other) in schemes where actual.hasPrefix(one) {
      if other + actual.dropFirst(one.count) == expected { return "http against https" }
    }
    for version in ["/v2.0", "/v1.0", "/oauth2/default"]
    where actual + version == expected || actual == expected + version {
      return "the version \(version)"
    }
    return nil
  }

  private var audience: [RefusalCause] {
    guard let value = claims.audience else {
      return [expectation("would pass without --aud: the token is for nobody in particular")]
    }
    let names = (value.array ?? [value]).compactMap(\.string)
    let shown = names.joined(separator: ", ")
    guard let expected = policy.audience else {
      return [expectation("would pass with --aud \(shown): the token says for whom it is")]
    }
    for name in names {
      for own in expected {
        if let difference = Self.difference(name, own) {
          return [expectation("would pass with the audience \(name): \(difference)")]
        }
      }
    }
    return [
      expectation(
        "is meant for \(shown)\(Self.knownAudience(names)): a token for another API, or an ID token "
          + "where an access token belongs")
    ]
  }

  private static func knownAudience(_ names: [String]) -> String {
    names.contains("00000003-0000-0000-c000-000000000000")
      || names.contains("https://graph.microsoft.com") ? " (Microsoft Graph)" : ""
  }

  private func time(_ name: String, _ value: JSONValue?) -> [RefusalCause] {
    guard let value else {
      return [cause(.time("would pass with --no-exp: the token has no \(name)"))]
    }
    guard let reading = TimeReading(value) else {
      let isText = value.string.flatMap { Int64($0) } != nil
      let words =
        isText ? "\(name) is a number in quotes" : "\(name) is \(value.kind), not a number"
      return [cause(.time("would pass if \(name) were seconds: \(words)"))]
    }
    if reading.unit != .seconds {
      return [
        cause(.time("\(name) is in \(reading.unit.name): \(reading.text()) is what it means"))
      ]
    }
    let distance = UInt64((Int64(now) - reading.seconds).magnitude) + (name == "exp" ? 1 : 0)
    let words = "\(name) is \(reading.text()), \(reading.relative(to: now))"
    return [
      cause(
        .time(
          "would pass with a leeway of \(TimeReading.duration(distance)) or at another time: \(words)"
        ))
    ]
  }

  private var type: [RefusalCause] {
    let actual = token.type ?? "none"
    return [expectation("would pass with --typ \(actual): another kind of token than expected")]
  }

  private var nonce: [RefusalCause] {
    guard let actual = claims.nonce?.string else {
      return [expectation("would pass without --nonce: the token has none, or none that is text")]
    }
    return [expectation("answers the request with nonce \(actual), not this one")]
  }

  private func expectation(_ words: String) -> RefusalCause { cause(.expectation(words)) }

  private func cause(_ kind: RefusalCause.Kind) -> RefusalCause { RefusalCause(kind: kind) }
}
