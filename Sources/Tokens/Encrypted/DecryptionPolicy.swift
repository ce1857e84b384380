import Ledger
import Wire

/// What a reader of encrypted tokens accepts.
package struct DecryptionPolicy: Sendable {
  package var algorithms: [KeyManagementAlgorithm]
  package var encryptions = ContentEncryption.allCases
  /// Private keys and secrets; a password is a secret of its bytes.
  package var keys: JWKSet
  /// The most PBKDF2 iterations that a stranger's header may ask for.
  package var largestIterationCount = 1_000_000
  /// The most bytes that a compressed content may grow to.
  package var largestInflatedSize = 256 << 10
  /// Where a reader without that bound stops all the same, to spare the machine.
  package var inflationCeiling = 64 << 20
  package var waived: [CheckID: Waiver] = [:]
  package var defences: [CheckID: DefenceID] = [:]
  package var limits = TokenLimits()

  package init(_ algorithms: [KeyManagementAlgorithm], keys: JWKSet) {
    self.algorithms = algorithms
    self.keys = keys
  }
}

/// A content that a key of the reader opened. Nobody has signed it: whoever has the public key or
/// the secret could have made it.
package struct DecryptedToken: Sendable {
  package let message: EncryptedMessage
  package let header: JSONObject
  package let plaintext: [UInt8]
  /// The label of the key.
  package let key: String
}

/// A reader's answer: every row, and the content or why there is none.
package struct DecryptionVerdict: Sendable {
  package enum Outcome: Sendable {
    case decrypted(DecryptedToken)
    case refused(TokenRefusal)
  }

  package let ledger: [LedgerRow]
  package let outcome: Outcome

  package var decrypted: DecryptedToken? {
    if case .decrypted(let token) = outcome { token } else { nil }
  }

  package var refusal: TokenRefusal? {
    if case .refused(let refusal) = outcome { refusal } else { nil }
  }
}
