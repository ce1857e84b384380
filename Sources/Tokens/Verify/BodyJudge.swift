import Ledger
import Wire

/// Judges the form of a token: what it is, whether its payload is what it should be, and whether
/// any name stands twice.
struct BodyJudge {
  private let prepared: PreparedPolicy
  private let token: UnverifiedToken

  init(_ prepared: PreparedPolicy, _ token: UnverifiedToken) {
    self.prepared = prepared
    self.token = token
  }

  func judge(_ ledger: inout LedgerWriter<TokenCheck>) -> Bool {
    guard ledger.admits(.shape, shape, or: .malformed), ledger.admits(.encoding, .holds),
      ledger.admits(.json, json, or: .malformed)
    else { return false }
    return ledger.admits(.uniqueMembers, uniqueMembers)
  }

  private var shape: Finding {
    guard token.form == .json, payload == .claims else { return .holds }
    return .fails(expected: "three parts of base64url", actual: "a JWS in JSON, which is no JWT")
  }

  private var json: Finding {
    switch (payload, token.body) {
    case (.anything, _): .holds
    case (.claims, .success(let value)):
      value.object == nil ? .fails(expected: "a JSON object", actual: value.kind) : .holds
    case (.claims, .failure(let error)):
      .fails(
        expected: "claims in JSON",
        actual: TokenError(
          .payload, offset: token.payloadSpan.lowerBound + error.offset * 4 / 3, .json(error)
        ).description)
    }
  }

  private var uniqueMembers: Finding {
    if let name = token.readHeader.repeatedName {
      return .fails(expected: "each name once", actual: "\"\(name)\" twice in the header")
    }
    guard payload == .claims, let name = token.claims?.firstRepeatedName else { return .holds }
    return .fails(expected: "each name once", actual: "\"\(name)\" twice in the claims")
  }

  private var payload: PayloadRule { prepared.policy.payload }
}
