import Ledger

/// The rows of an encrypted token's ledger, in the order in which they are asked.
package enum EncryptionCheck: Int, Hashable, Sendable, CaseIterable, LedgerCheck {
  case shape
  case encoding
  case json
  case uniqueMembers
  case criticalHeader
  case algorithmAllowed
  case encryptionAllowed
  case keySelected
  case keyFits
  case workFactor
  case decrypted
  case inflatedSize

  package var info: CheckInfo { Self.infos[rawValue] }

  package var isGate: Bool {
    switch self {
    case .shape, .encoding, .json, .decrypted: true
    case .uniqueMembers, .criticalHeader, .algorithmAllowed, .encryptionAllowed, .keySelected,
      .keyFits, .workFactor, .inflatedSize:
      false
    }
  }

  private static let infos: [CheckInfo] = allCases.map { check in
    switch check {
    case .shape: CheckInfo("token-shape", "five parts, an encrypted token", "RFC 7516 7.1")
    case .encoding: CheckInfo("token-encoding", "each part is base64url", "RFC 7516 5.2")
    case .json: CheckInfo("token-json", "the header is a JSON object", "RFC 7516 5.2")
    case .uniqueMembers: CheckInfo("unique-members", "no name stands twice", "RFC 7516 4")
    case .criticalHeader:
      CheckInfo("critical-header", "every critical header is understood", "RFC 7516 4.1.13")
    case .algorithmAllowed:
      CheckInfo("algorithm-allowed", "the key algorithm is on the reader's list", "RFC 8725 3.1")
    case .encryptionAllowed:
      CheckInfo("encryption-allowed", "the content encryption is on its list", "RFC 8725 3.1")
    case .keySelected:
      CheckInfo("key-selected", "the reader has the key that is named", "RFC 7516 4.1.6")
    case .keyFits: CheckInfo("key-fits", "the key is for this algorithm", "RFC 8725 3.1")
    case .workFactor:
      CheckInfo("work-factor", "p2c asks for no more work than allowed", "RFC 7518 8.1")
    case .decrypted: CheckInfo("decrypted", "the content decrypts, unaltered", "RFC 7516 5.2")
    case .inflatedSize:
      CheckInfo("inflated-size", "the content inflates within bounds", "RFC 8725 3.6")
    }
  }
}
