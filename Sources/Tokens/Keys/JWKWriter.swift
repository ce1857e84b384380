import Cryptography
import Wire

extension JWK {
  /// The key as JSON; the private part and a secret's bytes only on demand.
  package func json(revealingPrivate: Bool = false) throws(CryptographyError) -> JSONObject {
    var object = JSONObject()
    switch material {
    case .secret(let key):
      object["kty"] = "oct"
      object["k"] = revealingPrivate ? .string(Base64.url(key.bytes)) : nil
    case .publicKey(let key):
      object = Self.publicMembers(try key.components)
    case .privateKey(let pair):
      object = Self.publicMembers(try pair.publicKey.components)
      if revealingPrivate {
        object.members += Self.privateMembers(try pair.privateComponents).members
      }
    }
    object["kid"] = id.map { .string($0) }
    object["use"] = use.map { .string($0) }
    object["key_ops"] = operations.map { .array($0.map { .string($0) }) }
    object["alg"] = algorithm.map { .string($0) }
    object.members += otherMembers.members
    return object
  }

  /// The thumbprint of the key (RFC 7638 3, RFC 8037 2): a hash of its required members in the
  /// order of their names.
  package func thumbprint(_ digest: Digest = .sha256) throws(CryptographyError) -> [UInt8] {
    var members: JSONObject
    switch material {
    case .secret(let key): members = ["k": .string(Base64.url(key.bytes)), "kty": "oct"]
    case .publicKey(let key): members = Self.publicMembers(try key.components)
    case .privateKey(let pair): members = Self.publicMembers(try pair.publicKey.components)
    }
    members.members.sort { $0.name < $1.name }
    return digest.hash(Array(members.text().utf8))
  }

  private static func publicMembers(_ components: PublicComponents) -> JSONObject {
    switch components {
    case .rsa(let modulus, let exponent):
      ["kty": "RSA", "n": text(modulus), "e": text(exponent)]
    case .elliptic(let curve, let x, let y):
      ["kty": "EC", "crv": .string(curve.name), "x": text(x), "y": text(y)]
    case .octet(let curve, let key):
      ["kty": "OKP", "crv": .string(curve.name), "x": text(key)]
    }
  }

  private static func privateMembers(_ components: PrivateComponents) -> JSONObject {
    switch components {
    case .rsa(let numbers):
      var object: JSONObject = ["d": text(numbers.privateExponent)]
      if let remainder = numbers.remainder {
        object.members += [
          JSONMember("p", text(remainder.p)), JSONMember("q", text(remainder.q)),
          JSONMember("dp", text(remainder.dp)), JSONMember("dq", text(remainder.dq)),
          JSONMember("qi", text(remainder.qi)),
        ]
      }
      return object
    case .elliptic(_, let scalar): return ["d": text(scalar)]
    case .octet(_, let secret): return ["d": text(secret)]
    }
  }

  private static func text(_ bytes: [UInt8]) -> JSONValue { .string(Base64.url(bytes)) }
}
