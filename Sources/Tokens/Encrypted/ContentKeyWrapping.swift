import Cryptography
import Wire

/// Makes a content key and encrypts it to its reader (RFC 7516 5.1 steps 1 to 6).
struct ContentKeyWrapping {
  let algorithm: KeyManagementAlgorithm
  let encryption: ContentEncryption
  let iterations: Int?

  struct Wrapped {
    let contentKey: [UInt8]
    let encryptedKey: [UInt8]
  }

  func wrap(
    for key: JWK, _ header: inout HeaderDraft, _ randomness: inout some Randomness
  ) throws(CryptographyError) -> Wrapped {
    if algorithm == .direct, let secret = key.secret {
      return Wrapped(contentKey: secret.bytes, encryptedKey: [])
    }
    if algorithm == .ecdhES {
      let derived = try agreed(key, &header, &randomness)
      return Wrapped(contentKey: derived, encryptedKey: [])
    }
    let contentKey = randomness.bytes(encryption.keyByteCount)
    let encryptedKey = try encrypted(contentKey, key, &header, &randomness)
    return Wrapped(contentKey: contentKey, encryptedKey: encryptedKey)
  }

  private func encrypted(
    _ contentKey: [UInt8], _ key: JWK, _ header: inout HeaderDraft,
    _ randomness: inout some Randomness
  ) throws(CryptographyError) -> [UInt8] {
    switch (algorithm.method, key.secret, key.publicKey) {
    case (.rsaOAEP(let digest), _, let publicKey?):
      return try publicKey.encryptOAEP(
        contentKey, digest: digest, seed: randomness.bytes(digest.byteCount))
    case (.wrap, let secret?, _):
      return try AESKeyWrap(key: secret.bytes).wrap(contentKey)
    case (.wrapGCM, let secret?, _):
      let iv = randomness.bytes(AESGCM.nonceByteCount)
      let sealed = try AESGCM(key: secret.bytes).seal(contentKey, nonce: iv, authenticating: [])
      header.set("iv", .string(Base64.url(iv)))
      header.set("tag", .string(Base64.url(sealed.tag)))
      return sealed.ciphertext
    case (.agreement, _, _?):
      return try AESKeyWrap(key: agreed(key, &header, &randomness)).wrap(contentKey)
    case (.password(let digest, let size), let secret?, _):
      let stretched = try stretched(secret.bytes, digest, size, &header, &randomness)
      return try AESKeyWrap(key: stretched).wrap(contentKey)
    case (.rsaPKCS1, _, _), (.rsaOAEP, _, _), (.wrap, _, _), (.wrapGCM, _, _),
      (.agreement, _, _), (.password, _, _), (.direct, _, _):
      throw .wrongKind(expected: algorithm.keyDescription, actual: key.kindName)
    }
  }

  private func agreed(
    _ key: JWK, _ header: inout HeaderDraft, _ randomness: inout some Randomness
  ) throws(CryptographyError) -> [UInt8] {
    guard let publicKey = key.publicKey else {
      throw .wrongKind(expected: algorithm.keyDescription, actual: key.kindName)
    }
    let ephemeral = try KeyPair.drawn(like: publicKey.kind, from: &randomness)
    header.set("epk", .object(try JWK(ephemeral.publicKey).json()))
    let info = AgreementInfo(
      algorithm: algorithm, encryption: encryption, partyU: bytes(header["apu"]),
      partyV: bytes(header["apv"]))
    return try info.key(ephemeral.sharedSecret(with: publicKey))
  }

  private func stretched(
    _ password: [UInt8], _ digest: Digest, _ size: AESKeySize, _ header: inout HeaderDraft,
    _ randomness: inout some Randomness
  ) throws(CryptographyError) -> [UInt8] {
    // OWASP's advice of 2023 for PBKDF2 with SHA-256, and with SHA-512, which is slower.
    let count = iterations ?? (digest == .sha256 ? 600_000 : 210_000)
    let input = randomness.bytes(16)
    header.set("p2s", .string(Base64.url(input)))
    header.set("p2c", .integer(count))
    return try PasswordHash.pbkdf2(
      password, salt: PasswordSalt(algorithm: algorithm, input: input).bytes, iterations: count,
      digest: digest, byteCount: size.byteCount)
  }

  private func bytes(_ value: JSONValue?) -> [UInt8] {
    value?.string.flatMap { try? Base64.decodeURL($0) } ?? []
  }
}
