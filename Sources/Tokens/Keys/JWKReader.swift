import Cryptography
import Wire

extension JWK {
  /// Reads a JWK strictly: every member of the right type and alphabet, none twice, the public and
  /// the private part of one pair (RFC 7517 4, RFC 7518 6, RFC 8037 2).
  package init(_ json: JSONValue) throws(JWKError) {
    guard let object = json.object else { throw JWKError(nil, .notAnObject(json.kind)) }
    try self.init(object)
  }

  package init(_ object: JSONObject) throws(JWKError) {
    if let name = object.duplicates.first { throw JWKError(name, .repeated) }
    let reader = JWKReader(object)
    material = try reader.material()
    id = try reader.text("kid")
    use = try reader.text("use")
    algorithm = try reader.text("alg")
    operations = try reader.operations()
    otherMembers = JSONObject(object.members.filter { !JWKReader.known.contains($0.name) })
  }
}

/// Reads the members of one key.
private struct JWKReader {
  static let known: Set<String> = [
    "kty", "kid", "use", "alg", "key_ops", "k", "n", "e", "d", "p", "q", "dp", "dq", "qi", "crv",
    "x", "y",
  ]

  private let object: JSONObject

  init(_ object: JSONObject) { self.object = object }

  func material() throws(JWKError) -> JWK.Material {
    switch try required("kty") {
    case "oct": return .secret(SecretKey(try bytes("k")))
    case "RSA": return try rsa()
    case "EC": return try elliptic()
    case "OKP": return try octet()
    case let other: throw JWKError("kty", .unsupported(other))
    }
  }

  func text(_ name: String) throws(JWKError) -> String? {
    guard let value = object[name] else { return nil }
    guard let text = value.string else {
      throw JWKError(name, .wrongType(expected: "a string", actual: value.kind))
    }
    return text
  }

  func operations() throws(JWKError) -> [String]? {
    guard let value = object["key_ops"] else { return nil }
    guard let elements = value.array else {
      throw JWKError("key_ops", .wrongType(expected: "an array", actual: value.kind))
    }
    var operations: [String] = []
    for element in elements {
      guard let text = element.string else {
        throw JWKError("key_ops", .wrongType(expected: "strings", actual: element.kind))
      }
      guard !operations.contains(text) else {
        throw JWKError("key_ops", .forbidden("\"\(text)\" stands in it twice"))
      }
      operations.append(text)
    }
    return operations
  }

  private func required(_ name: String) throws(JWKError) -> String {
    guard let text = try text(name) else { throw JWKError(name, .missing) }
    return text
  }

  private func bytes(_ name: String) throws(JWKError) -> [UInt8] {
    let text = try required(name)
    do {
      return try Base64.decodeURL(text)
    } catch {
      throw JWKError(name, .notBase64URL(error))
    }
  }

  /// A number without the zeros that some writers put in front (RFC 7518 2, Base64urlUInt).
  private func number(_ name: String) throws(JWKError) -> [UInt8] {
    Array(try bytes(name).drop { $0 == 0 })
  }

  private func rsa() throws(JWKError) -> JWK.Material {
    let modulus = try number("n")
    let exponent = try number("e")
    guard object["oth"] == nil else {
      throw JWKError("oth", .unsupported("RSA with more than two primes"))
    }
    guard object["d"] != nil else {
      return .publicKey(
        try key { () throws(CryptographyError) in
          try PublicKey(.rsa(modulus: modulus, exponent: exponent))
        })
    }
    let numbers = RSAPrivateNumbers(
      modulus: modulus, exponent: exponent, privateExponent: try number("d"),
      remainder: try remainder())
    return .privateKey(
      try key { () throws(CryptographyError) in
        try KeyPair(.rsa(numbers), expecting: .rsa(modulus: modulus, exponent: exponent))
      })
  }

  /// The five numbers come together or not at all (RFC 7518 6.3.2).
  private func remainder() throws(JWKError) -> RSAPrivateNumbers.Remainder? {
    guard ["p", "q", "dp", "dq", "qi"].contains(where: { object[$0] != nil }) else { return nil }
    return RSAPrivateNumbers.Remainder(
      p: try number("p"), q: try number("q"), dp: try number("dp"), dq: try number("dq"),
      qi: try number("qi"))
  }

  private func elliptic() throws(JWKError) -> JWK.Material {
    let name = try required("crv")
    guard let curve = EllipticCurve(name: name) else {
      throw JWKError("crv", .unsupported(name))
    }
    let point = PublicComponents.elliptic(curve, x: try bytes("x"), y: try bytes("y"))
    guard object["d"] != nil else {
      return .publicKey(try key { () throws(CryptographyError) in try PublicKey(point) })
    }
    let scalar = try bytes("d")
    return .privateKey(
      try key { () throws(CryptographyError) in
        try KeyPair(.elliptic(curve, scalar: scalar), expecting: point)
      })
  }

  private func octet() throws(JWKError) -> JWK.Material {
    let name = try required("crv")
    guard let curve = OctetCurve(name: name) else { throw JWKError("crv", .unsupported(name)) }
    let components = PublicComponents.octet(curve, try bytes("x"))
    guard object["d"] != nil else {
      return .publicKey(try key { () throws(CryptographyError) in try PublicKey(components) })
    }
    let secret = try bytes("d")
    return .privateKey(
      try key { () throws(CryptographyError) in
        try KeyPair(.octet(curve, secret), expecting: components)
      })
  }

  private func key<Key>(
    _ make: () throws(CryptographyError) -> Key
  ) throws(JWKError) -> Key {
    do {
      return try make()
    } catch {
      throw JWKError(nil, .invalid(error))
    }
  }
}
