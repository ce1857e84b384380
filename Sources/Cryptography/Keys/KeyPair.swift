internal import COpenSSL

/// A private key with its public part: it signs, decrypts and agrees, and never changes.
package final class KeyPair: Sendable {
  package let publicKey: PublicKey
  package var kind: KeyKind { publicKey.kind }
  var native: NativeKey { publicKey.native }
  let signing: SigningState?
  let rawRSA = ContextCache(slots: RawRSA.contextCount) { EVP_PKEY_CTX_free($0) }

  /// Takes a native key that must hold its private part.
  init(_ native: NativeKey) throws(CryptographyError) {
    publicKey = PublicKey(native)
    if case .elliptic(let curve) = native.kind {
      signing = try SigningState(
        curve, secret: native.number(ParameterName.privateKey, count: curve.byteCount))
    } else {
      signing = nil
    }
  }

  /// A key of these numbers. Where both parts are given they must belong together, and the public
  /// part is computed where it can be: of an EC scalar or an Edwards seed.
  package convenience init(
    _ components: PrivateComponents, expecting publicPart: PublicComponents? = nil
  ) throws(CryptographyError) {
    try self.init(KeyBuilder.privateKey(components))
    try KeyBuilder.checkPair(self, expecting: publicPart)
  }

  package var privateComponents: PrivateComponents {
    get throws(CryptographyError) {
      switch kind {
      case .rsa: .rsa(try rsaNumbers())
      case .elliptic(let curve):
        .elliptic(
          curve, scalar: try native.number(ParameterName.privateKey, count: curve.byteCount))
      case .octet(let curve): .octet(curve, octets(curve))
      }
    }
  }

  private func rsaNumbers() throws(CryptographyError) -> RSAPrivateNumbers {
    let remainder: RSAPrivateNumbers.Remainder?
    do throws(CryptographyError) {
      remainder = RSAPrivateNumbers.Remainder(
        p: try native.number(ParameterName.factor1),
        q: try native.number(ParameterName.factor2),
        dp: try native.number(ParameterName.exponent1),
        dq: try native.number(ParameterName.exponent2),
        qi: try native.number(ParameterName.coefficient1))
    } catch {
      remainder = nil  // A key of n, e and d alone has none, and works without.
    }
    return RSAPrivateNumbers(
      modulus: try native.number(ParameterName.modulus),
      exponent: try native.number(ParameterName.exponent),
      privateExponent: try native.number(ParameterName.privateExponent), remainder: remainder)
  }

  private func octets(_ curve: OctetCurve) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: curve.byteCount) { output, written in
      written = curve.byteCount
      let rc = EVP_PKEY_get_raw_private_key(native.pointer, output.baseAddress, &written)
      precondition(rc == 1, "libcrypto lost a private key")
    }
  }
}

extension KeyPair: CustomStringConvertible {
  package var description: String { "private key, \(kind.name)" }
}
