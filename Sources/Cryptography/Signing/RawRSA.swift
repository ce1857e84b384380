internal import COpenSSL

/// What libcrypto does with the bytes before the private operation.
enum RawRSA: Hashable, Sendable {
  case pkcs1(Digest)
  /// Nothing: they are a whole encoded message already.
  case raw

  static let contextCount = Digest.allCases.count + 1

  var slot: Int {
    switch self {
    case .pkcs1(let digest): digest.rawValue
    case .raw: Digest.allCases.count
    }
  }
}

extension ContextCache {
  /// Signs the input with the pair's RSA key.
  func sign(
    _ pair: KeyPair, _ input: [UInt8], _ mode: RawRSA
  ) throws(CryptographyError) -> [UInt8] {
    guard case .rsa(let bits) = pair.kind else {
      throw .wrongKind(expected: "an RSA key", actual: pair.kind.name)
    }
    let count = (bits + 7) / 8
    return try with(mode.slot) { () throws(CryptographyError) in
      makeContext(pair, mode)
    } use: { context throws(CryptographyError) in
      var output = [UInt8](repeating: 0, count: count)
      var written = count
      guard EVP_PKEY_sign(context, &output, &written, input, input.count) == 1 else {
        ERR_clear_error()
        throw .invalidKey("the key is too short, or its numbers do not belong together")
      }
      return output
    }
  }

  private func makeContext(_ pair: KeyPair, _ mode: RawRSA) -> OpaquePointer {
    let context = allocated(EVP_PKEY_CTX_new_from_pkey(nil, pair.native.pointer, nil))
    precondition(EVP_PKEY_sign_init(context) == 1, "libcrypto cannot sign with this key")
    let rc: Int32
    switch mode {
    case .pkcs1(let digest):
      rc = min(
        EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING),
        EVP_PKEY_CTX_set_signature_md(context, digest.algorithm))
    case .raw:
      rc = EVP_PKEY_CTX_set_rsa_padding(context, RSA_NO_PADDING)
    }
    precondition(rc > 0, "libcrypto does not know the padding")
    return context
  }
}
