internal import COpenSSL

extension KeyPair {
  /// The secret that both sides compute: the x coordinate (RFC 7518 4.6, SEC 1 3.3.1), or the
  /// output of X25519 and X448 (RFC 7748 6), where a result of zeros is refused.
  package func sharedSecret(with other: PublicKey) throws(CryptographyError) -> [UInt8] {
    guard kind == other.kind, agrees else {
      throw .wrongKind(expected: "another key of \(kind.name)", actual: other.kind.name)
    }
    let context = allocated(EVP_PKEY_CTX_new_from_pkey(nil, native.pointer, nil))
    defer { EVP_PKEY_CTX_free(context) }
    var secret = [UInt8](repeating: 0, count: 66)
    var count = secret.count
    guard EVP_PKEY_derive_init(context) == 1,
      EVP_PKEY_derive_set_peer(context, other.native.pointer) == 1,
      EVP_PKEY_derive(context, &secret, &count) == 1
    else {
      ERR_clear_error()
      throw .invalidKey("no secret can be agreed on with this key")
    }
    defer { secret.wipe() }
    return Array(secret.prefix(count))
  }

  private var agrees: Bool {
    switch kind {
    case .rsa: false
    case .elliptic: true
    case .octet(let curve): !curve.signs
    }
  }
}

/// The Concat KDF with SHA-256 (NIST SP 800-56A 5.8.1) in JOSE's form (RFC 7518 4.6.2).
package enum ConcatKDF {
  package static func derive(
    _ secret: [UInt8], algorithm: [UInt8], partyU: [UInt8], partyV: [UInt8], byteCount: Int
  ) -> [UInt8] {
    let bits = UInt32(byteCount * 8)
    let info =
      prefixed(algorithm) + prefixed(partyU) + prefixed(partyV) + bigEndian(bits)
    var output: [UInt8] = []
    var round: UInt32 = 1
    while output.count < byteCount {
      var input = bigEndian(round) + secret + info
      output += Digest.sha256.hash(input)
      input.wipe()
      round += 1
    }
    return Array(output.prefix(byteCount))
  }

  private static func prefixed(_ bytes: [UInt8]) -> [UInt8] {
    bigEndian(UInt32(bytes.count)) + bytes
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32(24 - 8 * $0)) }
  }
}
