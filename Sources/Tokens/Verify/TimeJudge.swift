import Ledger
import Wire

/// Judges `exp`, `nbf` and `iat` against the caller's clock, with the caller's leeway.
struct TimeJudge {
  let rule: TimeRule
  let claims: RegisteredClaims
  let now: Int

  /// Valid when now < exp + leeway.
  var notExpired: Finding {
    guard let value = claims.expiry else {
      return rule.requiresExpiry
        ? .fails(expected: "an exp", actual: "none: the token would live for ever")
        : .moot("the token has no exp, and none is required")
    }
    guard let time = NumericDate(value) else { return notANumber(value) }
    guard time > now - rule.leeway else {
      return .fails(expected: "exp after \(now)\(leewayText)", actual: "exp \(time)")
    }
    return .holds
  }

  /// Valid when now ≥ nbf − leeway.
  var notBefore: Finding {
    guard let value = claims.notBefore else { return .moot("the token has no nbf") }
    guard let time = NumericDate(value) else { return notANumber(value) }
    guard !(time > now + rule.leeway) else {
      return .fails(expected: "nbf at most \(now)\(leewayText)", actual: "nbf \(time)")
    }
    return .holds
  }

  /// A token from the future is odd; who asks for a proof of freshness refuses it.
  var issuedAt: Finding {
    guard let value = claims.issuedAt else { return .moot("the token has no iat") }
    guard let time = NumericDate(value) else { return notANumber(value) }
    guard time > now + rule.leeway else { return .holds }
    return rule.refusesFutureIssue
      ? .fails(expected: "iat at most \(now)\(leewayText)", actual: "iat \(time)")
      : .moot("a warning: iat \(time) is later than now, \(now)")
  }

  /// What a refusal over this claim is: a wrong time, a missing one, or no time at all.
  func kind(_ value: JSONValue?) -> TokenRefusal.Kind {
    guard let value else { return .policy }
    return NumericDate(value) == nil ? .malformed : .expired
  }

  private var leewayText: String {
    rule.leeway == 0 ? "" : " with \(rule.leeway) s of leeway"
  }

  private func notANumber(_ value: JSONValue) -> Finding {
    .fails(expected: "a number of seconds", actual: value.kind)
  }
}

/// What a policy says about time.
struct TimeRule {
  let leeway: Int
  let requiresExpiry: Bool
  let refusesFutureIssue: Bool

  init(_ policy: VerificationPolicy) {
    leeway = policy.leeway
    requiresExpiry = policy.requiresExpiry
    refusesFutureIssue = policy.refusesFutureIssue
  }
}

/// Seconds since 1970, with a fraction where there is one (RFC 7519 2).
struct NumericDate: CustomStringConvertible {
  private let number: JSONNumber
  private let value: Value

  private enum Value {
    case whole(Int64)
    case fractional(Double)
  }

  init?(_ json: JSONValue) {
    guard let number = json.number else { return nil }
    self.number = number
    if let integer = number.integer {
      value = .whole(integer)
    } else if let double = number.double, double.isFinite {
      value = .fractional(double)
    } else {
      return nil
    }
  }

  /// Exact for whole seconds, however large.
  static func > (date: NumericDate, seconds: Int) -> Bool {
    switch date.value {
    case .whole(let integer): integer > Int64(seconds)
    case .fractional(let double): double > Double(seconds)
    }
  }

  var description: String { number.text }
}
