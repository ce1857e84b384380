/// A change under which a refused token would be accepted, or what it is instead of a token that
/// could be. Found by trying; it proves nothing about the token.
package struct RefusalCause: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The secret means other bytes than were used: "base64".
    case secretReading(String)
    /// The signature is of another algorithm than the header says.
    case otherAlgorithm(SignatureAlgorithm)
    /// A key of the set under another name fits.
    case otherKey(String)
    /// ECDSA in DER where JOSE has R || S.
    case derSignature
    /// The signature is of another text than header.payload.
    case otherInput(String)
    /// The signature's bytes were written in another way.
    case signatureWriting(String)
    /// A public key was used as a secret.
    case publicKeyAsSecret
    /// The header's nonce was hashed before it was signed, and not in what was delivered.
    case hashedNonce
    /// A claim that the caller expected differently.
    case expectation(String)
    /// A key that is not, or no longer, in the set.
    case unknownKey
    /// The clock, the lifetime or a unit of time.
    case time(String)
    /// Something that is no signed token at all.
    case notASignedToken(String)
  }

  package let kind: Kind

  /// The cause in one sentence, which never says "verified".
  package var sentence: String {
    switch kind {
    case .secretReading(let reading): "would verify if the secret were \(reading)"
    case .otherAlgorithm(let algorithm):
      "would verify as \(algorithm.name): the header names another algorithm than the signer used"
    case .otherKey(let label): "would verify with \(label), which the token does not name"
    case .derSignature:
      "would verify if the signature were R || S: it is ECDSA in DER (RFC 7518 3.4)"
    case .otherInput(let input): "would verify if \(input)"
    case .signatureWriting(let writing): "would verify if the signature were \(writing)"
    case .publicKeyAsSecret:
      "would verify with the public key as an HMAC secret: an attack, or a signer that took the "
        + "wrong key"
    case .hashedNonce:
      "would verify if the header's nonce were hashed: this provider's access tokens are meant for "
        + "its own API only"
    case .expectation(let words), .time(let words), .notASignedToken(let words): words
    case .unknownKey:
      "would need a key that is not in the set: rotated out, not fetched yet, or another issuer's"
    }
  }
}
