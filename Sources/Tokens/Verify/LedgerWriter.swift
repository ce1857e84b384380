import Ledger
import Wire

/// A closed list of checks that are asked in the order of their numbers.
protocol LedgerCheck: CaseIterable, RawRepresentable<Int>, Sendable {
  var info: CheckInfo { get }
  /// A gate makes the facts that the others judge, so that no waiver opens it.
  var isGate: Bool { get }
}

/// The checks of a ledger before anything is asked, with the defences and waivers of a policy.
///
/// A class, so that the verdicts of one verifier share it.
final class LedgerTemplate<Check: LedgerCheck>: Sendable {
  let infos: [CheckInfo]
  private let waivers: [Waiver?]
  private let hasWaivers: Bool

  init(_ checks: [Check], defences: [CheckID: DefenceID], waived: [CheckID: Waiver]) {
    infos = checks.map { check in
      let info = check.info
      return CheckInfo(info.id, info.title, info.reference, defence: defences[info.id])
    }
    waivers = checks.map { $0.isGate ? nil : waived[$0.info.id] }
    hasWaivers = waivers.contains { $0 != nil }
    precondition(checks.count < 64, "each row has a bit")
  }

  @inline(__always)
  func waiver(of check: Check) -> Waiver? { hasWaivers ? waivers[check.rawValue] : nil }
}

/// Writes the outcomes of a token's checks in order, until one of them refuses.
struct LedgerWriter<Check: LedgerCheck> {
  private let template: LedgerTemplate<Check>
  /// The number of the first check that is written here.
  private let start: Int
  private var outcomes: WrittenOutcomes
  private(set) var refusal: TokenRefusal?
  /// Whether every check that was asked was in force.
  private(set) var isWhole = true

  /// A ledger from its first row; or a segment from a later one, to be appended to one.
  init(_ template: LedgerTemplate<Check>, from check: Check? = nil) {
    self.template = template
    start = check?.rawValue ?? 0
    outcomes = WrittenOutcomes(capacity: 6)
  }

  var ledger: WrittenLedger { WrittenLedger(infos: template.infos, outcomes: outcomes) }

  /// Takes over the rows of a segment, and whether the verifier goes on.
  mutating func append(_ segment: LedgerWriter) -> Bool {
    precondition(segment.start == start + outcomes.count, "checks are asked in their order")
    outcomes.append(segment.outcomes)
    refusal = segment.refusal
    isWhole = isWhole && segment.isWhole
    return refusal == nil
  }

  /// Records what the check says, and whether the verifier goes on.
  mutating func admits(
    _ check: Check, _ finding: Finding, or kind: TokenRefusal.Kind = .policy
  ) -> Bool {
    precondition(check.rawValue == start + outcomes.count, "checks are asked in their order")
    if let waiver = template.waiver(of: check) {
      outcomes.append(WrittenOutcome(.off(waiver, finding)))
      isWhole = false
      return true
    }
    switch finding {
    case .holds:
      outcomes.appendPass()
      return true
    case .moot(let why):
      outcomes.append(WrittenOutcome.notApplicable(why))
      return true
    case .fails(let expected, let actual):
      refuse(check, expected: expected, actual: actual, kind)
      return false
    }
  }

  /// Records that the caller did not ask, in the caller's words.
  mutating func skip(_ check: Check, _ words: String, _ finding: Finding) {
    precondition(check.rawValue == start + outcomes.count, "checks are asked in their order")
    let waiver = template.waiver(of: check)
    outcomes.append(WrittenOutcome(.off(waiver ?? .caller(words), finding)))
    if waiver != nil { isWhole = false }
  }

  /// Records that the caller did not ask about a claim that the token has.
  mutating func skip(_ check: Check, _ claim: UnaskedClaim, _ value: JSONValue) {
    precondition(check.rawValue == start + outcomes.count, "checks are asked in their order")
    guard let waiver = template.waiver(of: check) else {
      outcomes.append(.unasked(claim, value))
      return
    }
    outcomes.append(WrittenOutcome(.off(waiver, claim.says(value))))
    isWhole = false
  }

  /// Refuses at a row that leaves no facts to go on with, even where it is waived.
  mutating func refuse(
    _ check: Check, expected: String, actual: String, _ kind: TokenRefusal.Kind
  ) {
    precondition(check.rawValue == start + outcomes.count, "checks are asked in their order")
    let outcome = Outcome.fail(expected: expected, actual: actual)
    outcomes.append(WrittenOutcome(outcome))
    refusal = TokenRefusal(kind, LedgerRow(template.infos[check.rawValue], outcome))
  }
}
