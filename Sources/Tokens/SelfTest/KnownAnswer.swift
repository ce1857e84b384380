import Cryptography

/// A computation whose answer somebody else has published: what is installed must give it too.
package struct KnownAnswer: Sendable {
  package let name: String
  package let reference: String
  private let needs: [CryptoLibrary.Primitive]
  private let holds: @Sendable () throws -> Bool

  init(
    _ name: String, _ reference: String, needs: [CryptoLibrary.Primitive] = [],
    _ holds: @escaping @Sendable () throws -> Bool
  ) {
    self.name = name
    self.reference = reference
    self.needs = needs
    self.holds = holds
  }

  package enum Result: String, Hashable, Sendable {
    case given
    case wrong
    /// The installed libcrypto was built without what the computation needs.
    case lacking
  }

  /// Whether the answer comes out; a computation that fails gives none.
  package func result() -> Result {
    guard needs.allSatisfy(CryptoLibrary.offers) else { return .lacking }
    return isGiven() ? .given : .wrong
  }

  package func isGiven() -> Bool { (try? holds()) ?? false }

  /// Everything that tokens rest on.
  package static let all: [KnownAnswer] =
    KnownHashes.all + KnownCiphers.all + KnownSignatures.all + KnownTokens.all
}

enum Hex {
  static func bytes(_ text: String) -> [UInt8] {
    let digits = text.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map {
      UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
  }

  static func text(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
