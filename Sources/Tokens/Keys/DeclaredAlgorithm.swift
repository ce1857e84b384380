import Ledger

/// An algorithm that a key may declare as its own (`alg`, RFC 7517 4.4): of signatures, of key
/// management, or of the content that a secret encrypts directly.
package enum DeclaredAlgorithm: Hashable, Sendable {
  case signature(SignatureAlgorithm)
  case keyManagement(KeyManagementAlgorithm)
  case content(ContentEncryption)

  package init?(name: String) {
    if let algorithm = SignatureAlgorithm(name: name) {
      self = .signature(algorithm)
    } else if let algorithm = KeyManagementAlgorithm(name: name) {
      self = .keyManagement(algorithm)
    } else if let encryption = ContentEncryption(name: name) {
      self = .content(encryption)
    } else {
      return nil
    }
  }

  package static let names =
    SignatureAlgorithm.allCases.map(\.name) + KeyManagementAlgorithm.allCases.map(\.name)
    + ContentEncryption.allCases.map(\.name)

  /// Why the key cannot be used so; nil when it can.
  package func misfit(of key: JWK) -> Finding? {
    switch self {
    case .signature(let algorithm): return algorithm.misfit(of: key)
    case .content(let encryption): return KeyManagementAlgorithm.direct.misfit(of: key, encryption)
    case .keyManagement(let algorithm):
      // Only a key for direct use depends on the content encryption: one that fits is enough.
      let findings = ContentEncryption.allCases.map { algorithm.misfit(of: key, $0) }
      return findings.contains(nil) ? nil : findings.first ?? nil
    }
  }
}
