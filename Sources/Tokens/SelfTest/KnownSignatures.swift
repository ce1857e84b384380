import Cryptography
import Wire

/// Signatures: those that repeat are made again, the others verified.
enum KnownSignatures {
  static let all =
    [
      elliptic(
        .p256, .sha256, "606e72e055ebbbef1b4ba3dfdcf34ec8a34303c86077a53a72d6e1471eba76e3"),
      elliptic(
        .p384, .sha384, "accf709505a0da0c3edd2a694ddd6707a67c69dac02e1aaaf5362285386302e3"),
      elliptic(
        .p521, .sha512, "12242f31f1285f713bf124a4ffdc0e29d48e23d2919fbce36ec528b6009cf342"),
      elliptic(
        .secp256k1, .sha256, "28712f0cf522ef0faf97beb21295e09786f62626e2b07d8dd7836aac7c046e37"),
    ] + edwards + [rsa("RS256", .rsaPKCS1(.sha256), pkcs1), rsa("PS256", .rsaPSS(.sha256), pss)]

  /// The hash of the signature of "abc" by the scalar 0, 1, 2, ... (RFC 6979).
  private static func elliptic(
    _ curve: EllipticCurve, _ digest: Digest, _ expected: String
  ) -> KnownAnswer {
    KnownAnswer("ECDSA on \(curve.name)", "RFC 6979 3.2", needs: [.curve(curve)]) {
      let scalar = Array(0..<UInt8(curve.byteCount))
      let pair = try KeyPair(.elliptic(curve, scalar: scalar))
      let signature = try pair.signECDSA(Array("abc".utf8), with: digest)
      return Hex.text(Digest.sha256.hash(signature)) == expected
        && pair.publicKey.verifies(signature, of: Array("abc".utf8), by: .ecdsa(digest))
    }
  }

  private static let edwards = [
    KnownAnswer("Ed25519", "RFC 8032 7.1", needs: [.octet(.ed25519)]) {
      let secret = "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"
      let pair = try KeyPair(.octet(.ed25519, Hex.bytes(secret)))
      let signature = try pair.signEdwards([0xaf, 0x82])
      return Hex.text(signature.prefix(32))
        == "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        && pair.publicKey.verifies(signature, of: [0xaf, 0x82], by: .eddsa)
    },
    KnownAnswer("Ed448", "RFC 8032 7.4", needs: [.octet(.ed448)]) {
      let secret =
        "c4eab05d357007c632f3dbb48489924d552b08fe0c353a0d4a1f00acda2c463a"
        + "fbea67c5e8d2877c5e3bc397a659949ef8021e954e0a12274e"
      let pair = try KeyPair(.octet(.ed448, Hex.bytes(secret)))
      let signature = try pair.signEdwards([3])
      return Hex.text(signature.prefix(32))
        == "26b8f91727bd62897af15e41eb43c377efb9c610d48f2335cb0bd0087810f435"
        && pair.publicKey.verifies(signature, of: [3], by: .eddsa)
    },
  ]

  private static func rsa(
    _ name: String, _ scheme: SignatureScheme, _ signature: String
  ) -> KnownAnswer {
    KnownAnswer(name, "RFC 7518 3.3, by another implementation") {
      let key = try PublicKey(.rsa(modulus: Base64.decodeURL(modulus), exponent: [1, 0, 1]))
      let input = Array(
        (Base64.url(Array("{\"alg\":\"\(name)\"}".utf8)) + ".eyJzdWIiOiJhbGljZSJ9").utf8)
      var bytes = try Base64.decodeURL(signature)
      let fits = key.verifies(bytes, of: input, by: scheme)
      bytes[0] ^= 1
      return fits && !key.verifies(bytes, of: input, by: scheme)
    }
  }

  private static let modulus =
    "rSwcyAUKHa4q0pKBGutiNla2FXH0XW4FRH3LP-V8lSgTw84Zr-rd8VwiGL1vvS05NigvBCzyeCAb1OWx"
    + "JJvqaUyNu73EzBPoOgcfjAHbSIu1cuvB64B6TTicHquzW_N6onsX-WHeP1-AV4J3qeBpfcV1WJ9Tgeea"
    + "Qaa5Xa_XOZuEXQ88quptLsUKhDJL9CUgaTdd7FkR9PB0ZMX89ai4cQ9kxoUEcdmnUvDkI04t7F6WAAGx"
    + "ocFBgC8PHUQygS-LZMpsc67ydTi0chEyHOtRj9SPWxAxzBPigMslc2xdrfBjPXzJ_9y9TXritbSLkEG0"
    + "WAH-PUYAl6dvT0kYf25_tw"

  private static let pkcs1 =
    "Hif401RJhxiE3og0bFmAruSotD-o7icQo5NV04mKR1pB49rcC7BhPvKKY2sba7zhafU8Mq-esgwXxBBP"
    + "nN7UARs_8rnXjTrCdhWM6xwtuGSYlSThvjzlYPTh0jSy1_KrCL2aGa4f6uhXgRhNKC39nAnno04k7rB8"
    + "zPYJX64KoHOzeVE6JijJNrWIgQ_6K4DSRFvJRlDQmgvx7XC2RGhwVha6NuDN9GXKM29doxvEkJZa1-8H"
    + "AeatW0iANgot_cOFoz_B866vjzcRZ47nB2dXwX7HUfoohEwCu0LI_qDVJ6JSUH2Tgn0wLN7Rqta0Ux6j"
    + "AgsOFbXO0NWunTQ2k268Cg"

  private static let pss =
    "ZSK5K49yHquJ4Bhf9v4hKoYqLmwRrVoZe8SPAskL6pThxC__pCrzvhcP8LjMTVTV3rixQOTcTFlFfG4U"
    + "DWOnveqp98lIFtfd_jh8EcoZMzW8Kp8wU3TKa_MuFR2hrsa1rbkH-cF3vr4uxG_nNskokm1zhfa_DM6a"
    + "zbjiZoxHp01NdN4PGX2iF7j3DU5Eooacgp42xhtpBY2-plVURgX7RMatGwk1kq6IIw__LcAk3A_v_fSp"
    + "a9X4ruSTFqkOv6wdtec633h2VJ5Grx8nTPdKH_9iV0g1MHh_UFAB7RBilUqvJogE1i3qzszaucL6TPqy"
    + "8u-yrUC6qr5CIvxH3lWrfg"
}
