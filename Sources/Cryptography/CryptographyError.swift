/// Why key material or an operation was refused.
package enum CryptographyError: Error, Hashable, Sendable {
  /// The text is not PEM: what is wrong and the byte where it shows.
  case malformedPEM(PEMFault, offset: Int)
  /// The bytes are not the structure that their label or caller says.
  case malformedDER(String)
  /// A structure that is understood but not served: an encrypted key, an unknown curve.
  case unsupported(String)
  /// Well-formed numbers that are no key: a point off its curve, a private part of another key.
  case invalidKey(String)
  /// The key cannot do this: an EC key asked for an RSA signature.
  case wrongKind(expected: String, actual: String)
  /// A parameter out of its range: a salt too long for the modulus, a cost of zero.
  case invalidParameter(String)
  /// Bytes that do not decrypt or unwrap under this key; says no more, so that it is no oracle.
  case decryptionFailed
}

/// What is wrong with a PEM text (RFC 7468).
package enum PEMFault: Hashable, Sendable {
  case noBegin
  case unterminatedLabel
  case noEnd(label: String)
  case endMismatch(begin: String, end: String)
  case invalidCharacter(UInt8)
  case badLength
}
