internal import COpenSSL

/// A public key: it verifies, encrypts and agrees, and never changes.
package final class PublicKey: Sendable {
  package let kind: KeyKind
  /// Whether the modulus is one that ROCA can factor; found once, because it costs as much as a
  /// verification.
  package let hasROCAFingerprint: Bool
  let native: NativeKey
  let contexts = ContextCache(slots: SignatureScheme.contextCount) { EVP_PKEY_CTX_free($0) }
  let edwards = ContextCache(slots: 1) { EVP_MD_CTX_free($0) }

  init(_ native: NativeKey) {
    self.native = native
    kind = native.kind
    hasROCAFingerprint = ROCA.fingerprints(native)
  }

  /// A key of these numbers; a point off its curve or an even modulus is refused.
  package convenience init(_ components: PublicComponents) throws(CryptographyError) {
    self.init(try KeyBuilder.publicKey(components))
  }

  package var components: PublicComponents {
    get throws(CryptographyError) {
      switch kind {
      case .rsa:
        .rsa(
          modulus: try native.number(ParameterName.modulus),
          exponent: try native.number(ParameterName.exponent))
      case .elliptic(let curve):
        .elliptic(
          curve,
          x: try native.number(ParameterName.pointX, count: curve.byteCount),
          y: try native.number(ParameterName.pointY, count: curve.byteCount))
      case .octet(let curve):
        .octet(curve, octets(curve))
      }
    }
  }

  private func octets(_ curve: OctetCurve) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: curve.byteCount) { output, written in
      written = curve.byteCount
      let rc = EVP_PKEY_get_raw_public_key(native.pointer, output.baseAddress, &written)
      precondition(rc == 1, "libcrypto lost a public key")
    }
  }
}

extension PublicKey: Equatable {
  package static func == (a: PublicKey, b: PublicKey) -> Bool {
    EVP_PKEY_eq(a.native.pointer, b.native.pointer) == 1
  }
}
