import Ledger
import Tokens
import Wire

/// How a decryption went, as text for people and as JSON in the shape of docs/json.md.
struct DecryptionReport {
  private let verdict: DecryptionVerdict

  init(_ verdict: DecryptionVerdict) { self.verdict = verdict }

  var text: String {
    let rows = LedgerText.rows(verdict.ledger)
    guard let refusal = verdict.refusal else {
      let key = verdict.decrypted.map { Shown.text($0.key) } ?? ""
      return (["DECRYPTED, NOT VERIFIED: by \(key)"] + rows).joined(separator: "\n")
    }
    let word = VerdictWord(refusal.kind)
    let headline =
      "REFUSED: \(word.sentence) (\(refusal.row.check.id.text), exit \(word.exitCode.rawValue))"
    return ([headline] + rows).joined(separator: "\n")
  }

  var json: JSONValue {
    let word = verdict.refusal.map { VerdictWord($0.kind) }
    let opened = verdict.decrypted
    return [
      "verdict": .string(word?.rawValue ?? "decrypted"),
      "exit": .integer((word?.exitCode ?? .ok).rawValue),
      "checks": .array(verdict.ledger.map(LedgerJSON.row)),
      "header": opened.map { .object($0.header) } ?? .null,
      "key": opened.map { .string($0.key) } ?? .null,
      "plaintext": opened.flatMap { String(validating: $0.plaintext, as: UTF8.self) }
        .map { .string($0) } ?? .null,
      "plaintext_base64url": opened.map { .string(Base64.url($0.plaintext)) } ?? .null,
    ]
  }
}
