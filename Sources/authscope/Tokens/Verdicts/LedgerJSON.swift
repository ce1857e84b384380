import Ledger
import Wire

/// The rows of a ledger as JSON.
enum LedgerJSON {
  static func row(_ row: LedgerRow) -> JSONValue {
    var object: JSONObject = [
      "id": .string(row.check.id.text), "outcome": .string(OutcomeWords(row.outcome).machine),
      "expected": .null, "actual": .null, "reference": .string(row.check.reference),
      "title": .string(row.check.title),
    ]
    switch row.outcome {
    case .pass, .notReached: break
    case .fail(let expected, let actual): set(&object, expected, actual)
    case .notApplicable(let why): object["reason"] = .string(why)
    case .off(let waiver, let finding):
      if case .fails(let expected, let actual) = finding { set(&object, expected, actual) }
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
