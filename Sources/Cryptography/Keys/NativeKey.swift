internal import COpenSSL

/// The owner of one `EVP_PKEY`, which libcrypto lets any number of threads read.
final class NativeKey: @unchecked Sendable {
  let pointer: OpaquePointer
  let kind: KeyKind

  /// Takes over the pointer, and frees it even when the key is of no kind that is served.
  init(takingOwnership pointer: OpaquePointer) throws(CryptographyError) {
    self.pointer = pointer
    kind = try NativeKey.kind(of: pointer)
  }

  deinit { EVP_PKEY_free(pointer) }

  private static func kind(of pointer: OpaquePointer) throws(CryptographyError) -> KeyKind {
    switch EVP_PKEY_get_base_id(pointer) {
    case NID_rsaEncryption: return .rsa(bits: Int(EVP_PKEY_get_bits(pointer)))
    case NID_X9_62_id_ecPublicKey: return .elliptic(try curve(of: pointer))
    case NID_ED25519: return .octet(.ed25519)
    case NID_ED448: return .octet(.ed448)
    case NID_X25519: return .octet(.x25519)
    case NID_X448: return .octet(.x448)
    case let other:
      let name = EVP_PKEY_get0_type_name(pointer).map { String(cString: $0) } ?? "type \(other)"
      throw .unsupported("a key of \(name)")
    }
  }

  private static func curve(
    of pointer: OpaquePointer
  ) throws(CryptographyError) -> EllipticCurve {
    var name = [CChar](repeating: 0, count: 64)
    var count = 0
    guard EVP_PKEY_get_group_name(pointer, &name, name.count, &count) == 1 else {
      throw .unsupported("an elliptic curve without a name")
    }
    let text = String(decoding: name.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let curve = EllipticCurve.allCases.first(where: { $0.groupName.description == text })
    else {
      throw .unsupported("the curve \(text)")
    }
    return curve
  }

  /// One of the key's numbers, big-endian, padded to `count` bytes when one is given.
  func number(_ name: StaticString, count: Int? = nil) throws(CryptographyError) -> [UInt8] {
    var number: OpaquePointer?
    guard EVP_PKEY_get_bn_param(pointer, name.start, &number) == 1, let number else {
      throw .invalidKey("the key has no \(name)")
    }
    defer { BN_clear_free(number) }
    return BigNumber.bytes(number, count: count ?? Int((BN_num_bits(number) + 7) / 8))
  }
}

/// Big numbers that stay inside one call.
enum BigNumber {
  static func bytes(_ number: OpaquePointer, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { output, written in
      let rc = BN_bn2binpad(number, output.baseAddress, Int32(count))
      precondition(rc == Int32(count), "a number longer than its place")
      written = count
    }
  }

  static func make(_ bytes: some ByteBuffer) -> OpaquePointer {
    bytes.withBytes { allocated(BN_bin2bn($0, Int32($1), nil)) }
  }
}
