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
    object["checks"] = .array((deciding?.ledger ?? []).map(LedgerJSON.row))
    object["header"] = header(deciding)
    object["claims"] = claims(judgement)
    object["payload"] = payload(judgement)
    object["exit"] = .integer(judgement.word.exitCode.rawValue)
    object["key"] = key(judgement)
    object["at"] = .string(context.moment)
    object["leeway"] = .integer(context.leeway)
    object["relaxed"] = .array(context.relaxations.map { .string($0.check.text) })
    object["notes"] = .array(context.notes.map { .string($0) })
    object["decryption"] = judgement.decryption.map { .array($0.ledger.map(LedgerJSON.row)) }
    if judgement.verdicts.count > 1 {
      object["signatures"] = .array(judgement.verdicts.map(signature))
    }
    return .object(object)
  }

  private func signature(_ verdict: TokenVerdict) -> JSONValue {
    [
      "verdict": .string(VerdictWord(verdict).rawValue),
      "checks": .array(verdict.ledger.map(LedgerJSON.row)), "header": header(verdict),
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
}
