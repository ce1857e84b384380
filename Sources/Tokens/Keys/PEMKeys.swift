import Cryptography

/// The keys of all blocks of a PEM text (RFC 7468).
struct PEMKeys {
  private let text: [UInt8]
  private let passphrase: [UInt8]?

  init(_ text: [UInt8], _ passphrase: [UInt8]?) {
    self.text = text
    self.passphrase = passphrase
  }

  var reading: KeyReading {
    get throws(KeyReadingError) {
      var keys: [JWK] = []
      var notes: [String] = []
      for (offset, block) in try blocks() {
        guard Self.isKey(block.label) else {
          notes.append("\(place(offset)): the block \"\(block.label)\" holds no key; passed over")
          continue
        }
        add(try key(block, at: offset), to: &keys)
      }
      guard !keys.isEmpty else { throw KeyReadingError(.noKeyBlock) }
      return KeyReading(.pem, JWKSet(keys), notes: notes)
    }
  }

  private func blocks() throws(KeyReadingError) -> [(offset: Int, block: PEM)] {
    // The older encryption of OpenSSL writes headers into the block (RFC 1421 4.6).
    if let offset = text.firstOffset(of: "Proc-Type: 4,ENCRYPTED") {
      throw KeyReadingError(.encryptedTraditional, at: place(offset))
    }
    do throws(CryptographyError) {
      return try PEM.placedBlocks(in: text)
    } catch {
      guard case .malformedPEM(let fault, let offset) = error else {
        throw KeyReadingError(.refused(error))
      }
      if fault == .invalidCharacter(UInt8(ascii: "\\")) {
        throw KeyReadingError(.escapedLineBreaks, at: place(offset))
      }
      throw KeyReadingError(.pem(fault), at: place(offset))
    }
  }

  private static func isKey(_ label: String) -> Bool {
    label.hasSuffix("PUBLIC KEY") || label.hasSuffix("PRIVATE KEY") || isCertificate(label)
  }

  private static func isCertificate(_ label: String) -> Bool {
    label == "CERTIFICATE" || label == "X509 CERTIFICATE"
  }

  private func key(_ block: PEM, at offset: Int) throws(KeyReadingError) -> JWK {
    if block.label == "OPENSSH PRIVATE KEY" { throw KeyReadingError(.openSSH, at: place(offset)) }
    if block.label == "ENCRYPTED PRIVATE KEY", passphrase == nil {
      throw KeyReadingError(.encrypted, at: place(offset))
    }
    do throws(CryptographyError) {
      return try key(block)
    } catch {
      throw KeyReadingError(
        error == .decryptionFailed ? .wrongPassphrase : .refused(error), at: place(offset))
    }
  }

  private func key(_ block: PEM) throws(CryptographyError) -> JWK {
    if block.label == "ENCRYPTED PRIVATE KEY" {
      return JWK(try KeyPair(encrypted: block.bytes, passphrase: passphrase ?? []))
    }
    if block.label.hasSuffix("PRIVATE KEY") { return JWK(try KeyPair(block)) }
    var key = JWK(try PublicKey(block))
    key.sourceText = text
    return key
  }

  /// A private key and its own certificate are one key; the private part is the whole of it.
  private func add(_ key: JWK, to keys: inout [JWK]) {
    guard let same = keys.firstIndex(where: { $0.publicKey == key.publicKey }) else {
      keys.append(key)
      return
    }
    if keys[same].privateKeyPair == nil { keys[same] = key }
  }

  private func place(_ offset: Int) -> KeyPlace { KeyPlace(offset: offset, in: text) }
}
