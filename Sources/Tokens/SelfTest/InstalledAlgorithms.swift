import Cryptography

/// Which algorithms the installed libcrypto can serve.
package enum InstalledAlgorithms {
  /// The names of those that need something it lacks, in the order of the registries.
  package static var missing: [String] { missing(offered: CryptoLibrary.offers) }

  static func missing(offered: (CryptoLibrary.Primitive) -> Bool) -> [String] {
    let signatures = SignatureAlgorithm.allCases.map { ($0.name, $0.primitives) }
    let management = KeyManagementAlgorithm.allCases.map { ($0.name, $0.primitives) }
    let content = ContentEncryption.allCases.map { ($0.name, $0.primitives) }
    let curves: [(String, [CryptoLibrary.Primitive])] =
      EllipticCurve.allCases.map { ($0.name, [.curve($0)]) }
      + OctetCurve.allCases.map { ($0.name, [.octet($0)]) }
    var names: [String] = []
    for (name, primitives) in signatures + management + content + curves
    where !primitives.allSatisfy(offered) && !names.contains(name) { names.append(name) }
    return names
  }
}

extension SignatureAlgorithm {
  var primitives: [CryptoLibrary.Primitive] {
    switch self {
    case .hs256, .hs384, .hs512: [.digest(digest)]
    case .rs256, .rs384, .rs512, .ps256, .ps384, .ps512: [.rsa, .digest(digest)]
    case .es256, .es384, .es512, .es256k:
      [.digest(digest)] + (curve.map { [.curve($0)] } ?? [])
    case .ed25519, .edDSA: [.octet(.ed25519)]
    case .ed448: [.octet(.ed448)]
    }
  }
}

extension KeyManagementAlgorithm {
  var primitives: [CryptoLibrary.Primitive] {
    switch method {
    case .rsaPKCS1: [.rsa]
    case .rsaOAEP(let digest): [.rsa, .digest(digest)]
    case .wrap(let size): [.cipher(.wrap, size)]
    case .wrapGCM(let size): [.cipher(.gcm, size)]
    case .direct: []
    // The curve is the key's; that of most keys stands for all.
    case .agreement(let size):
      [.curve(.p256), .digest(.sha256)] + (size.map { [.cipher(.wrap, $0)] } ?? [])
    case .password(let digest, let size): [.pbkdf2, .digest(digest), .cipher(.wrap, size)]
    }
  }
}

extension ContentEncryption {
  var primitives: [CryptoLibrary.Primitive] {
    switch self {
    case .a128gcm: [.cipher(.gcm, .bits128)]
    case .a192gcm: [.cipher(.gcm, .bits192)]
    case .a256gcm: [.cipher(.gcm, .bits256)]
    case .a128cbcHS256: [.cipher(.cbc, .bits128), .digest(.sha256)]
    case .a192cbcHS384: [.cipher(.cbc, .bits192), .digest(.sha384)]
    case .a256cbcHS512: [.cipher(.cbc, .bits256), .digest(.sha512)]
    }
  }
}
