internal import COpenSSL

extension PublicKey {
  /// RSAES-OAEP with MGF1 of the same hash and no label (RFC 8017 7.1.1). The seed, as long as the
  /// hash, comes from the caller, so that a run repeats; outside one it must be random.
  package func encryptOAEP(
    _ message: [UInt8], digest: Digest, seed: [UInt8]
  ) throws(CryptographyError) -> [UInt8] {
    guard case .rsa(let bits) = kind else {
      throw .wrongKind(expected: "an RSA key", actual: kind.name)
    }
    let encoded = try OAEPEncoding.encode(
      message, digest: digest, seed: seed, byteCount: (bits + 7) / 8)
    return try RSATransform.run(native, encoded, encrypting: true) { context in
      EVP_PKEY_CTX_set_rsa_padding(context, RSA_NO_PADDING)
    }
  }
}

extension KeyPair {
  /// Undoes RSAES-OAEP; every fault is the same error.
  package func decryptOAEP(
    _ ciphertext: [UInt8], digest: Digest
  ) throws(CryptographyError) -> [UInt8] {
    try RSATransform.run(native, ciphertext, encrypting: false) { context in
      min(
        EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING),
        EVP_PKEY_CTX_set_rsa_oaep_md(context, digest.algorithm),
        EVP_PKEY_CTX_set_rsa_mgf1_md(context, digest.algorithm))
    }
  }

  /// Undoes RSAES-PKCS1-v1_5 for a content key of known length. A wrong padding gives another key
  /// of that length, always the same for the same ciphertext, so that nobody learns from an answer
  /// whether the padding was right (RFC 7516 11.5; Bleichenbacher 1998).
  package func decryptPKCS1(
    _ ciphertext: [UInt8], byteCount: Int
  ) throws(CryptographyError) -> [UInt8] {
    var encoded = try RSATransform.run(native, ciphertext, encrypting: false) { context in
      EVP_PKEY_CTX_set_rsa_padding(context, RSA_NO_PADDING)
    }
    var exponent = try native.number(ParameterName.privateExponent)
    defer {
      encoded.wipe()
      exponent.wipe()
    }
    var key = Digest.sha512.hash(exponent)
    defer { key.wipe() }
    let substitute = HMAC.once(key: key, ciphertext, .sha512)
    guard byteCount <= substitute.count, encoded.count >= byteCount + 11 else {
      throw .invalidParameter("a content key of \(byteCount) bytes")
    }
    return Self.select(encoded, substitute, byteCount)
  }

  /// The last bytes of the message where its padding is right, else the substitute's, without a
  /// branch on either.
  private static func select(
    _ encoded: [UInt8], _ substitute: [UInt8], _ byteCount: Int
  ) -> [UInt8] {
    let separator = encoded.count - byteCount - 1
    var fault = encoded[0] | (encoded[1] ^ 2) | encoded[separator]
    for index in 2..<separator {
      // All ones where the padding byte is zero, which it must not be.
      fault |= UInt8(truncatingIfNeeded: (Int(encoded[index]) - 1) >> 8)
    }
    let mask = UInt8(truncatingIfNeeded: (Int(fault) - 1) >> 8)
    return (0..<byteCount).map { index in
      encoded[separator + 1 + index] & mask | substitute[index] & ~mask
    }
  }
}

/// One public or private RSA operation with the padding that the caller sets.
private enum RSATransform {
  static func run(
    _ key: NativeKey, _ input: [UInt8], encrypting: Bool, configure: (OpaquePointer) -> Int32
  ) throws(CryptographyError) -> [UInt8] {
    guard case .rsa(let bits) = key.kind else {
      throw .wrongKind(expected: "an RSA key", actual: key.kind.name)
    }
    let context = allocated(EVP_PKEY_CTX_new_from_pkey(nil, key.pointer, nil))
    defer { EVP_PKEY_CTX_free(context) }
    var output = [UInt8](repeating: 0, count: (bits + 7) / 8)
    var count = output.count
    let ready =
      encrypting ? EVP_PKEY_encrypt_init(context) : EVP_PKEY_decrypt_init(context)
    precondition(ready == 1 && configure(context) > 0, "libcrypto does not know the padding")
    let rc =
      encrypting
      ? EVP_PKEY_encrypt(context, &output, &count, input, input.count)
      : EVP_PKEY_decrypt(context, &output, &count, input, input.count)
    guard rc == 1 else {
      output.wipe()
      ERR_clear_error()
      throw .decryptionFailed
    }
    defer { output.wipe() }
    return Array(output.prefix(count))
  }
}

/// EME-OAEP (RFC 8017 7.1.1 step 2), written here because libcrypto takes no seed from its caller.
enum OAEPEncoding {
  static func encode(
    _ message: [UInt8], digest: Digest, seed: [UInt8], byteCount: Int
  ) throws(CryptographyError) -> [UInt8] {
    let zeros = byteCount - message.count - 2 * digest.byteCount - 2
    guard zeros >= 0, seed.count == digest.byteCount else {
      throw .invalidParameter("\(message.count) bytes for OAEP in a modulus of \(byteCount)")
    }
    let block =
      digest.hash([UInt8]()) + [UInt8](repeating: 0, count: zeros) + [1] + message
    let masked = MaskGeneration.masked(block, by: seed, digest)
    return [0] + MaskGeneration.masked(seed, by: masked, digest) + masked
  }
}
