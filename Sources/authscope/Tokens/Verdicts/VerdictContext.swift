import Ledger
import Tokens

/// What a verdict depended on beside token and keys, to be shown with it.
struct VerdictContext {
  let now: Int
  /// Whether the caller chose the moment.
  let isChosen: Bool
  let leeway: Int
  /// The relaxations in force, with what each relaxes.
  let relaxations: [(option: String, check: CheckID)]
  /// What was odd about the keys.
  let notes: [String]
  /// Whether the payload is taken as it is, without claims.
  let isMessage: Bool

  var moment: String { CalendarDate(secondsSince1970: Int64(now)).text }

  var lines: [String] {
    let chosen = isChosen ? " (--at)" : ""
    var lines = ["at \(moment)\(chosen), leeway \(leeway) s"]
    lines += relaxations.map { "relaxed by \($0.option): \($0.check.text)" }
    lines += notes.map { "note: " + Shown.text($0) }
    return lines
  }
}
