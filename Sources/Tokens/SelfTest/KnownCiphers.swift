import Cryptography

/// Encryption, key wrapping, key agreement and compression.
enum KnownCiphers {
  static let all = [
    KnownAnswer("AES-GCM", "NIST GCM test case 2") {
      let zeros = [UInt8](repeating: 0, count: 16)
      let sealed = try AESGCM(key: zeros).seal(
        zeros, nonce: Array(zeros.prefix(12)), authenticating: [])
      return Hex.text(sealed.ciphertext) == "0388dace60b6a392f328c2b971b2fe78"
        && Hex.text(sealed.tag) == "ab6e47d42cec13bdf53a67b21257bddf"
    },
    KnownAnswer("AES Key Wrap", "RFC 3394 4.1") {
      let wrapped = try AESKeyWrap(key: Array(0..<16)).wrap(
        Hex.bytes("00112233445566778899aabbccddeeff"))
      return Hex.text(wrapped) == "1fa68b0a8112b447aef34bd8fb5a7b829d3e862371d2cfe5"
    },
    KnownAnswer("AES-CBC with HMAC", "RFC 7518 B.1") {
      let sealed = try AESCBCHMAC(key: Array(0..<32), digest: .sha256).seal(
        Array(kerckhoffs.utf8), iv: Hex.bytes("1af38c2dc2b96ffdd86694092341bc04"),
        authenticating: Array("The second principle of Auguste Kerckhoffs".utf8))
      return Hex.text(sealed.tag) == "652c3fa36b0a7c5b3219fab3a30bc1c4"
    },
    KnownAnswer("X25519", "RFC 7748 6.1", needs: [.octet(.x25519)]) {
      let alice = try KeyPair(
        .octet(
          .x25519, Hex.bytes("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a")))
      let bob = try PublicKey(
        .octet(
          .x25519, Hex.bytes("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f")))
      return Hex.text(try alice.sharedSecret(with: bob))
        == "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742"
    },
    KnownAnswer("X448", "RFC 7748 6.2", needs: [.octet(.x448)]) {
      let alice = try KeyPair(
        .octet(
          .x448,
          Hex.bytes(
            "9a8f4925d1519f5775cf46b04b5800d4ee9ee8bae8bc5565d498c28d"
              + "d9c9baf574a9419744897391006382a6f127ab1d9ac2d8c0a598726b")))
      let bob = try PublicKey(
        .octet(
          .x448,
          Hex.bytes(
            "3eb7a829b0cd20f5bcfc0b599b6feccf6da4627107bdb0d4f345b430"
              + "27d8b972fc3e34fb4232a13ca706dcb57aec3dae07bdc1c67bf33609")))
      return Hex.text(try alice.sharedSecret(with: bob))
        == "07fff4181ac6cc95ec1c16a94a0f74d12da232ce40a77552281d282b"
        + "b60c0b56fd2464c335543936521c24403085d59a449a5037514a879d"
    },
    KnownAnswer("ECDH on P-256", "RFC 5903 8.1", needs: [.curve(.p256)]) {
      let initiator = try KeyPair(
        .elliptic(
          .p256,
          scalar: Hex.bytes(
            "c88f01f510d9ac3f70a292daa2316de544e9aab8afe84049c62a9c57862d1433")))
      let responder = try PublicKey(
        .elliptic(
          .p256,
          x: Hex.bytes("d12dfb5289c8d4f81208b70270398c342296970a0bccb74c736fc7554494bf63"),
          y: Hex.bytes("56fbf3ca366cc23e8157854c13c58d6aac23f046ada30f8353e74f33039872ab")))
      return Hex.text(try initiator.sharedSecret(with: responder))
        == "d6840f6b42f6edafd13116e0e12565202fef8e9ece7dce03812464d04b9442de"
    },
    KnownAnswer("Concat KDF", "RFC 7518 C") {
      let secret: [UInt8] = [
        158, 86, 217, 29, 129, 113, 53, 211, 114, 131, 66, 131, 191, 132, 38, 156, 251, 49, 110,
        163, 218, 128, 106, 72, 246, 218, 167, 121, 140, 254, 144, 196,
      ]
      let key = ConcatKDF.derive(
        secret, algorithm: Array("A128GCM".utf8), partyU: Array("Alice".utf8),
        partyV: Array("Bob".utf8), byteCount: 16)
      return key == [86, 170, 141, 234, 248, 35, 109, 32, 92, 34, 40, 205, 113, 167, 16, 26]
    },
    KnownAnswer("DEFLATE", "RFC 1951") {
      try Deflate.decompress([0x4b, 0x4c, 0x4a, 0x06, 0x00], limit: 3) == Array("abc".utf8)
    },
  ]

  private static let kerckhoffs =
    "A cipher system must not be required to be secret, and it must be able to fall into the hands "
    + "of the enemy without inconvenience"
}
