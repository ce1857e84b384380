import Cryptography
import Tokens
import Wire

extension FuzzProperty {
  /// A block of PEM is written and read again as the same; a key that is read from any form is the
  /// same key as PEM and as JWK; what is no key says so in a sentence.
  static let keyText = FuzzProperty(
    name: "pem",
    seeds: {
      var seeds: [[UInt8]] = []
      for key in [FuzzKeys.elliptic, FuzzKeys.edwards, FuzzKeys.rsa] {
        guard let pair = key.privateKeyPair else { continue }
        let texts = [pair.pem, pair.publicKey.pem, try? pair.traditionalPEM].compactMap { $0 }
        seeds += texts.map { Array($0.utf8) } + [pair.pkcs8, pair.publicKey.spki]
        seeds.append(Array(Base64.standard(pair.publicKey.spki).utf8))
      }
      return seeds
        + text(
          "-----BEGIN X-----\nAAAA\n-----END X-----\n", "-----BEGIN X-----\nA=\n-----END Y-----",
          "-----BEGIN ", "ssh-ed25519 AAAA", #"{"kty":"oct","k":"AAAA"}"#, "\u{FEFF}-----BEGIN")
    },
    check: { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      for block in (try? PEM.blocks(in: text)) ?? [] {
        try require((try? PEM.blocks(in: block.text)) == [block], "another block of PEM")
      }
      let reader = KeyReader(passphrase: Array("x".utf8))
      switch Result(catching: { () throws(KeyReadingError) in try reader.read(bytes) }) {
      case .success(let reading):
        for key in reading.keys {
          try unchanged(key)
          try sameAsPEM(key)
        }
      case .failure(let error): try require(!"\(error)".isEmpty, "an error without a sentence")
      }
    })

  private static func sameAsPEM(_ key: JWK) throws {
    guard let publicKey = key.publicKey else { return }
    let read = try PublicKey(pem: publicKey.pem)
    try require(try read.components == publicKey.components, "another public key as PEM")
    guard let pair = key.privateKeyPair else { return }
    let again = try KeyPair(pem: pair.pem)
    try require(
      try again.publicKey.components == publicKey.components, "another private key as PEM")
  }
}
