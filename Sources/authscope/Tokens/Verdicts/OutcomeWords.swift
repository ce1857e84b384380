import Ledger

/// The words for a row's outcome.
struct OutcomeWords {
  private let outcome: Outcome

  init(_ outcome: Outcome) { self.outcome = outcome }

  var people: String {
    switch outcome {
    case .pass: "pass"
    case .fail: "FAIL"
    case .off: "not checked"
    case .notApplicable: "not applicable"
    case .notReached: "not reached"
    }
  }

  var machine: String {
    switch outcome {
    case .pass: "pass"
    case .fail: "fail"
    case .off: "not-checked"
    case .notApplicable: "not-applicable"
    case .notReached: "not-reached"
    }
  }

  static func reason(_ waiver: Waiver) -> String {
    switch waiver {
    case .defence(let id): "\(id.text) is off"
    case .caller(let words): words
    }
  }

  /// What a check that was not made would have said.
  static func would(_ finding: Finding) -> String {
    switch finding {
    case .holds: "it would pass"
    case .fails(let expected, let actual): "it would fail, expected \(expected), actual \(actual)"
    case .moot(let why): why
    }
  }
}
