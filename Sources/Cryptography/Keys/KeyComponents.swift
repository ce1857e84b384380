/// The numbers of a public key, big-endian: RSA without leading zeros, coordinates at full length.
package enum PublicComponents: Hashable, Sendable {
  case rsa(modulus: [UInt8], exponent: [UInt8])
  case elliptic(EllipticCurve, x: [UInt8], y: [UInt8])
  case octet(OctetCurve, [UInt8])
}

/// The numbers of a private key; the text form of none of them is ever part of a description.
package enum PrivateComponents: Sendable {
  case rsa(RSAPrivateNumbers)
  case elliptic(EllipticCurve, scalar: [UInt8])
  case octet(OctetCurve, [UInt8])
}

/// RSA's private numbers (RFC 8017 3.2); the five for the Chinese remainder theorem come together.
package struct RSAPrivateNumbers: Sendable {
  package struct Remainder: Sendable {
    package let p: [UInt8]
    package let q: [UInt8]
    package let dp: [UInt8]
    package let dq: [UInt8]
    package let qi: [UInt8]

    package init(p: [UInt8], q: [UInt8], dp: [UInt8], dq: [UInt8], qi: [UInt8]) {
      self.p = p
      self.q = q
      self.dp = dp
      self.dq = dq
      self.qi = qi
    }
  }

  package let modulus: [UInt8]
  package let exponent: [UInt8]
  package let privateExponent: [UInt8]
  package let remainder: Remainder?

  package init(
    modulus: [UInt8], exponent: [UInt8], privateExponent: [UInt8], remainder: Remainder?
  ) {
    self.modulus = modulus
    self.exponent = exponent
    self.privateExponent = privateExponent
    self.remainder = remainder
  }
}
