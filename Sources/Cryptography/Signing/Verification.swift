internal import COpenSSL

extension PublicKey {
  /// Whether the signature is the message's; false for a key of another kind and for a signature
  /// of the wrong length, whatever is in it.
  package func verifies(
    _ signature: some ByteBuffer, of message: some ByteBuffer, by scheme: SignatureScheme
  ) -> Bool {
    isSignature(signature, of: message, by: scheme)
  }

  /// As above, for bytes as a token has them: without what the general form costs.
  package func verifies(
    _ signature: [UInt8], of message: ArraySlice<UInt8>, by scheme: SignatureScheme
  ) -> Bool {
    isSignature(signature, of: message, by: scheme)
  }

  @inline(__always)
  private func isSignature(
    _ signature: some ByteBuffer, of message: some ByteBuffer, by scheme: SignatureScheme
  ) -> Bool {
    guard scheme.fits(kind) else { return false }
    switch scheme {
    case .rsaPKCS1(let digest), .rsaPSS(let digest):
      return verifiesHash(of: message, digest, signature, by: scheme)
    case .ecdsa(let digest):
      guard let der = ECDSASignature.der(ofRaw: signature, kind) else { return false }
      return verifiesHash(of: message, digest, der, by: scheme)
    case .eddsa:
      return verifiesEdwards(signature, of: message)
    }
  }

  private func verifiesHash(
    of message: some ByteBuffer, _ digest: Digest, _ signature: some ByteBuffer,
    by scheme: SignatureScheme
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: digest.byteCount) { hash in
      digest.hash(message, into: hash)
      return contexts.with(scheme.contextSlot, make: { verifyContext(scheme) }) { context in
        let rc = signature.withBytes { signature, count in
          EVP_PKEY_verify(context, signature, count, hash.baseAddress, hash.count)
        }
        if rc != 1 { ERR_clear_error() }
        return rc == 1
      }
    }
  }

  func verifyContext(_ scheme: SignatureScheme) -> OpaquePointer {
    let context = allocated(EVP_PKEY_CTX_new_from_pkey(nil, native.pointer, nil))
    precondition(EVP_PKEY_verify_init(context) == 1, "libcrypto cannot verify with this key")
    let rc: Int32
    switch scheme {
    case .rsaPKCS1(let digest):
      rc = min(
        EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING),
        EVP_PKEY_CTX_set_signature_md(context, digest.algorithm))
    case .rsaPSS(let digest):
      rc = min(
        EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING),
        EVP_PKEY_CTX_set_signature_md(context, digest.algorithm),
        EVP_PKEY_CTX_set_rsa_mgf1_md(context, digest.algorithm),
        EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST))
    case .ecdsa, .eddsa:
      rc = 1
    }
    precondition(rc > 0, "libcrypto does not know the scheme")
    return context
  }

  private func verifiesEdwards(
    _ signature: some ByteBuffer, of message: some ByteBuffer
  ) -> Bool {
    edwards.with(0, make: { edwardsContext() }) { context in
      let rc = signature.withBytes { signature, signatureCount in
        message.withBytes { message, count in
          EVP_DigestVerify(context, signature, signatureCount, message, count)
        }
      }
      if rc != 1 { ERR_clear_error() }
      return rc == 1
    }
  }

  func edwardsContext() -> OpaquePointer {
    let context = allocated(EVP_MD_CTX_new())
    let rc = EVP_DigestVerifyInit(context, nil, nil, nil, native.pointer)
    precondition(rc == 1, "libcrypto cannot verify with this key")
    return context
  }
}

/// The two forms of an ECDSA signature: JOSE's R || S and the DER that libcrypto reads.
enum ECDSASignature {
  /// Nil unless both halves have the curve's length (RFC 7518 3.4).
  static func der(ofRaw raw: some ByteBuffer, _ kind: KeyKind) -> [UInt8]? {
    guard case .elliptic(let curve) = kind, raw.count == 2 * curve.byteCount else { return nil }
    return raw.withBytes { bytes, count in
      let half = Int32(curve.byteCount)
      let signature = allocated(ECDSA_SIG_new())
      defer { ECDSA_SIG_free(signature) }
      let r = allocated(BN_bin2bn(bytes, half, nil))
      let s = allocated(BN_bin2bn(bytes + curve.byteCount, half, nil))
      ECDSA_SIG_set0(signature, r, s)
      return DER.encoded { i2d_ECDSA_SIG(signature, $0) }
    }
  }
}

extension EllipticCurve {
  /// A DER signature in JOSE's form R || S; nil when it is no DER, or its numbers are too long.
  package func rawSignature(ofDER der: [UInt8]) -> [UInt8]? {
    let signature = der.withBytes { start, count -> OpaquePointer? in
      var cursor: UnsafePointer<UInt8>? = start
      let signature = d2i_ECDSA_SIG(nil, &cursor, count)
      return signature
    }
    guard let signature else {
      ERR_clear_error()
      return nil
    }
    defer { ECDSA_SIG_free(signature) }
    let halves = [ECDSA_SIG_get0_r(signature), ECDSA_SIG_get0_s(signature)].compactMap { $0 }
    guard halves.count == 2, halves.allSatisfy({ BN_num_bits($0) <= Int32(byteCount * 8) }) else {
      return nil
    }
    return halves.flatMap { BigNumber.bytes($0, count: byteCount) }
  }

  /// A signature of the form R || S in DER; nil when it has another length.
  package func derSignature(ofRaw raw: [UInt8]) -> [UInt8]? {
    ECDSASignature.der(ofRaw: raw, .elliptic(self))
  }
}

/// libcrypto's two-step encoding: ask for the length, then write.
enum DER {
  typealias Output = UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>

  static func encoded(_ encode: (Output?) -> Int32) -> [UInt8]? {
    let count = encode(nil)
    guard count > 0 else { return nil }
    return [UInt8](unsafeUninitializedCapacity: Int(count)) { output, written in
      var cursor = output.baseAddress
      written = Int(encode(&cursor))
    }
  }
}
