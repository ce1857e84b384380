import Cryptography
import Ledger
import Wire

/// Opens encrypted tokens by one policy, row by row.
package struct TokenDecryptor: Sendable {
  package let policy: DecryptionPolicy
  private let template: LedgerTemplate<EncryptionCheck>

  package static let rows: [CheckInfo] = EncryptionCheck.allCases.map(\.info)

  package init(_ policy: DecryptionPolicy) {
    self.policy = policy
    template = LedgerTemplate(
      EncryptionCheck.allCases, defences: policy.defences, waived: policy.waived)
  }

  /// The verdict on the compact form.
  package func decrypt(_ text: String) -> DecryptionVerdict {
    do throws(EncryptedMessageError) {
      return decrypt(try EncryptedMessage(text, limits: policy.limits))
    } catch {
      return malformed(error)
    }
  }

  /// The verdict on a message; of several recipients, the first that a key of the reader serves.
  package func decrypt(_ message: EncryptedMessage) -> DecryptionVerdict {
    var furthest: DecryptionVerdict?
    for recipient in message.recipients {
      let verdict = decrypt(message, recipient)
      if verdict.decrypted != nil { return verdict }
      if furthest.map({ verdict.reached > $0.reached }) ?? true { furthest = verdict }
    }
    return furthest ?? malformed(EncryptedMessageError("recipients", .member("are none")))
  }

  private func decrypt(
    _ message: EncryptedMessage, _ recipient: EncryptedMessage.Recipient
  ) -> DecryptionVerdict {
    var ledger = LedgerWriter(template)
    let judge = EncryptionJudge(policy, message, recipient)
    if let token = judge.judge(&ledger) {
      return DecryptionVerdict(ledger: ledger.ledger.rows, outcome: .decrypted(token))
    }
    guard let refusal = ledger.refusal else { preconditionFailure("refused without a row") }
    return DecryptionVerdict(ledger: ledger.ledger.rows, outcome: .refused(refusal))
  }

  private func malformed(_ error: EncryptedMessageError) -> DecryptionVerdict {
    var ledger = LedgerWriter(template)
    let (row, expected): (EncryptionCheck, String) =
      switch error.problem {
      case .parts, .signed, .tooLong: (.shape, "five parts of base64url")
      case .base64: (.encoding, "base64url without padding")
      case .json, .member: (.json, "a JSON object")
      }
    for check in EncryptionCheck.allCases.prefix(row.rawValue) { _ = ledger.admits(check, .holds) }
    _ = ledger.admits(row, .fails(expected: expected, actual: "\(error)"), or: .malformed)
    let refusal = ledger.refusal ?? TokenRefusal(.malformed, LedgerRow(row.info, .notReached))
    return DecryptionVerdict(ledger: ledger.ledger.rows, outcome: .refused(refusal))
  }
}

extension DecryptionVerdict {
  /// How many rows were asked.
  fileprivate var reached: Int { ledger.count { $0.outcome != .notReached } }
}
