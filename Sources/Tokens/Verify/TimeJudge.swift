import Ledger
import Wire

/// Judges `exp`, `nbf` and `iat` against the caller's clock, with the caller's leeway.
struct TimeJudge {
  let rule: TimeRule
  let claims: RegisteredClaims
  let now: Int

  /// A wrong time is one kind of refusal, a missing one another, and no time at all a third.
  func judge(_ ledger: inout LedgerWriter<TokenCheck>) -> Bool {
    guard judgeExpiry(&ledger), judgeStart(&ledger) else { return false }
    return judgeIssue(&ledger)
  }

  /// Valid when now < exp + leeway.
  private func judgeExpiry(_ ledger: inout LedgerWriter<TokenCheck>) -> Bool {
    guard let value = claims.expiry else {
      return ledger.admits(
        .notExpired,
        rule.requiresExpiry
          ? .fails(expected: "an exp", actual: "none: the token would live for ever")
          : .moot("the token has no exp, and none is required"))
    }
    guard let time = NumericDate(value) else { return refuses(.notExpired, value, &ledger) }
    return ledger.admits(
      .notExpired,
      time > now - rule.leeway
        ? .holds : .fails(expected: "exp after \(now)\(leewayText)", actual: "exp \(time)"),
      or: .expired)
  }

  /// Valid when now ≥ nbf − leeway.
  private func judgeStart(_ ledger: inout LedgerWriter<TokenCheck>) -> Bool {
    guard let value = claims.notBefore else {
      return ledger.admits(.notBefore, .moot("the token has no nbf"))
    }
    guard let time = NumericDate(value) else { return refuses(.notBefore, value, &ledger) }
    return ledger.admits(
      .notBefore,
      time > now + rule.leeway
        ? .fails(expected: "nbf at most \(now)\(leewayText)", actual: "nbf \(time)") : .holds,
      or: .expired)
  }

  /// A token from the future is odd; who asks for a proof of freshness refuses it.
  private func judgeIssue(_ ledger: inout LedgerWriter<TokenCheck>) -> Bool {
    guard let value = claims.issuedAt else {
      return ledger.admits(.issuedAt, .moot("the token has no iat"))
    }
    guard let time = NumericDate(value) else { return refuses(.issuedAt, value, &ledger) }
    guard time > now + rule.leeway else { return ledger.admits(.issuedAt, .holds) }
    return ledger.admits(
      .issuedAt,
      rule.refusesFutureIssue
        ? .fails(expected: "iat at most \(now)\(leewayText)", actual: "iat \(time)")
        : .moot("a warning: iat \(time) is later than now, \(now)"),
      or: .expired)
  }

  /// What is no number of seconds.
  private func refuses(
    _ check: TokenCheck, _ value: JSONValue, _ ledger: inout LedgerWriter<TokenCheck>
  ) -> Bool {
    ledger.admits(
      check, .fails(expected: "a number of seconds", actual: value.kind), or: .malformed)
  }

  private var leewayText: String {
    rule.leeway == 0 ? "" : " with \(rule.leeway) s of leeway"
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
