import Ledger
import Tokens

/// The verifier's rows that a server asks of one kind of token: a row that nothing can fail there
/// teaches nothing.
struct TokenTable: Sendable {
  let rows: [TableRow]
  private let left: [CheckID]

  /// Nobody here waits for one subject or for a nonce, and `at_hash` is of ID tokens.
  static let access = TokenTable(without: [.subject, .nonce, .tokenHash])

  /// A client holds the nonce against its transaction itself.
  static let identity = TokenTable(without: [.subject, .nonce])

  private init(without left: [TokenCheck]) {
    self.left = left.map(\.id)
    rows = TokenVerifier.checks.filter { !left.contains($0) }.map { check in
      let info = check.info
      return TableRow(
        info: CheckInfo(
          info.id, info.title, info.reference, defence: TokenPolicies.defences[info.id]),
        isGate: check.isGate)
    }
  }

  /// The table's part of a verdict.
  func ledger(of verdict: TokenVerdict) -> [LedgerRow] {
    verdict.ledger.filter { !left.contains($0.check.id) }
  }
}
