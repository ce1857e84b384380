import Cryptography

/// The key of one DER structure, told apart by trying: SPKI, a certificate, PKCS#1, PKCS#8, SEC 1.
struct DERKey {
  private let bytes: [UInt8]
  private let passphrase: [UInt8]?

  init(_ bytes: [UInt8], _ passphrase: [UInt8]?) {
    self.bytes = bytes
    self.passphrase = passphrase
  }

  func key() throws(KeyReadingError) -> JWK {
    var unsupported: CryptographyError?
    for label in ["PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"] {
      if let pair = attempt(
        &unsupported,
        { () throws(CryptographyError) in
          try KeyPair(PEM(label: label, bytes: bytes))
        })
      {
        return JWK(pair)
      }
    }
    for label in ["PUBLIC KEY", "CERTIFICATE", "RSA PUBLIC KEY"] {
      if let key = attempt(
        &unsupported,
        { () throws(CryptographyError) in
          try PublicKey(PEM(label: label, bytes: bytes))
        })
      {
        return sourced(key)
      }
    }
    if let unsupported { throw KeyReadingError(.refused(unsupported)) }
    return try encrypted()
  }

  private func attempt<Key>(
    _ unsupported: inout CryptographyError?, _ read: () throws(CryptographyError) -> Key
  ) -> Key? {
    do throws(CryptographyError) {
      return try read()
    } catch {
      if case .unsupported = error { unsupported = unsupported ?? error }
      return nil
    }
  }

  private func encrypted() throws(KeyReadingError) -> JWK {
    do throws(CryptographyError) {
      return JWK(try KeyPair(encrypted: bytes, passphrase: passphrase ?? []))
    } catch {
      guard error == .decryptionFailed else { throw KeyReadingError(.unknownDER) }
      throw KeyReadingError(passphrase == nil ? .encrypted : .wrongPassphrase)
    }
  }

  private func sourced(_ key: PublicKey) -> JWK {
    var found = JWK(key)
    found.sourceText = bytes
    return found
  }
}
