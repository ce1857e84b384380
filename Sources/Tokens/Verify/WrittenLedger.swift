import Ledger
import Wire

/// The outcomes of a ledger's first rows. Most rows of most tokens pass, and take a bit.
struct WrittenOutcomes: Sendable {
  private(set) var count = 0
  private var passes: UInt64 = 0
  /// Those that do not pass, in order.
  private var others: [WrittenOutcome] = []

  init(capacity: Int) { others.reserveCapacity(capacity) }

  mutating func appendPass() {
    passes |= 1 << UInt64(count)
    count += 1
  }

  mutating func append(_ outcome: WrittenOutcome) {
    others.append(outcome)
    count += 1
  }

  mutating func append(_ outcome: Outcome) {
    if outcome == .pass { appendPass() } else { append(WrittenOutcome(outcome)) }
  }

  mutating func append(_ segment: WrittenOutcomes) {
    passes |= segment.passes << UInt64(count)
    count += segment.count
    others += segment.others
  }

  /// Rows behind the last have not been reached.
  subscript(_ index: Int) -> Outcome {
    guard index < count else { return .notReached }
    let bit: UInt64 = 1 << UInt64(index)
    guard passes & bit == 0 else { return .pass }
    return others[index - (passes & (bit - 1)).nonzeroBitCount].outcome
  }
}

/// An outcome as a verdict keeps it: small, and without words that may never be read.
enum WrittenOutcome: Sendable {
  case notApplicable(String)
  /// The caller did not ask about a claim, which is this.
  case unasked(UnaskedClaim, JSONValue)
  case other(WholeOutcome)

  init(_ outcome: Outcome) {
    switch outcome {
    case .notApplicable(let why): self = .notApplicable(why)
    case .pass, .fail, .off, .notReached: self = .other(WholeOutcome(outcome))
    }
  }

  var outcome: Outcome {
    switch self {
    case .notApplicable(let why): .notApplicable(why)
    case .unasked(let claim, let value):
      .off(.caller(claim.unasked), claim.says(value))
    case .other(let whole): whole.outcome
    }
  }
}

/// The rarer outcomes, out of the way of the others.
final class WholeOutcome: Sendable {
  let outcome: Outcome

  init(_ outcome: Outcome) { self.outcome = outcome }
}

/// A claim that a caller need not ask about.
enum UnaskedClaim: String, Sendable {
  case issuer = "iss"
  case subject = "sub"
  case nonce

  func says(_ value: JSONValue) -> Finding { .moot("\(rawValue) is \(value.text())") }

  var unasked: String {
    switch self {
    case .issuer: "you ask for no issuer"
    case .subject: "you ask for no subject"
    case .nonce: "you sent no nonce"
    }
  }
}

/// The outcomes of a verdict, made into rows when somebody reads them.
struct WrittenLedger: Sendable {
  let infos: [CheckInfo]
  let outcomes: WrittenOutcomes

  var rows: [LedgerRow] { infos.indices.map { LedgerRow(infos[$0], outcomes[$0]) } }

  func outcome(of check: CheckID) -> Outcome? {
    infos.firstIndex { $0.id == check }.map { outcomes[$0] }
  }

  func adding(_ row: LedgerRow) -> WrittenLedger {
    var outcomes = outcomes
    while outcomes.count < infos.count { outcomes.append(Outcome.notReached) }
    outcomes.append(row.outcome)
    return WrittenLedger(infos: infos + [row.check], outcomes: outcomes)
  }
}
