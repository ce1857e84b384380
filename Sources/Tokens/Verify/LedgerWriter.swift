import Ledger

/// Writes the outcomes of a token's checks in order, until one of them refuses.
struct LedgerWriter {
  private var rows: [LedgerRow]
  private let waivers: [Waiver?]
  private(set) var refusal: TokenRefusal?
  /// Whether every check that was asked was in force.
  private(set) var isWhole = true

  /// Every row stands as not reached at first.
  init(template: [LedgerRow], waivers: [Waiver?]) {
    rows = template
    self.waivers = waivers
  }

  var ledger: [LedgerRow] { rows }

  /// Records what the check says, and whether the verifier goes on.
  mutating func admits(
    _ check: TokenCheck, _ finding: Finding, or kind: TokenRefusal.Kind = .policy
  ) -> Bool {
    if let waiver = waivers[check.rawValue], !check.isGate {
      set(check, .off(waiver, finding))
      isWhole = false
      return true
    }
    switch finding {
    case .holds:
      set(check, .pass)
      return true
    case .moot(let why):
      set(check, .notApplicable(why))
      return true
    case .fails(let expected, let actual):
      set(check, .fail(expected: expected, actual: actual))
      refusal = TokenRefusal(kind, rows[check.rawValue])
      return false
    }
  }

  /// Records that the caller did not ask, in the caller's words.
  mutating func skip(_ check: TokenCheck, _ words: String, _ finding: Finding) {
    if let waiver = waivers[check.rawValue] {
      set(check, .off(waiver, finding))
      isWhole = false
    } else {
      set(check, .off(.caller(words), finding))
    }
  }

  private mutating func set(_ check: TokenCheck, _ outcome: Outcome) {
    rows[check.rawValue] = LedgerRow(rows[check.rawValue].check, outcome)
  }
}
