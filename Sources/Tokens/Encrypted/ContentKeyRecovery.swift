import Cryptography
import Wire

/// Gets the content key of a JWE out of its header and encrypted key (RFC 7516 5.2 steps 6 to 12).
struct ContentKeyRecovery {
  let algorithm: KeyManagementAlgorithm
  let encryption: ContentEncryption
  let header: JSONObject
  let encryptedKey: [UInt8]

  func contentKey(with key: JWK) throws(CryptographyError) -> [UInt8] {
    guard encryptedKey.isEmpty == algorithm.hasNoEncryptedKey else { throw .decryptionFailed }
    let contentKey = try recovered(with: key)
    guard contentKey.count == encryption.keyByteCount else { throw .decryptionFailed }
    return contentKey
  }

  private func recovered(with key: JWK) throws(CryptographyError) -> [UInt8] {
    switch algorithm.method {
    case .rsaPKCS1:
      try pair(key).decryptPKCS1(encryptedKey, byteCount: encryption.keyByteCount)
    case .rsaOAEP(let digest): try pair(key).decryptOAEP(encryptedKey, digest: digest)
    case .wrap: try AESKeyWrap(key: secret(key)).unwrap(encryptedKey)
    case .wrapGCM:
      try AESGCM(key: secret(key)).open(
        encryptedKey, tag: bytes("tag"), nonce: bytes("iv"), authenticating: [])
    case .direct: try secret(key)
    case .agreement(let size): try agreed(pair(key), size)
    case .password(let digest, let size):
      try unwrapped(by: stretched(secret(key), digest, size))
    }
  }

  private func unwrapped(by key: [UInt8]) throws(CryptographyError) -> [UInt8] {
    var key = key
    defer { key.wipe() }
    return try AESKeyWrap(key: key).unwrap(encryptedKey)
  }

  private func agreed(
    _ pair: KeyPair, _ size: AESKeySize?
  ) throws(CryptographyError) -> [UInt8] {
    // A stranger's private key is not even looked at: holding that it is one takes time.
    guard let json = header["epk"], json["d"] == nil, let ephemeral = try? JWK(json),
      case .publicKey(let publicKey) = ephemeral.material
    else { throw .decryptionFailed }
    let info = AgreementInfo(
      algorithm: algorithm, encryption: encryption, partyU: try optional("apu"),
      partyV: try optional("apv"))
    var shared = try pair.sharedSecret(with: publicKey)
    defer { shared.wipe() }
    let derived = try info.key(shared)
    return size == nil ? derived : try unwrapped(by: derived)
  }

  private func stretched(
    _ password: [UInt8], _ digest: Digest, _ size: AESKeySize
  ) throws(CryptographyError) -> [UInt8] {
    guard let count = header["p2c"]?.integer else { throw .decryptionFailed }
    let salt = PasswordSalt(algorithm: algorithm, input: try bytes("p2s"))
    return try PasswordHash.pbkdf2(
      password, salt: salt.bytes, iterations: Int(count), digest: digest,
      byteCount: size.byteCount)
  }

  private func bytes(_ name: String) throws(CryptographyError) -> [UInt8] {
    guard let text = header[name]?.string, let bytes = try? Base64.decodeURL(text) else {
      throw .decryptionFailed
    }
    return bytes
  }

  private func optional(_ name: String) throws(CryptographyError) -> [UInt8] {
    header[name] == nil ? [] : try bytes(name)
  }

  private func pair(_ key: JWK) throws(CryptographyError) -> KeyPair {
    guard let pair = key.privateKeyPair else {
      throw .wrongKind(expected: "a private key", actual: key.kindName)
    }
    return pair
  }

  private func secret(_ key: JWK) throws(CryptographyError) -> [UInt8] {
    guard let secret = key.secret else {
      throw .wrongKind(expected: algorithm.keyDescription, actual: key.kindName)
    }
    return secret.bytes
  }
}

/// What goes into a key beside the agreed secret (RFC 7518 4.6.2).
struct AgreementInfo {
  let algorithm: KeyManagementAlgorithm
  let encryption: ContentEncryption
  let partyU: [UInt8]
  let partyV: [UInt8]

  func key(_ secret: [UInt8]) throws(CryptographyError) -> [UInt8] {
    let name: String
    let byteCount: Int
    if case .agreement(let size?) = algorithm.method {
      (name, byteCount) = (algorithm.name, size.byteCount)
    } else {
      (name, byteCount) = (encryption.name, encryption.keyByteCount)
    }
    return ConcatKDF.derive(
      secret, algorithm: Array(name.utf8), partyU: partyU, partyV: partyV, byteCount: byteCount)
  }
}

/// The salt of PBES2: the algorithm's name, a zero byte and the salt input (RFC 7518 4.8.1.1).
struct PasswordSalt {
  let algorithm: KeyManagementAlgorithm
  let input: [UInt8]

  var bytes: [UInt8] { Array(algorithm.name.utf8) + [0] + input }
}
