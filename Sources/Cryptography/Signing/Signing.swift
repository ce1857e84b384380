internal import COpenSSL

extension KeyPair {
  /// The signature by any scheme that fits the key, the same for the same message every time: the
  /// salt of PSS is derived from the key and the message, as a nonce of ECDSA is.
  package func sign(
    _ message: some ByteBuffer, by scheme: SignatureScheme
  ) throws(CryptographyError) -> [UInt8] {
    switch scheme {
    case .rsaPKCS1(let digest): try signPKCS1(message, with: digest)
    case .rsaPSS(let digest):
      try signPSS(message, with: digest, salt: derivedSalt(for: message, digest))
    case .ecdsa(let digest): try signECDSA(message, with: digest)
    case .eddsa: try signEdwards(message)
    }
  }

  /// RSASSA-PKCS1-v1_5 (RFC 8017 8.2.1), which is deterministic by itself.
  package func signPKCS1(
    _ message: some ByteBuffer, with digest: Digest
  ) throws(CryptographyError) -> [UInt8] {
    try rawRSA.sign(self, digest.hash(message), .pkcs1(digest))
  }

  /// RSASSA-PSS with the given salt (RFC 8017 8.1.1); JOSE wants it as long as the hash.
  package func signPSS(
    _ message: some ByteBuffer, with digest: Digest, salt: [UInt8]
  ) throws(CryptographyError) -> [UInt8] {
    guard case .rsa(let bits) = kind else {
      throw .wrongKind(expected: "an RSA key", actual: kind.name)
    }
    let encoded = try PSSEncoding.encode(
      digest.hash(message), digest: digest, salt: salt, modulusBits: bits)
    return try rawRSA.sign(self, encoded, .raw)
  }

  /// ECDSA as R || S with the nonce of RFC 6979.
  package func signECDSA(
    _ message: some ByteBuffer, with digest: Digest
  ) throws(CryptographyError) -> [UInt8] {
    guard let signing else {
      throw .wrongKind(expected: "an elliptic curve key", actual: kind.name)
    }
    return signing.sign(message, with: digest)
  }

  /// Ed25519 and Ed448 (RFC 8032), which are deterministic by themselves.
  package func signEdwards(_ message: some ByteBuffer) throws(CryptographyError) -> [UInt8] {
    guard case .octet(let curve) = kind, curve.signs else {
      throw .wrongKind(expected: "an Edwards curve key", actual: kind.name)
    }
    let context = allocated(EVP_MD_CTX_new())
    defer { EVP_MD_CTX_free(context) }
    return message.withBytes { message, count in
      [UInt8](unsafeUninitializedCapacity: curve.signatureByteCount) { output, written in
        written = curve.signatureByteCount
        let ok =
          EVP_DigestSignInit(context, nil, nil, nil, native.pointer) == 1
          && EVP_DigestSign(context, output.baseAddress, &written, message, count) == 1
        precondition(ok, "libcrypto could not sign")
      }
    }
  }

  /// A PSS salt that only the holder of the key can foretell, and that is the same for the same
  /// message: HMAC of the message under a hash of the private exponent.
  private func derivedSalt(
    for message: some ByteBuffer, _ digest: Digest
  ) throws(CryptographyError) -> [UInt8] {
    guard case .rsa = kind else {
      throw .wrongKind(expected: "an RSA key", actual: kind.name)
    }
    var exponent = try native.number(ParameterName.privateExponent)
    defer { exponent.wipe() }
    return HMAC.once(key: digest.hash(exponent), message, digest)
  }
}
