internal import COpenSSL

/// The names of libcrypto's parameters. libcrypto keeps the pointer and not the text, so that they
/// have to be literals that never move.
enum ParameterName {
  static let modulus: StaticString = "n"
  static let exponent: StaticString = "e"
  static let privateExponent: StaticString = "d"
  static let factor1: StaticString = "rsa-factor1"
  static let factor2: StaticString = "rsa-factor2"
  static let exponent1: StaticString = "rsa-exponent1"
  static let exponent2: StaticString = "rsa-exponent2"
  static let coefficient1: StaticString = "rsa-coefficient1"
  static let group: StaticString = "group"
  static let publicKey: StaticString = "pub"
  static let privateKey: StaticString = "priv"
  static let pointX: StaticString = "qx"
  static let pointY: StaticString = "qy"
  static let digest: StaticString = "digest"
}

extension StaticString {
  /// The literal as a C string that lives as long as the process.
  var start: UnsafePointer<CChar> {
    UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
  }
}

/// A list of key parameters; it keeps what they point to until the key is made, then wipes it.
struct ParameterList: ~Copyable {
  let builder = allocated(OSSL_PARAM_BLD_new())
  // Numbers marked as secret, whose copies libcrypto wipes too when it frees the list.
  private let numbers = allocated(BN_CTX_secure_new())
  private var octets: [UnsafeMutableBufferPointer<UInt8>] = []

  init() { BN_CTX_start(numbers) }

  deinit {
    OSSL_PARAM_BLD_free(builder)
    BN_CTX_end(numbers)
    BN_CTX_free(numbers)
    for buffer in octets {
      OPENSSL_cleanse(buffer.baseAddress, buffer.count)
      buffer.deallocate()
    }
  }

  func push(_ name: StaticString, number bytes: [UInt8]) {
    let number = allocated(BN_CTX_get(numbers))
    let filled = bytes.withBytes { BN_bin2bn($0, Int32($1), number) }
    precondition(
      filled != nil && OSSL_PARAM_BLD_push_BN(builder, name.start, number) == 1,
      "libcrypto could not take a number")
  }

  func push(_ name: StaticString, text: StaticString) {
    let rc = OSSL_PARAM_BLD_push_utf8_string(builder, name.start, text.start, 0)
    precondition(rc == 1, "libcrypto could not take a text")
  }

  mutating func push(_ name: StaticString, octets bytes: [UInt8]) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = copy.initialize(from: bytes)
    octets.append(copy)
    let rc = OSSL_PARAM_BLD_push_octet_string(builder, name.start, copy.baseAddress, copy.count)
    precondition(rc == 1, "libcrypto could not take bytes")
  }

  func push(_ key: RSAPrivateNumbers) {
    push(ParameterName.modulus, number: key.modulus)
    push(ParameterName.exponent, number: key.exponent)
    push(ParameterName.privateExponent, number: key.privateExponent)
    guard let remainder = key.remainder else { return }
    push(ParameterName.factor1, number: remainder.p)
    push(ParameterName.factor2, number: remainder.q)
    push(ParameterName.exponent1, number: remainder.dp)
    push(ParameterName.exponent2, number: remainder.dq)
    push(ParameterName.coefficient1, number: remainder.qi)
  }
}
