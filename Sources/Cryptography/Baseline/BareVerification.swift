internal import COpenSSL

/// What libcrypto alone needs to verify one signature again and again: the hash and the comparison,
/// with key, context and encoding made beforehand, and nothing around them. A verifier's speed is
/// measured against it; it verifies nothing for anybody.
package final class BareVerification {
  private let key: NativeKey?
  private let context: OpaquePointer
  private let release: (OpaquePointer) -> Void
  private let once: (OpaquePointer) -> Bool

  deinit { release(context) }

  /// One verification; false where libcrypto refuses.
  package func holds() -> Bool { once(context) }

  /// An HMAC.
  package init(
    _ secret: [UInt8], tag: [UInt8], of message: [UInt8], with digest: Digest
  ) {
    key = nil
    context = SecretKey(secret).context(digest)
    release = { EVP_MAC_CTX_free($0) }
    once = { context in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: digest.byteCount) { own in
        EVP_MAC_init(context, nil, 0, nil) == 1
          && EVP_MAC_update(context, message, message.count) == 1
          && EVP_MAC_final(context, own.baseAddress, nil, own.count) == 1
          && CRYPTO_memcmp(own.baseAddress, tag, tag.count) == 0
      }
    }
  }

  /// A signature by a key pair; nil where the key does not sign so, or the signature has no form.
  package init?(
    _ publicKey: PublicKey, signature: [UInt8], of message: [UInt8], by scheme: SignatureScheme
  ) {
    guard scheme.fits(publicKey.kind) else { return nil }
    key = publicKey.native
    switch scheme {
    case .eddsa:
      context = publicKey.edwardsContext()
      release = { EVP_MD_CTX_free($0) }
      once = { EVP_DigestVerify($0, signature, signature.count, message, message.count) == 1 }
    case .rsaPKCS1(let digest), .rsaPSS(let digest), .ecdsa(let digest):
      var encoded = signature
      if case .ecdsa = scheme {
        guard let der = ECDSASignature.der(ofRaw: signature, publicKey.kind) else { return nil }
        encoded = der
      }
      context = publicKey.verifyContext(scheme)
      release = { EVP_PKEY_CTX_free($0) }
      once = { [encoded] context in
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: digest.byteCount) { hash in
          EVP_Digest(message, message.count, hash.baseAddress, nil, digest.algorithm, nil) == 1
            && EVP_PKEY_verify(context, encoded, encoded.count, hash.baseAddress, hash.count) == 1
        }
      }
    }
  }
}
