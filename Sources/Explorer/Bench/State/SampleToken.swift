import Tokens

/// A token of the kind that articles print: it decodes, and no key ever verifies it.
///
/// Its signature was copied from the best known sample of all and belongs to that one's payload
/// (secret `your-256-bit-secret`). The bench computes this; nothing here says so.
enum SampleToken {
  static let secret = "your-256-bit-secret"

  /// The token that the signature was made for.
  static let wellKnown =
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
    + ".eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ"
    + ".SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"

  /// The same header and signature around `{"userId":42,"role":"admin"}`.
  static let text =
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
    + ".eyJ1c2VySWQiOjQyLCJyb2xlIjoiYWRtaW4ifQ"
    + ".SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"

  /// Whether the signature fits the token that it was made for: computed once, by the verifier.
  static let signatureIsOfWellKnown: Bool = {
    let policy = BenchPolicy(clock: .chosen(0)).verification(
      JWKSet([JWK(secret: secret)]), .pinned([.hs256]))
    var settings = policy
    settings.requiresExpiry = false
    settings.waived[TokenCheck.keyStrength.id] = .caller("the sample's secret is short")
    if case .fits? = TokenVerifier(settings).verify(wellKnown, at: 0).signature { return true }
    return false
  }()

  static func bench(now: Int) -> BenchState {
    var policy = BenchPolicy(clock: .machine(now))
    // The sample has no exp, and its secret is shorter than the hash: neither is the point here.
    policy.requiresExpiry = false
    policy.allowsShortKeys = true
    policy.rule = .pinned([.hs256])
    let key = BenchKey(
      JWKSet([JWK(secret: secret)]), origin: "the well-known sample's",
      secretText: Array(secret.utf8))
    let subject = BenchSubject(
      text, from: .sample, original: wellKnown, originalName: "the sample that was signed")
    return BenchState(subject, policy: policy, key: key)
  }
}
