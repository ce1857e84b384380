import Ledger

/// A closed list of checks that are asked in the order of their numbers.
protocol LedgerCheck: CaseIterable, RawRepresentable<Int>, Sendable {
  var info: CheckInfo { get }
  /// A gate makes the facts that the others judge, so that no waiver opens it.
  var isGate: Bool { get }
}

/// The rows of a ledger before anything is asked, with the defences and waivers of a policy.
struct LedgerTemplate<Check: LedgerCheck>: Sendable {
  let rows: [LedgerRow]
  let waivers: [Waiver?]

  init(_ checks: [Check], defences: [CheckID: DefenceID], waived: [CheckID: Waiver]) {
    rows = checks.map { check in
      let info = check.info
      let shown = CheckInfo(info.id, info.title, info.reference, defence: defences[info.id])
      return LedgerRow(shown, .notReached)
    }
    waivers = checks.map { $0.isGate ? nil : waived[$0.info.id] }
  }
}

/// Writes the outcomes of a token's checks in order, until one of them refuses.
struct LedgerWriter<Check: LedgerCheck> {
  private(set) var ledger: [LedgerRow]
  private let waivers: [Waiver?]
  private(set) var refusal: TokenRefusal?
  /// Whether every check that was asked was in force.
  private(set) var isWhole = true

  init(_ template: LedgerTemplate<Check>) {
    ledger = template.rows
    waivers = template.waivers
  }

  /// Records what the check says, and whether the verifier goes on.
  mutating func admits(
    _ check: Check, _ finding: Finding, or kind: TokenRefusal.Kind = .policy
  ) -> Bool {
    if let waiver = waivers[check.rawValue] {
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
      refusal = TokenRefusal(kind, ledger[check.rawValue])
      return false
    }
  }

  /// Records that the caller did not ask, in the caller's words.
  mutating func skip(_ check: Check, _ words: String, _ finding: Finding) {
    if let waiver = waivers[check.rawValue] {
      set(check, .off(waiver, finding))
      isWhole = false
    } else {
      set(check, .off(.caller(words), finding))
    }
  }

  private mutating func set(_ check: Check, _ outcome: Outcome) {
    ledger[check.rawValue] = LedgerRow(ledger[check.rawValue].check, outcome)
  }
}
