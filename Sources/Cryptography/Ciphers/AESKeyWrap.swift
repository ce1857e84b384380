/// AES Key Wrap with its default initial value (RFC 3394).
package struct AESKeyWrap {
  private let size: AESKeySize
  private let key: [UInt8]

  package init(key: [UInt8]) throws(CryptographyError) {
    size = try AESKeySize(key)
    self.key = key
  }

  package func wrap(_ content: [UInt8]) throws(CryptographyError) -> [UInt8] {
    let run = CipherRun()
    guard run.start(size.wrap, key: key, iv: [], encrypting: true, wrapping: true),
      let wrapped = run.finish(content)
    else { throw .invalidParameter("\(content.count) bytes to wrap: 16 or more in steps of 8") }
    return wrapped
  }

  package func unwrap(_ wrapped: [UInt8]) throws(CryptographyError) -> [UInt8] {
    let run = CipherRun()
    guard run.start(size.wrap, key: key, iv: [], encrypting: false, wrapping: true),
      let content = run.finish(wrapped), content.count == wrapped.count - 8
    else { throw .decryptionFailed }
    return content
  }
}
