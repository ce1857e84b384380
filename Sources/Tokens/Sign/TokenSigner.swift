import Cryptography
import Wire

/// Why a token could not be signed.
package enum TokenSigningError: Error, Hashable, Sendable {
  /// The algorithm works with other keys.
  case wrongKey(expected: String, actual: String)
  /// The key has no private part.
  case publicKeyOnly(String)
  case failed(CryptographyError)
}

/// Makes compact tokens with one algorithm and key, the same bytes for the same content.
package struct TokenSigner: Sendable {
  package let algorithm: SignatureAlgorithm
  package let key: JWK

  /// Refuses a key of another kind than the algorithm's. What the key declares about itself is its
  /// owner's business: an owner may sign with it against its own word.
  package init(_ algorithm: SignatureAlgorithm, _ key: JWK) throws(TokenSigningError) {
    switch key.material {
    case .secret where algorithm.isSymmetric: break
    case .privateKey(let pair) where algorithm.fits(pair.kind): break
    case .publicKey where !algorithm.isSymmetric: throw .publicKeyOnly(key.label)
    case .secret, .publicKey, .privateKey:
      throw .wrongKey(expected: algorithm.keyDescription, actual: key.kindName)
    }
    self.algorithm = algorithm
    self.key = key
  }

  /// A JWT: the header is `alg`, `typ`, `kid` where the key has one, then the extra members.
  package func sign(
    _ claims: JSONObject, type: String? = "JWT", extra: JSONObject = JSONObject()
  ) throws(TokenSigningError) -> String {
    var header: JSONObject = ["alg": .string(algorithm.name)]
    header["typ"] = type.map { .string($0) }
    header["kid"] = key.id.map { .string($0) }
    header.members += extra.members
    return try sign(header: header, payload: Array(claims.text().utf8))
  }

  /// A token of exactly this header and payload, whatever they say: what an attacker makes too.
  package func sign(
    header: JSONObject, payload: [UInt8]
  ) throws(TokenSigningError) -> String {
    try sign(headerBytes: Array(header.text().utf8), payload: payload)
  }

  /// A token of exactly these bytes.
  package func sign(
    headerBytes: [UInt8], payload: [UInt8]
  ) throws(TokenSigningError) -> String {
    let input = Base64.url(headerBytes) + "." + Base64.url(payload)
    return input + "." + Base64.url(try signature(of: Array(input.utf8)))
  }

  /// One signature of a JWS in JSON; a payload that is not to be encoded says `b64: false` in the
  /// protected header (RFC 7797).
  package func sign(
    protected: JSONObject?, header: JSONObject = JSONObject(), payload: [UInt8]
  ) throws(TokenSigningError) -> SignedMessage.Signature {
    let first = protected.map { Base64.url(Array($0.text().utf8)) } ?? ""
    let isRaw = protected?["b64"]?.bool == false
    let middle = isRaw ? payload : Array(Base64.url(payload).utf8)
    let value = try signature(of: Array(first.utf8) + [UInt8(ascii: ".")] + middle)
    return SignedMessage.Signature(protected: first, header: header, value: Base64.url(value))
  }

  /// The signature of a signing input.
  package func signature(of input: [UInt8]) throws(TokenSigningError) -> [UInt8] {
    switch (algorithm.method, key.material) {
    case (.hmac(let digest), .secret(let secret)):
      return secret.authenticate(input, with: digest)
    case (.signature(let scheme), .privateKey(let pair)):
      do throws(CryptographyError) {
        return try pair.sign(input, by: scheme)
      } catch {
        throw .failed(error)
      }
    case (.hmac, _), (.signature, _):
      throw .wrongKey(expected: algorithm.keyDescription, actual: key.kindName)
    }
  }

  /// A token without a signature (RFC 7519 6), under whatever spelling of `none`.
  package static func unsecured(
    _ claims: JSONObject, algorithm: String = "none", extra: JSONObject = JSONObject()
  ) -> String {
    var header: JSONObject = ["alg": .string(algorithm), "typ": "JWT"]
    header.members += extra.members
    return Base64.url(Array(header.text().utf8)) + "." + Base64.url(Array(claims.text().utf8)) + "."
  }
}
