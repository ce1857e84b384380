internal import COpenSSL

/// Makes native keys of numbers, and holds that the numbers are a key.
enum KeyBuilder {
  static func publicKey(_ components: PublicComponents) throws(CryptographyError) -> NativeKey {
    switch components {
    case .rsa(let modulus, let exponent):
      try checkRSA(modulus: modulus, exponent: exponent)
      return try build("RSA", selection: authscope_public_key) { parameters in
        parameters.push(ParameterName.modulus, number: modulus)
        parameters.push(ParameterName.exponent, number: exponent)
      }
    case .elliptic(let curve, let x, let y):
      guard x.count == curve.byteCount, y.count == curve.byteCount else {
        throw .invalidKey("a coordinate of \(curve.name) has \(curve.byteCount) bytes")
      }
      return try build("EC", selection: authscope_public_key) { parameters in
        parameters.push(ParameterName.group, text: curve.groupName)
        parameters.push(ParameterName.publicKey, octets: [4] + x + y)
      }
    case .octet(let curve, let bytes):
      try checkLength(bytes, curve)
      guard let key = EVP_PKEY_new_raw_public_key(curve.keyType, nil, bytes, bytes.count) else {
        throw .invalidKey("not a public key of \(curve.name)")
      }
      return try NativeKey(takingOwnership: key)
    }
  }

  static func privateKey(_ components: PrivateComponents) throws(CryptographyError) -> NativeKey {
    switch components {
    case .rsa(let numbers):
      try checkRSA(modulus: numbers.modulus, exponent: numbers.exponent)
      return try build("RSA", selection: authscope_key_pair) { parameters in
        parameters.push(numbers)
      }
    case .elliptic(let curve, let scalar):
      guard scalar.count == curve.byteCount else {
        throw .invalidKey("a private key of \(curve.name) has \(curve.byteCount) bytes")
      }
      let point = try SigningState(curve, secret: scalar).publicPoint
      return try build("EC", selection: authscope_key_pair) { parameters in
        parameters.push(ParameterName.group, text: curve.groupName)
        parameters.push(ParameterName.publicKey, octets: point)
        parameters.push(ParameterName.privateKey, number: scalar)
      }
    case .octet(let curve, let bytes):
      try checkLength(bytes, curve)
      guard let key = EVP_PKEY_new_raw_private_key(curve.keyType, nil, bytes, bytes.count) else {
        throw .invalidKey("not a private key of \(curve.name)")
      }
      return try NativeKey(takingOwnership: key)
    }
  }

  /// Holds that the private numbers are those of the public part that was given with them.
  static func checkPair(
    _ pair: KeyPair, expecting expected: PublicComponents?
  ) throws(CryptographyError) {
    if let expected, try pair.publicKey.components != expected {
      throw .invalidKey("the private part belongs to another public key")
    }
    try checkPair(pair)
  }

  /// Holds that the private numbers belong to the public part that the key carries: an RSA key that
  /// cannot undo itself would sign nonsense, and a fault in one prime gives the other away.
  static func checkPair(_ pair: KeyPair) throws(CryptographyError) {
    if let signing = pair.signing, case .elliptic(_, let x, let y) = try pair.publicKey.components {
      guard signing.publicPoint == [4] + x + y else {
        throw .invalidKey("the private part belongs to another public key")
      }
    }
    guard case .rsa = pair.kind else { return }
    let message = Array("pairwise".utf8)
    guard
      let signature = try? pair.signPKCS1(message, with: .sha256),
      pair.publicKey.verifies(signature, of: message, by: .rsaPKCS1(.sha256))
    else { throw .invalidKey("the private numbers do not belong to the modulus") }
  }

  private static func checkLength(
    _ bytes: [UInt8], _ curve: OctetCurve
  ) throws(CryptographyError) {
    guard bytes.count == curve.byteCount else {
      throw .invalidKey("a key of \(curve.name) has \(curve.byteCount) bytes")
    }
  }

  /// Holds of a key that libcrypto read what is asked of numbers.
  static func check(_ native: NativeKey) throws(CryptographyError) {
    guard case .rsa = native.kind else { return }
    try checkRSA(
      modulus: native.number(ParameterName.modulus),
      exponent: native.number(ParameterName.exponent))
  }

  private static func checkRSA(
    modulus: [UInt8], exponent: [UInt8]
  ) throws(CryptographyError) {
    guard let low = modulus.last, low & 1 == 1 else { throw .invalidKey("an even RSA modulus") }
    guard let last = exponent.last, last & 1 == 1, exponent.drop(while: { $0 == 0 }) != [1] else {
      throw .invalidKey("an RSA exponent that is even or one")
    }
    guard modulus.count <= 2048 else { throw .unsupported("an RSA modulus above 16384 bits") }
  }

  private static func build(
    _ type: String, selection: Int32, fill: (inout ParameterList) -> Void
  ) throws(CryptographyError) -> NativeKey {
    var parameters = ParameterList()
    fill(&parameters)
    let context = allocated(EVP_PKEY_CTX_new_from_name(nil, type, nil))
    defer { EVP_PKEY_CTX_free(context) }
    let list = allocated(OSSL_PARAM_BLD_to_param(parameters.builder))
    defer { OSSL_PARAM_free(list) }
    var key: OpaquePointer?
    guard EVP_PKEY_fromdata_init(context) == 1,
      EVP_PKEY_fromdata(context, &key, selection, list) == 1, let key
    else {
      ERR_clear_error()
      throw .invalidKey("the numbers are no \(type) key")
    }
    return try NativeKey(takingOwnership: key)
  }
}
