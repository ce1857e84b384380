import Ledger
import Tokens
import Wire

/// Verdicts as JSON, in the shape of docs/json.md.
struct VerdictJSON {
  let context: VerdictContext

  func value(_ judgement: Judgement, line: Int? = nil) -> JSONValue {
    let deciding = judgement.deciding
    var object = JSONObject()
    object["line"] = line.map { .integer($0) }
    object["verdict"] = .string(judgement.word.rawValue)
    object["checks"] = .array((deciding?.ledger ?? []).map(row))
    object["header"] = header(deciding)
    object["claims"] = claims(judgement)
    object["payload"] = payload(judgement)
    object["exit"] = .integer(judgement.word.exitCode.rawValue)
    object["key"] = key(judgement)
    object["at"] = .string(context.moment)
    object["leeway"] = .integer(context.leeway)
    object["relaxed"] = .array(context.relaxations.map { .string($0.check.text) })
    object["notes"] = .array(context.notes.map { .string($0) })
    object["decryption"] = judgement.decryption.map { .array($0.ledger.map(row)) }
    if judgement.verdicts.count > 1 {
      object["signatures"] = .array(judgement.verdicts.map(signature))
    }
    return .object(object)
  }

  private func signature(_ verdict: TokenVerdict) -> JSONValue {
    [
      "verdict": .string(VerdictWord(verdict).rawValue),
      "checks": .array(verdict.ledger.map(row)), "header": header(verdict),
    ]
  }

  private func header(_ verdict: TokenVerdict?) -> JSONValue {
    guard let token = verdict?.token else { return .null }
    return Masking.secrets(in: JSONValue.object(token.header).withoutRepetitions)
  }

  /// Only of a token that is verified: nobody shall take the claims of another for true.
  private func claims(_ judgement: Judgement) -> JSONValue {
    guard !context.isMessage, judgement.refusal == nil, let accepted = judgement.deciding?.accepted
    else { return .null }
    return .object(accepted.claims)
  }

  /// The payload of a JWS, which may be anything, in base64url.
  private func payload(_ judgement: Judgement) -> JSONValue? {
    guard context.isMessage else { return nil }
    guard judgement.refusal == nil, let accepted = judgement.deciding?.accepted else {
      return .null
    }
    return .string(Base64.url(accepted.token.payload))
  }

  private func key(_ judgement: Judgement) -> JSONValue {
    guard judgement.refusal == nil, case .fits(let key) = judgement.deciding?.signature else {
      return .null
    }
    return .string(key)
  }

  private func row(_ row: LedgerRow) -> JSONValue {
    var object: JSONObject = [
      "id": .string(row.check.id.text), "outcome": .string(OutcomeWords(row.outcome).machine),
      "expected": .null, "actual": .null, "reference": .string(row.check.reference),
      "title": .string(row.check.title),
    ]
    switch row.outcome {
    case .pass, .notReached: break
    case .fail(let expected, let actual): Self.set(&object, expected, actual)
    case .notApplicable(let why): object["reason"] = .string(why)
    case .off(let waiver, let finding):
      if case .fails(let expected, let actual) = finding { Self.set(&object, expected, actual) }
      object["reason"] = .string(OutcomeWords.reason(waiver))
      object["would"] = .string(OutcomeWords.would(finding))
    }
    return .object(object)
  }

  private static func set(_ object: inout JSONObject, _ expected: String, _ actual: String) {
    object["expected"] = .string(expected)
    object["actual"] = .string(actual)
  }
}
