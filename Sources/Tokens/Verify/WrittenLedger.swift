import Ledger
import Wire

/// An outcome as a verdict keeps it: small, and without words that may never be read.
enum WrittenOutcome: Sendable {
  case pass
  case notApplicable(String)
  /// The caller did not ask about a claim, which is this.
  case unasked(UnaskedClaim, JSONValue)
  case other(WholeOutcome)

  init(_ outcome: Outcome) {
    switch outcome {
    case .pass: self = .pass
    case .notApplicable(let why): self = .notApplicable(why)
    case .fail, .off, .notReached: self = .other(WholeOutcome(outcome))
    }
  }

  var outcome: Outcome {
    switch self {
    case .pass: .pass
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
  let outcomes: [WrittenOutcome]

  var rows: [LedgerRow] { infos.indices.map { LedgerRow(infos[$0], outcome(at: $0)) } }

  func outcome(of check: CheckID) -> Outcome? {
    infos.firstIndex { $0.id == check }.map(outcome)
  }

  func adding(_ row: LedgerRow) -> WrittenLedger {
    let missing = repeatElement(WrittenOutcome(.notReached), count: infos.count - outcomes.count)
    return WrittenLedger(
      infos: infos + [row.check], outcomes: outcomes + missing + [WrittenOutcome(row.outcome)])
  }

  private func outcome(at index: Int) -> Outcome {
    index < outcomes.count ? outcomes[index].outcome : .notReached
  }
}
