import Cryptography
import Ledger
import Wire

extension SignatureAlgorithm {
  /// Why the key may not be used with the algorithm, as a ledger says it; nil when it may.
  package func misfit(of key: JWK) -> Finding? {
    if let declared = key.algorithm, !matches(declared: declared) {
      return .fails(expected: "a key for \(name)", actual: "\(key.label) is for \(declared)")
    }
    if let use = key.use, !use.hasSameBytes(as: "sig") {
      return .fails(expected: "a key for signatures", actual: "\(key.label) has use \"\(use)\"")
    }
    if let operations = key.operations, !operations.contains(where: Self.isSignatureOperation) {
      return .fails(
        expected: "a key that may verify",
        actual: "\(key.label) may only \(operations.joined(separator: ", "))")
    }
    switch key.material {
    case .secret where isSymmetric: return nil
    case .publicKey(let key) where fits(key.kind): return nil
    case .privateKey(let pair) where fits(pair.kind): return nil
    case .secret, .publicKey, .privateKey:
      return .fails(expected: keyDescription, actual: key.kindName)
    }
  }

  private static func isSignatureOperation(_ name: String) -> Bool {
    name.hasSameBytes(as: "verify") || name.hasSameBytes(as: "sign")
  }

  /// Why the key is too weak for the algorithm; nil when it is not.
  package func weakness(of key: JWK) -> Finding? {
    switch method {
    case .hmac(let digest):
      // A public key taken for a secret is no short secret; its row is key-fits.
      guard let secret = key.secret, secret.bytes.count < digest.byteCount else { return nil }
      return .fails(
        expected: "a secret of \(digest.byteCount) bytes or more",
        actual: "\(secret.bytes.count) byte\(secret.bytes.count == 1 ? "" : "s")")
    case .signature:
      guard let publicKey = key.publicKey, case .rsa(let bits) = publicKey.kind else { return nil }
      if bits < 2048 {
        return .fails(expected: "an RSA key of 2048 bits or more", actual: "\(bits) bits")
      }
      guard publicKey.hasROCAFingerprint else { return nil }
      return .fails(expected: "a modulus of random primes", actual: "one that ROCA can factor")
    }
  }

  /// Whether the signature is right; false for a key of another type.
  package func verifies(
    _ signature: [UInt8], of input: ArraySlice<UInt8>, with key: JWK
  ) -> Bool {
    switch method {
    case .hmac(let digest):
      return key.secret?.verifies(signature, of: input, with: digest) ?? false
    case .signature(let scheme):
      guard let publicKey = key.publicKey, fits(publicKey.kind) else { return false }
      return publicKey.verifies(signature, of: input, by: scheme)
    }
  }
}

extension JWK {
  /// The text of a public key, which everybody has, taken for a secret: the key of a verifier that
  /// never looks at the type of its key (RFC 8725 2.1). Nil for a secret, which is one.
  package var confusedSecret: SecretKey? {
    guard let publicKey else { return nil }
    return SecretKey(sourceText ?? Array(publicKey.pem.utf8))
  }
}
