import Cryptography
import Ledger
import Wire

/// Judges the registered claims of a JWT (RFC 7519 4.1) and those of an ID token.
struct ClaimsJudge {
  static let checks: [TokenCheck] = [
    .notExpired, .notBefore, .issuedAt, .issuer, .audience, .subject, .nonce, .tokenHash,
  ]

  private let prepared: PreparedPolicy
  private let claims: RegisteredClaims
  private let token: UnverifiedToken
  private let now: Int

  init(_ prepared: PreparedPolicy, _ claims: JSONObject, _ token: UnverifiedToken, now: Int) {
    self.prepared = prepared
    self.claims = RegisteredClaims(claims, prepared.policy.duplicates)
    self.token = token
    self.now = now
  }

  func judge(_ ledger: inout LedgerWriter<TokenCheck>) -> Bool {
    let times = TimeJudge(rule: TimeRule(prepared.policy), claims: claims, now: now)
    guard times.judge(&ledger),
      judgeText(.issuer, .issuer, claims.issuer, policy.issuer, &ledger),
      ledger.admits(.audience, audience),
      judgeText(.subject, .subject, claims.subject, policy.subject, &ledger),
      judgeText(.nonce, .nonce, claims.nonce, policy.nonce, &ledger)
    else { return false }
    return ledger.admits(.tokenHash, tokenHash)
  }

  /// A claim that must be this text, byte for byte; where nobody asks, what the token says.
  private func judgeText(
    _ check: TokenCheck, _ claim: UnaskedClaim, _ value: JSONValue?, _ expected: String?,
    _ ledger: inout LedgerWriter<TokenCheck>
  ) -> Bool {
    if let expected { return ledger.admits(check, text(claim.rawValue, value, expected)) }
    guard let value else {
      return ledger.admits(check, .moot("neither the token nor you name one"))
    }
    ledger.skip(check, claim, value)
    return true
  }

  private func text(_ name: String, _ value: JSONValue?, _ expected: String) -> Finding {
    guard let value else { return .fails(expected: expected, actual: "no \(name)") }
    guard let text = value.string else { return .fails(expected: expected, actual: value.kind) }
    return text.hasSameBytes(as: expected) ? .holds : .fails(expected: expected, actual: text)
  }

  /// `aud` as a text or a list of texts, one of which must be this server (RFC 7519 4.1.3).
  private var audience: Finding {
    guard let value = claims.audience else {
      guard let names = policy.audience else {
        return .moot("the token is for nobody in particular, and you ask for no audience")
      }
      return .fails(expected: names.joined(separator: " or "), actual: "no aud")
    }
    if let text = value.string, policy.accepts(audience: text) { return .holds }
    let expected = policy.audience?.joined(separator: " or ") ?? "no audience: you ask for none"
    let listed = value.array ?? [value]
    let names = listed.compactMap(\.string)
    guard !names.isEmpty, names.count == listed.count else {
      return .fails(expected: expected, actual: value.text())
    }
    return names.contains(where: policy.accepts(audience:))
      ? .holds : .fails(expected: expected, actual: names.joined(separator: ", "))
  }

  /// `at_hash` is the left half of the access token's hash (OpenID Connect Core 3.1.3.6).
  private var tokenHash: Finding {
    guard let accessToken = policy.accessToken else {
      return .moot("no access token came with it")
    }
    guard let value = claims.accessTokenHash else { return .moot("the token has no at_hash") }
    guard let algorithm = token.algorithm.flatMap(SignatureAlgorithm.init(name:)) else {
      return .moot("the algorithm names no hash")
    }
    let digest = algorithm == .ed448 ? Digest.sha512 : algorithm.digest
    let hash = digest.hash(Array(accessToken.utf8))
    let expected = Base64.url(hash.prefix(hash.count / 2))
    guard let text = value.string, text.hasSameBytes(as: expected) else {
      return .fails(expected: expected, actual: value.string ?? value.kind)
    }
    return .holds
  }

  private var policy: VerificationPolicy { _read { yield prepared.policy } }
}
