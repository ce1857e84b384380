import Ledger

/// A check's outcome in a word, and what there is to say of it.
enum OutcomeWords {
  static func of(_ outcome: Outcome) -> (word: String, detail: String) {
    switch outcome {
    case .pass: ("pass", "")
    case .fail(let expected, let actual): ("fail", "expected \(expected), was \(actual)")
    case .off(let waiver, let finding): ("not-checked", waived(waiver) + said(finding))
    case .notApplicable(let why): ("not-applicable", why)
    case .notReached: ("not-reached", "")
    }
  }

  private static func waived(_ waiver: Waiver) -> String {
    switch waiver {
    case .defence(let id): "\(id.text) is off"
    case .caller(let words): words
    }
  }

  private static func said(_ finding: Finding) -> String {
    switch finding {
    case .holds: "; it would have passed"
    case .fails(let expected, let actual):
      "; it would have failed: expected \(expected), was \(actual)"
    case .moot(let why): "; \(why)"
    }
  }
}
