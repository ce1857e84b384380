import Cryptography
import Wire

/// A place in a text of keys.
package struct KeyPlace: Hashable, Sendable, CustomStringConvertible {
  /// The byte, from 0.
  package let offset: Int
  /// From 1.
  package let line: Int

  init(offset: Int, in text: [UInt8]) {
    self.offset = offset
    line = 1 + text.prefix(offset).count { $0 == UInt8(ascii: "\n") }
  }

  package var description: String { "line \(line) (byte \(offset))" }
}

/// Why bytes are no key: where, and what to do about it.
package struct KeyReadingError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    case empty
    case utf16
    case unknownForm
    /// A private key that wants a passphrase, in PKCS#8.
    case encrypted
    case wrongPassphrase
    /// The encryption that OpenSSL had before PKCS#8.
    case encryptedTraditional
    case openSSH
    case escapedLineBreaks
    case pem(PEMFault)
    case noKeyBlock
    case unknownDER
    /// A structure that was read, and is no key that can be used.
    case refused(CryptographyError)
    case json(JSONError)
    case noKeyObject(String)
    case notJWK
    /// The metadata of a provider, which says where its keys are.
    case discovery(String)
    case jwk(JWKError)
    case notHex(UInt8)
    case oddHex(Int)
    case notBase64(Base64Error)
    case otherAlphabet(UInt8, SecretEncoding)
  }

  package let problem: Problem
  /// Nil where it is the text as a whole, or where the problem tells its own place.
  package let place: KeyPlace?

  init(_ problem: Problem, at place: KeyPlace? = nil) {
    self.problem = problem
    self.place = place
  }
}
