import Cryptography
import Ledger
import Wire

/// Judges tokens by one policy, row by row, and says why each row is as it is.
///
/// The same verifier serves the command line and the simulated servers; a server with a defence
/// off has a waiver for the checks which that defence governs.
package struct TokenVerifier: Sendable {
  private let prepared: PreparedPolicy

  package var policy: VerificationPolicy { prepared.policy }

  /// The checks in order, without the caller's own.
  package static let checks = TokenCheck.allCases.filter { $0 != .notRevoked }

  /// The rows that every verdict has, for a preview.
  package static let rows: [CheckInfo] = checks.map(\.info)

  package init(_ policy: VerificationPolicy) {
    prepared = PreparedPolicy(policy)
  }

  /// The verdict on the token at this second since 1970.
  package func verify(_ text: String, at now: Int) -> TokenVerdict {
    let last = prepared.lastJudgement
    let token: UnverifiedToken
    do throws(TokenError) {
      token = try UnverifiedToken(
        text, as: prepared.policy.payload, limits: prepared.policy.limits, known: last?.header)
    } catch {
      return malformed(error, LedgerWriter(prepared.template))
    }
    return verify(token, at: now, last)
  }

  /// The verdict on a token that was read before.
  package func verify(_ token: UnverifiedToken, at now: Int) -> TokenVerdict {
    verify(token, at: now, prepared.lastJudgement)
  }

  private func verify(
    _ token: UnverifiedToken, at now: Int, _ last: HeaderJudgement?
  ) -> TokenVerdict {
    var ledger = LedgerWriter(prepared.template)
    var fact: SignatureFact?
    var claims = JSONObject()
    if BodyJudge(prepared, token).judge(&ledger), judgeSignature(token, last, &ledger, &fact),
      judgeClaims(token, at: now, &ledger, &claims)
    {
      return accepted(token, claims, ledger, fact)
    }
    guard let refusal = ledger.refusal else { preconditionFailure("refused without a row") }
    return TokenVerdict(
      ledger: ledger.ledger, outcome: .refused(refusal), token: token, signature: fact)
  }

  private func judgeSignature(
    _ token: UnverifiedToken, _ last: HeaderJudgement?,
    _ ledger: inout LedgerWriter<TokenCheck>, _ fact: inout SignatureFact?
  ) -> Bool {
    let judgement = prepared.judgement(on: token.readHeader, last: last)
    guard ledger.append(judgement.rows), let trial = judgement.trial else { return false }
    let judge = SignatureJudge(token, trial)
    fact = judge.fact
    return ledger.admits(.signature, judge.finding, or: .badSignature)
  }

  private func judgeClaims(
    _ token: UnverifiedToken, at now: Int, _ ledger: inout LedgerWriter<TokenCheck>,
    _ claims: inout JSONObject
  ) -> Bool {
    guard let object = token.claims, prepared.policy.payload == .claims else {
      for check in ClaimsJudge.checks {
        _ = ledger.admits(check, .moot("the payload is taken as it is, without claims"))
      }
      return true
    }
    // With the check in force there is nothing to resolve.
    claims = ledger.isWhole ? object : prepared.policy.duplicates.resolved(object)
    return ClaimsJudge(prepared, claims, token, now: now).judge(&ledger)
  }

  private func accepted(
    _ token: UnverifiedToken, _ claims: JSONObject, _ ledger: LedgerWriter<TokenCheck>,
    _ fact: SignatureFact?
  ) -> TokenVerdict {
    var provenBy: String?
    if ledger.isWhole, prepared.isOfTheCaller, case .fits(let key) = fact { provenBy = key }
    return TokenVerdict(
      ledger: ledger.ledger,
      outcome: .accepted(AcceptedToken(token, claims: claims, provenBy: provenBy)),
      token: token, signature: fact)
  }

  private func malformed(_ error: TokenError, _ ledger: LedgerWriter<TokenCheck>) -> TokenVerdict {
    let (row, expected): (TokenCheck, String) =
      switch error.problem {
      case .empty, .parts, .encrypted, .tooLong, .payloadTwice:
        (.shape, "three parts of base64url")
      case .base64: (.encoding, "base64url without padding")
      case .json, .notAnObject, .repeated: (.json, "a JSON object")
      }
    return malformed(row, expected: expected, actual: "\(error)", ledger)
  }

  private func malformed(
    _ row: TokenCheck, expected: String, actual: String, _ ledger: LedgerWriter<TokenCheck>
  ) -> TokenVerdict {
    var ledger = ledger
    for check in [TokenCheck.shape, .encoding, .json] where check.rawValue < row.rawValue {
      _ = ledger.admits(check, .holds)
    }
    _ = ledger.admits(row, .fails(expected: expected, actual: actual), or: .malformed)
    let refusal = ledger.refusal ?? TokenRefusal(.malformed, LedgerRow(row.info, .notReached))
    return TokenVerdict(
      ledger: ledger.ledger, outcome: .refused(refusal), token: nil, signature: nil)
  }
}

// Forms other than the compact one with its payload in it.
extension TokenVerifier {
  /// The verdict on a compact JWS whose payload travels elsewhere (RFC 7515 F).
  package func verify(_ text: String, payload: [UInt8], at now: Int) -> TokenVerdict {
    let ledger = LedgerWriter(prepared.template)
    do throws(TokenError) {
      let token = try UnverifiedToken(
        detached: text, payload: payload, limits: prepared.policy.limits)
      return verify(token, at: now)
    } catch {
      return malformed(error, ledger)
    }
  }

  /// A verdict on each signature of a JWS in JSON, of which there is at least one; a text that is
  /// no such message has one verdict, that it is malformed.
  package func verify(
    message text: String, payload: [UInt8]? = nil, at now: Int
  ) -> [TokenVerdict] {
    let ledger = LedgerWriter(prepared.template)
    let expected = "a JWS in JSON"
    guard text.utf8.count <= prepared.policy.limits.token else {
      let actual = "longer than \(prepared.policy.limits.token) bytes"
      return [malformed(.shape, expected: expected, actual: actual, ledger)]
    }
    let message: SignedMessage
    switch JSONValue.reading(Array(text.utf8)) {
    case .failure(let error):
      return [malformed(.json, expected: expected, actual: "not JSON: \(error)", ledger)]
    case .success(let value):
      do throws(SignedMessageError) {
        message = try SignedMessage(value)
      } catch {
        return [malformed(.shape, expected: expected, actual: "\(error)", ledger)]
      }
    }
    guard payload == nil || message.payload == nil else {
      let twice = TokenError(.payload, offset: 0, .payloadTwice)
      return [malformed(twice, ledger)]
    }
    do throws(TokenError) {
      return try message.tokens(detached: payload, limits: prepared.policy.limits)
        .map { verify($0, at: now) }
    } catch {
      return [malformed(error, ledger)]
    }
  }
}

extension DuplicateRule {
  /// The object with each name once, by this reading.
  func resolved(_ object: JSONObject) -> JSONObject {
    let repeated = object.duplicates
    guard !repeated.isEmpty else { return object }
    var members: [JSONMember] = []
    for member in object.members {
      let index = members.firstIndex { $0.name.hasSameBytes(as: member.name) }
      switch (index, self) {
      case (nil, _): members.append(member)
      case (let index?, .last): members[index] = member
      case (_?, .first): continue
      }
    }
    return JSONObject(members)
  }
}
