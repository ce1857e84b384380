internal import COpenSSL

extension PublicKey {
  /// SubjectPublicKeyInfo (RFC 5280 4.1), the form that every tool reads.
  package var spki: [UInt8] {
    exported { i2d_PUBKEY(native.pointer, $0) }
  }

  /// SPKI as PEM, "PUBLIC KEY".
  package var pem: String { PEM(label: "PUBLIC KEY", bytes: spki).text }

  /// PKCS#1 `RSAPublicKey` as PEM (RFC 8017 A.1.1).
  package var pkcs1PEM: String {
    get throws(CryptographyError) {
      guard case .rsa = kind else {
        throw .wrongKind(expected: "an RSA key", actual: kind.name)
      }
      let bytes = exported { i2d_PublicKey(native.pointer, $0) }
      return PEM(label: "RSA PUBLIC KEY", bytes: bytes).text
    }
  }
}

extension KeyPair {
  /// PKCS#8 `PrivateKeyInfo`, not encrypted (RFC 5208).
  package var pkcs8: [UInt8] {
    let info = allocated(EVP_PKEY2PKCS8(native.pointer))
    defer { PKCS8_PRIV_KEY_INFO_free(info) }
    return exported { i2d_PKCS8_PRIV_KEY_INFO(info, $0) }
  }

  /// PKCS#8 as PEM, "PRIVATE KEY".
  package var pem: String { PEM(label: "PRIVATE KEY", bytes: pkcs8).text }

  /// The older form of the kind as PEM: PKCS#1 for RSA (RFC 8017 A.1.2), SEC 1 for EC (RFC 5915).
  package var traditionalPEM: String {
    get throws(CryptographyError) {
      let label: String
      switch kind {
      case .rsa: label = "RSA PRIVATE KEY"
      case .elliptic: label = "EC PRIVATE KEY"
      case .octet:
        throw .wrongKind(expected: "an RSA or elliptic curve key", actual: kind.name)
      }
      return PEM(label: label, bytes: exported { i2d_PrivateKey(native.pointer, $0) }).text
    }
  }
}

private func exported(_ encode: (DER.Output?) -> Int32) -> [UInt8] {
  guard let bytes = DER.encoded(encode) else {
    preconditionFailure("libcrypto could not write a key that it holds")
  }
  return bytes
}
