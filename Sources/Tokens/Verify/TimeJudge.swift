import Ledger
import Wire

/// Judges `exp`, `nbf` and `iat` against the caller's clock, with the caller's leeway.
struct TimeJudge {
  private let policy: VerificationPolicy
  private let claims: JSONObject
  private let now: Int

  init(_ policy: VerificationPolicy, _ claims: JSONObject, now: Int) {
    self.policy = policy
    self.claims = claims
    self.now = now
  }

  /// Valid when now < exp + leeway.
  var notExpired: Finding {
    guard let value = claims["exp"] else {
      return policy.requiresExpiry
        ? .fails(expected: "an exp", actual: "none: the token would live for ever")
        : .moot("the token has no exp, and none is required")
    }
    guard let time = NumericDate(value) else { return notANumber(value) }
    guard time > now - policy.leeway else {
      return .fails(expected: "exp after \(now)\(leewayText)", actual: "exp \(time)")
    }
    return .holds
  }

  /// Valid when now ≥ nbf − leeway.
  var notBefore: Finding {
    guard let value = claims["nbf"] else { return .moot("the token has no nbf") }
    guard let time = NumericDate(value) else { return notANumber(value) }
    guard !(time > now + policy.leeway) else {
      return .fails(expected: "nbf at most \(now)\(leewayText)", actual: "nbf \(time)")
    }
    return .holds
  }

  /// A token from the future is odd; who asks for a proof of freshness refuses it.
  var issuedAt: Finding {
    guard let value = claims["iat"] else { return .moot("the token has no iat") }
    guard let time = NumericDate(value) else { return notANumber(value) }
    guard time > now + policy.leeway else { return .holds }
    return policy.refusesFutureIssue
      ? .fails(expected: "iat at most \(now)\(leewayText)", actual: "iat \(time)")
      : .moot("a warning: iat \(time) is later than now, \(now)")
  }

  /// What a refusal over this claim is: a wrong time, a missing one, or no time at all.
  func kind(_ name: String) -> TokenRefusal.Kind {
    guard let value = claims[name] else { return .policy }
    return NumericDate(value) == nil ? .malformed : .expired
  }

  private var leewayText: String {
    policy.leeway == 0 ? "" : " with \(policy.leeway) s of leeway"
  }

  private func notANumber(_ value: JSONValue) -> Finding {
    .fails(expected: "a number of seconds", actual: value.kind)
  }
}

/// Seconds since 1970, with a fraction where there is one (RFC 7519 2).
struct NumericDate: CustomStringConvertible {
  private let number: JSONNumber
  private let integer: Int64?
  private let double: Double

  init?(_ value: JSONValue) {
    guard let number = value.number, let double = number.double, double.isFinite else {
      return nil
    }
    self.number = number
    self.double = double
    integer = number.integer
  }

  /// Exact for whole seconds, however large.
  static func > (date: NumericDate, seconds: Int) -> Bool {
    date.integer.map { $0 > Int64(seconds) } ?? (date.double > Double(seconds))
  }

  var description: String { number.text }
}
