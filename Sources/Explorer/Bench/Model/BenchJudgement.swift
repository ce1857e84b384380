import Ledger
import Tokens

/// One row of the ledger, and what it would have said where it was not asked.
struct BenchCheck: Hashable, Sendable {
  let row: LedgerRow
  let would: Finding?
}

/// What verifier or reader say of the token on the bench.
struct BenchJudgement: Sendable {
  let verdict: BenchVerdict
  let checks: [BenchCheck]
  let servers: [ServerGlance]
  /// The algorithms that count, whoever named them.
  let rule: AlgorithmRule?
  /// The content of an encrypted token.
  let opened: [UInt8]?
  /// The signature that was judged, of a message with several.
  let signatureCount: Int
  /// For the search of usual causes; nil for what it does not serve.
  let diagnosis: TokenDiagnosis?

  /// The row that refused.
  var refusal: BenchCheck? {
    checks.first { if case .fail = $0.row.outcome { true } else { false } }
  }
}
