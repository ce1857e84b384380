import Ledger
import Tokens
import Wire

/// Verdicts as text for people: what came of it, then every row of the ledger.
struct VerdictText {
  let context: VerdictContext

  func text(_ judgement: Judgement) -> String {
    var lines = [headline(judgement)] + context.lines
    if let decryption = judgement.decryption {
      lines += ["", "Decryption"] + rows(decryption.ledger, claims: nil)
    }
    let count = judgement.verdicts.count
    for (index, verdict) in judgement.verdicts.enumerated() {
      lines.append("")
      if count > 1 { lines.append("Signature \(index + 1) of \(count): \(word(verdict))") }
      lines += rows(verdict.ledger, claims: verdict.token?.claims)
    }
    return lines.joined(separator: "\n")
  }

  /// The verdict on one line, for `--lines`.
  func line(_ judgement: Judgement) -> String {
    guard let refusal = judgement.refusal else {
      return "verified  " + (judgement.deciding.map(signer) ?? "")
    }
    return
      "\(judgement.word.rawValue)  \(refusal.row.check.id.text): \(LedgerText.detail(refusal.row))"
  }

  private func headline(_ judgement: Judgement) -> String {
    guard let refusal = judgement.refusal else {
      return "VERIFIED: " + (judgement.deciding.map(signer) ?? "")
    }
    let code = judgement.word.exitCode.rawValue
    return "REFUSED: \(judgement.word.sentence) (\(refusal.row.check.id.text), exit \(code))"
  }

  private func word(_ verdict: TokenVerdict) -> String { VerdictWord(verdict).sentence }

  /// `ES256 with key "k1"`.
  private func signer(_ verdict: TokenVerdict) -> String {
    let algorithm = verdict.token?.algorithm ?? ""
    guard case .fits(let key) = verdict.signature else { return Shown.text(algorithm) }
    return Shown.text("\(algorithm) with \(key)")
  }

  private func rows(_ ledger: [LedgerRow], claims: JSONObject?) -> [String] {
    LedgerText.rows(ledger) { moment($0, claims) }
  }

  /// A refused time as a date.
  private func moment(_ row: LedgerRow, _ claims: JSONObject?) -> String? {
    guard case .fail = row.outcome, let name = Self.timeClaims[row.check.id],
      let time = claims?[name].flatMap({ TimeReading($0) })
    else { return nil }
    return "\(name) is \(time.text()), \(time.relative(to: context.now))"
  }

  private static let timeClaims: [CheckID: String] = [
    TokenCheck.notExpired.id: "exp", TokenCheck.notBefore.id: "nbf", TokenCheck.issuedAt.id: "iat",
  ]
}
