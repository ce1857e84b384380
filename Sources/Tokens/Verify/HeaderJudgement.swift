import Cryptography

/// What a verifier says of a header: the rows from type to key strength, and what its signature is
/// to be tried with. It depends on nothing but the policy and the header, so that the verifier
/// keeps the last one: an issuer's tokens have the same header until it changes its key.
final class HeaderJudgement: Sendable {
  let header: TokenHeader
  let rows: LedgerWriter<TokenCheck>
  /// Nil when a row refused.
  let trial: SignatureTrial?

  init(_ prepared: PreparedPolicy, _ header: TokenHeader) {
    self.header = header
    var rows = LedgerWriter(prepared.template, from: .type)
    trial =
      HeaderJudge(prepared, header).judge(&rows) ? KeyJudge(prepared, header).judge(&rows) : nil
    self.rows = rows
  }
}
