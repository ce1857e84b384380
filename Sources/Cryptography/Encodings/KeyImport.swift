internal import COpenSSL

extension PublicKey {
  /// The public key in the first block that has one: SPKI, PKCS#1, a certificate, or the public
  /// part of a private key.
  package convenience init(pem text: some StringProtocol) throws(CryptographyError) {
    let blocks = try PEM.blocks(in: text)
    guard let block = blocks.first(where: { KeyDecoder.labels.contains($0.label) }) else {
      throw .unsupported("a PEM block \"\(blocks[0].label)\"")
    }
    try self.init(block)
  }

  /// The public key of one block, by its label.
  package convenience init(_ block: PEM) throws(CryptographyError) {
    self.init(try KeyDecoder.publicKey(block))
  }

  /// A public key in DER: SPKI, PKCS#1 or a certificate, told apart by their structure.
  package convenience init(der bytes: [UInt8]) throws(CryptographyError) {
    for label in ["PUBLIC KEY", "CERTIFICATE", "RSA PUBLIC KEY"] {
      if let key = try? KeyDecoder.publicKey(PEM(label: label, bytes: bytes)) {
        self.init(key)
        return
      }
    }
    throw .malformedDER("a public key (SPKI or PKCS#1) or a certificate")
  }
}

extension KeyPair {
  /// The private key in the first block that has one: PKCS#8, PKCS#1 or SEC 1.
  package convenience init(pem text: some StringProtocol) throws(CryptographyError) {
    let blocks = try PEM.blocks(in: text)
    guard let block = blocks.first(where: { KeyDecoder.privateLabels.contains($0.label) }) else {
      throw .unsupported("a PEM block \"\(blocks[0].label)\" where a private key belongs")
    }
    try self.init(block)
  }

  /// The private key of one block, by its label.
  package convenience init(_ block: PEM) throws(CryptographyError) {
    try self.init(imported: KeyDecoder.privateKey(block))
  }

  /// The key of an encrypted PKCS#8 structure (RFC 5958 3), opened by its passphrase.
  package convenience init(
    encrypted bytes: [UInt8], passphrase: [UInt8]
  ) throws(CryptographyError) {
    try self.init(imported: KeyDecoder.encryptedKey(bytes, passphrase))
  }

  /// A private key in DER: PKCS#8, PKCS#1 or SEC 1, told apart by their structure.
  package convenience init(der bytes: [UInt8]) throws(CryptographyError) {
    for label in ["PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"] {
      if let key = try? KeyDecoder.privateKey(PEM(label: label, bytes: bytes)) {
        try self.init(imported: key)
        return
      }
    }
    throw .malformedDER("a private key (PKCS#8, PKCS#1 or SEC 1)")
  }

  /// libcrypto reads whatever numbers stand in the structure; here they must be a pair.
  private convenience init(imported native: NativeKey) throws(CryptographyError) {
    try self.init(native)
    try KeyBuilder.checkPair(self)
  }
}

/// Reads the structures that PEM labels name (RFC 7468, RFC 8017 A.1, RFC 5915).
private enum KeyDecoder {
  static let privateLabels = [
    "PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY",
  ]
  static let labels =
    ["PUBLIC KEY", "RSA PUBLIC KEY", "CERTIFICATE", "X509 CERTIFICATE"] + privateLabels

  static func publicKey(_ block: PEM) throws(CryptographyError) -> NativeKey {
    switch block.label {
    case "PUBLIC KEY": return try read(block) { d2i_PUBKEY(nil, $0, $1) }
    case "RSA PUBLIC KEY":
      return try read(block) { d2i_PublicKey(NID_rsaEncryption, nil, $0, $1) }
    case "CERTIFICATE", "X509 CERTIFICATE":
      return try read(block) { cursor, count in
        guard let certificate = d2i_X509(nil, cursor, count) else { return nil }
        defer { X509_free(certificate) }
        return X509_get_pubkey(certificate)
      }
    default: return try publicPart(try privateKey(block))
    }
  }

  static func privateKey(_ block: PEM) throws(CryptographyError) -> NativeKey {
    switch block.label {
    case "RSA PRIVATE KEY":
      return try read(block) { d2i_PrivateKey(NID_rsaEncryption, nil, $0, $1) }
    case "EC PRIVATE KEY":
      return try read(block) { d2i_PrivateKey(NID_X9_62_id_ecPublicKey, nil, $0, $1) }
    case "ENCRYPTED PRIVATE KEY":
      throw .unsupported("an encrypted private key without its passphrase")
    default:
      return try read(block) { cursor, count in
        guard let info = d2i_PKCS8_PRIV_KEY_INFO(nil, cursor, count) else { return nil }
        defer { PKCS8_PRIV_KEY_INFO_free(info) }
        return EVP_PKCS82PKEY(info)
      }
    }
  }

  static func encryptedKey(
    _ bytes: [UInt8], _ passphrase: [UInt8]
  ) throws(CryptographyError) -> NativeKey {
    let sealed = bytes.withBytes { start, count in
      var cursor: UnsafePointer<UInt8>? = start
      return d2i_X509_SIG(nil, &cursor, count)
    }
    guard let sealed else {
      ERR_clear_error()
      throw .malformedDER("ENCRYPTED PRIVATE KEY")
    }
    defer { X509_SIG_free(sealed) }
    let info = passphrase.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        PKCS8_decrypt(sealed, $0.baseAddress, Int32($0.count))
      }
    }
    guard let info else {
      ERR_clear_error()
      throw .decryptionFailed
    }
    defer { PKCS8_PRIV_KEY_INFO_free(info) }
    guard let key = EVP_PKCS82PKEY(info) else {
      ERR_clear_error()
      throw .malformedDER("ENCRYPTED PRIVATE KEY")
    }
    return try NativeKey(takingOwnership: key)
  }

  /// The public half on its own, so that a key read as public cannot sign.
  private static func publicPart(_ key: NativeKey) throws(CryptographyError) -> NativeKey {
    try KeyBuilder.publicKey(try PublicKey(key).components)
  }

  private static func read(
    _ block: PEM, _ decode: (UnsafeMutablePointer<UnsafePointer<UInt8>?>, Int) -> OpaquePointer?
  ) throws(CryptographyError) -> NativeKey {
    let key: OpaquePointer? = block.bytes.withBytes { start, count in
      var cursor: UnsafePointer<UInt8>? = start
      guard let key = decode(&cursor, count) else { return nil }
      // Bytes after the structure are not part of any key.
      guard cursor == start + count else {
        EVP_PKEY_free(key)
        return nil
      }
      return key
    }
    guard let key else {
      ERR_clear_error()
      throw .malformedDER(block.label)
    }
    let native = try NativeKey(takingOwnership: key)
    try KeyBuilder.check(native)
    return native
  }
}
