extension KeyPair {
  /// A key of random bytes as they are drawn, so that the same draws give the same key. Only for
  /// curves, whose private keys are plain numbers; RSA needs primes.
  package static func drawn(
    like kind: KeyKind, from randomness: inout some Randomness
  ) throws(CryptographyError) -> KeyPair {
    switch kind {
    case .rsa: throw .wrongKind(expected: "an elliptic curve", actual: kind.name)
    case .octet(let curve):
      return try KeyPair(.octet(curve, randomness.bytes(curve.byteCount)))
    case .elliptic(let curve):
      // A draw of zero or beyond the order, which hardly ever happens, is drawn again.
      for _ in 0..<64 {
        var scalar = randomness.bytes(curve.byteCount)
        if curve == .p521 { scalar[0] &= 1 }
        if let pair = try? KeyPair(.elliptic(curve, scalar: scalar)) { return pair }
      }
      throw .invalidParameter("randomness that never falls below the order of \(curve.name)")
    }
  }
}
