import Cryptography
import Wire

/// Why a token could not be encrypted.
package enum TokenEncryptionError: Error, Hashable, Sendable {
  /// RSA1_5 is read, never written.
  case readOnly(String)
  case wrongKey(expected: String, actual: String)
  case failed(CryptographyError)
}

/// Makes encrypted tokens with one algorithm, content encryption and key.
package struct TokenEncryptor: Sendable {
  package let algorithm: KeyManagementAlgorithm
  package let encryption: ContentEncryption
  package let key: JWK
  /// PBKDF2 iterations for a password; nil for today's advice.
  package var iterations: Int?
  package var compresses = false

  package init(
    _ algorithm: KeyManagementAlgorithm, _ encryption: ContentEncryption, _ key: JWK
  ) throws(TokenEncryptionError) {
    guard algorithm != .rsa1_5 else { throw .readOnly(algorithm.name) }
    // What the key declares about itself is its owner's business; its type is not.
    let bare = JWK(key.material)
    guard algorithm.misfit(of: bare, encryption) == nil else {
      throw .wrongKey(expected: algorithm.keyDescription, actual: key.kindName)
    }
    self.algorithm = algorithm
    self.encryption = encryption
    self.key = key
  }

  /// The compact form; `header` adds members to those that the algorithm needs.
  package func encrypt(
    _ plaintext: [UInt8], header: JSONObject = JSONObject(),
    using randomness: inout some Randomness
  ) throws(TokenEncryptionError) -> String {
    var protected: JSONObject = ["alg": .null]
    protected["kid"] = key.id.map { .string($0) }
    protected.members += header.members
    let message = try message(plaintext, protected: protected, using: &randomness)
    guard let text = message.compact else { preconditionFailure("a compact message is compact") }
    return text
  }

  /// A message of one recipient. A member that the algorithm fills in takes the place of one of its
  /// name in either header, else the end of the protected one. Randomness is drawn in this order:
  /// content key, then what wraps it, then the IV.
  package func message(
    _ plaintext: [UInt8], form: EncryptedMessage.Form = .compact, protected: JSONObject,
    unprotected: JSONObject = JSONObject(), authenticating data: [UInt8]? = nil,
    using randomness: inout some Randomness
  ) throws(TokenEncryptionError) -> EncryptedMessage {
    var header = HeaderDraft(protected: protected, unprotected: unprotected)
    header.set("alg", .string(algorithm.name))
    header.set("enc", .string(encryption.name))
    if compresses { header.set("zip", "DEF") }
    do throws(CryptographyError) {
      let wrapped = try ContentKeyWrapping(
        algorithm: algorithm, encryption: encryption, iterations: iterations
      ).wrap(for: key, &header, &randomness)
      let iv = randomness.bytes(encryption.ivByteCount)
      let text =
        header.protected.members.isEmpty
        ? "" : Base64.url(Array(header.protected.text().utf8))
      let dataText = data.map { Base64.url($0) }
      let authenticated = Array(text.utf8) + (dataText.map { [46] + Array($0.utf8) } ?? [])
      let content = compresses ? Deflate.compress(plaintext) : plaintext
      let sealed = try encryption.seal(
        content, key: wrapped.contentKey, iv: iv, authenticating: authenticated)
      let recipient = EncryptedMessage.Recipient(
        header: JSONObject(), encryptedKey: wrapped.encryptedKey)
      return EncryptedMessage(
        form: form, protectedText: text, protected: header.protected,
        unprotected: header.unprotected, recipients: [recipient], iv: iv,
        ciphertext: sealed.ciphertext, tag: sealed.tag, dataText: dataText)
    } catch {
      throw .failed(error)
    }
  }
}

/// The headers of a message in the making.
struct HeaderDraft {
  private(set) var protected: JSONObject
  private(set) var unprotected: JSONObject

  init(protected: JSONObject, unprotected: JSONObject) {
    self.protected = protected
    self.unprotected = unprotected
  }

  mutating func set(_ name: String, _ value: JSONValue) {
    if unprotected[name] != nil {
      unprotected[name] = value
    } else {
      protected[name] = value
    }
  }

  subscript(_ name: String) -> JSONValue? { protected[name] ?? unprotected[name] }
}
