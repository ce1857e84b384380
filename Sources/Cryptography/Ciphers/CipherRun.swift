internal import COpenSSL

/// One encryption or decryption, from the key to the last block.
struct CipherRun: ~Copyable {
  private let context = allocated(EVP_CIPHER_CTX_new())

  init() {}

  deinit { EVP_CIPHER_CTX_free(context) }

  func start(
    _ cipher: OpaquePointer, key: [UInt8], iv: [UInt8], encrypting: Bool, wrapping: Bool = false
  ) -> Bool {
    if wrapping { EVP_CIPHER_CTX_set_flags(context, EVP_CIPHER_CTX_FLAG_WRAP_ALLOW) }
    return EVP_CipherInit_ex2(
      context, cipher, key, iv.isEmpty ? nil : iv, encrypting ? 1 : 0, nil) == 1
  }

  /// Data that is authenticated and not encrypted.
  func authenticate(_ data: some ByteBuffer) -> Bool {
    guard !data.isEmpty else { return true }
    var count: Int32 = 0
    return data.withBytes { EVP_CipherUpdate(context, nil, &count, $0, Int32($1)) } == 1
  }

  func setTag(_ tag: [UInt8]) -> Bool {
    var tag = tag
    return EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(tag.count), &tag) == 1
  }

  func tag(byteCount: Int) -> [UInt8]? {
    var tag = [UInt8](repeating: 0, count: byteCount)
    let rc = EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(byteCount), &tag)
    return rc == 1 ? tag : nil
  }

  /// The whole output; nil when the padding or the tag is wrong, or the input has no fitting length.
  func finish(_ input: some ByteBuffer) -> [UInt8]? {
    var output = [UInt8](repeating: 0, count: input.count + 32)
    var count: Int32 = 0
    var last: Int32 = 0
    let ok = output.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return false }
      return input.withBytes { EVP_CipherUpdate(context, start, &count, $0, Int32($1)) } == 1
        && EVP_CipherFinal_ex(context, start + Int(count), &last) == 1
    }
    guard ok else {
      output.wipe()
      ERR_clear_error()
      return nil
    }
    // What is decrypted stays in one place only.
    defer { output.wipe() }
    return Array(output.prefix(Int(count + last)))
  }
}
