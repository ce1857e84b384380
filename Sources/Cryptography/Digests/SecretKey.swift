internal import COpenSSL

/// A shared secret that authenticates messages by HMAC (RFC 2104), with a keyed context kept for
/// each hash.
package final class SecretKey: @unchecked Sendable {
  // Changes once: it is wiped when nobody has the key any more.
  private var secret: [UInt8]
  private let contexts: ContextCache

  /// The secret itself; never part of a description.
  package var bytes: [UInt8] { secret }

  package init(_ bytes: [UInt8]) {
    secret = bytes
    contexts = ContextCache(slots: Digest.allCases.count) { EVP_MAC_CTX_free($0) }
  }

  deinit { secret.wipe() }

  package convenience init(_ text: some StringProtocol) { self.init(Array(text.utf8)) }

  /// The message's tag.
  package func authenticate(_ message: some ByteBuffer, with digest: Digest) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: digest.byteCount) { output, written in
      authenticate(message, with: digest, into: output)
      written = digest.byteCount
    }
  }

  /// Whether the tag is the message's, whole and in constant time.
  package func verifies(
    _ tag: some ByteBuffer, of message: some ByteBuffer, with digest: Digest
  ) -> Bool {
    isTag(tag, of: message, with: digest)
  }

  /// As above, for bytes as a token has them: without what the general form costs.
  package func verifies(
    _ tag: [UInt8], of message: ArraySlice<UInt8>, with digest: Digest
  ) -> Bool {
    isTag(tag, of: message, with: digest)
  }

  @inline(__always)
  private func isTag(
    _ tag: some ByteBuffer, of message: some ByteBuffer, with digest: Digest
  ) -> Bool {
    guard tag.count == digest.byteCount else { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: digest.byteCount) { own in
      authenticate(message, with: digest, into: own)
      defer { OPENSSL_cleanse(own.baseAddress, own.count) }
      return tag.withBytes { CRYPTO_memcmp($0, own.baseAddress, $1) == 0 }
    }
  }

  private func authenticate(
    _ message: some ByteBuffer, with digest: Digest, into output: UnsafeMutableBufferPointer<UInt8>
  ) {
    message.withBytes { bytes, count in
      contexts.with(digest.rawValue, make: { context(digest) }) { context in
        // A null key keeps the one that the context was made with.
        let ok =
          EVP_MAC_init(context, nil, 0, nil) == 1
          && EVP_MAC_update(context, bytes, count) == 1
          && EVP_MAC_final(context, output.baseAddress, nil, digest.byteCount) == 1
        precondition(ok, "libcrypto could not authenticate")
      }
    }
  }

  func context(_ digest: Digest) -> OpaquePointer {
    let context = allocated(EVP_MAC_CTX_new(HMACAlgorithm.shared.table))
    var name = Array(digest.name.utf8CString)
    let rc = name.withUnsafeMutableBufferPointer { name in
      var list = [
        OSSL_PARAM_construct_utf8_string(ParameterName.digest.start, name.baseAddress, 0),
        OSSL_PARAM_construct_end(),
      ]
      return bytes.withBytes { EVP_MAC_init(context, $0, $1, &list) }
    }
    precondition(rc == 1, "libcrypto could not take the key")
    return context
  }
}

extension SecretKey: CustomStringConvertible {
  package var description: String { "secret of \(bytes.count) bytes" }
}

/// libcrypto's HMAC, looked up once; it lives as long as the process.
private final class HMACAlgorithm: @unchecked Sendable {
  static let shared = HMACAlgorithm()
  let table = allocated(EVP_MAC_fetch(nil, OSSL_MAC_NAME_HMAC, nil))
}
