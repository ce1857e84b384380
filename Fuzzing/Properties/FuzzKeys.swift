import Cryptography
import Tokens
import Wire

/// Keys of the fuzzers, known to everybody, and what was signed and encrypted with them.
enum FuzzKeys {
  static let now = 1_700_000_000
  static let claims: JSONObject = [
    "iss": "https://idp.test", "aud": "https://api.test", "sub": "alice",
    "exp": .integer(now + 900), "iat": .integer(now), "scope": ["read", "write"],
  ]

  static let secret = JWK(secret: Array(0..<64), id: "hs")
  static let elliptic = pair(.elliptic(.p256, scalar: Array(1...32)), "ec")
  static let edwards = pair(.octet(.ed25519, Array(1...32)), "ed")
  static let agreement = pair(.octet(.x25519, Array(1...32)), "x")
  static let rsa: JWK = {
    do {
      let bytes = try Base64.decodeStandard(rsaText.filter { !$0.isWhitespace })
      return JWK(try KeyPair(der: bytes), id: "rsa")
    } catch { preconditionFailure("\(error)") }
  }()
  static let small16 = JWK(secret: Array(0..<16), id: "k16")
  static let small32 = JWK(secret: Array(0..<32), id: "k32")
  static let password = JWK(secret: "correct horse", id: "pw")

  private static func pair(_ components: PrivateComponents, _ id: String) -> JWK {
    do { return JWK(try KeyPair(components), id: id) } catch { preconditionFailure("\(error)") }
  }

  private static let rsaText = """
    MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCXvivLPY0oybRtegbmx6qazjYcoUYAbM1HYKWoE0v0
    vpKm+WMTzTxHGfN/oS6vmNXOGFLDjXvWbdbwGRKVXZYeBrXNOsCkfAb4yZuPAdqUMipmzRNjfqfKaaQ3IxpyGymwlzeR
    qreyBBeeSHbSSLZgWCTZTy+ikAjCsLimuJbAD3t+5jF3DpAwKbAOwwRpkole+a/UDb3QqdAEcaQJdFmKRysdpnrvAz1r
    jOP8fu2WaRXIkQhtuAkdTQegbQiowbK7NGoinNsMYWm8f3UE0fjqSHtHnLKM5ys67a3D+fqF9PgNcyUwvr9dNuBfSQE0
    ubavloIqnaegobZrFhLPm58xAgMBAAECggEAAO3OqoRQ4wQADEDnke9qxF7qQWOKvUWFn5JAT3Xe4GTE/F97NCM/BMGy
    bQUztxI30hg69AxlrCs5qXI2zMdnhTRGVfQrFlXuLqmZArqfKhbTb10ge457HbHCXdk8Dt2mTIghydkz2rVDQMB2aLTW
    gpnKNG+NV82+/2l0I+5h500nsJvaIwvYEqciTyIbD+lRBL12mIpUJOgje01K1iX878nrcTlVafslx+RmrW0Eew+L7afC
    y3jaTQA4A8DrruCV3PSGEUdTlibDeTbbmqrHHC7Xg3vrNq5tfGg4SlwCrAijcB/+SfQn0/cwRaDEemRtdi+C3KcMZSI6
    9EQ8AqoUfQKBgQDOFMyd5l9R/MH7NnwCU0wNHYJ8sxdFkWAN//2FbBFxTwaaRvA3/wcjqe3Ok0OVkGMc+0ZaaboMlUAD
    63MerP2+oXR3SS5h81R+ilcbxZm+otpZlWMAV+DHCoQcBWxyfXIf8h3WZm7LEmALX4MjZs2KuFmJtl1aeuLPASkJWVMS
    /QKBgQC8f9Iykr12iUrpIExaTl4EgNhJBr5C9C+s4IngwjfpVq7A3IlyawblFOOUcGRmdaex1K8BHxW3tkbICJNrsjrZ
    FdlljJZmtsKMTY71zeA7H9yfS/ZzKbr7u46/jVW7ehylxfcZ8HFZinowXpYh6pryjLvZo13vKD+ajLmzIofVRQKBgQCG
    4ig3JUS4dfZFRZkPMJPzdaAlnFacCxXSs/2sqVoVTsMkkU/DZuG2Xw+uiMbQiuvEWVbn8JF8kOeQaTg1GMcQUb7YIIcC
    R3DDTirLm58QnqjJv7RH0jzmKiTj7kzX9vGOpTsQTIUx1zoT15UOw8e+hwDb2QfrI8l18e15GAT+xQKBgEXoHZtV4mAA
    oMB+kvJ219VRt2S11H/eMYQqrdemD7hAxoSOBYdie+cfbRtS51k8TxnbZ5/B2HsOZYev7oRlT//MY5iOoAStyM7hwKAW
    Xw9uTJLjSB4Dnu3W7CTMFLx3mAI+vdpn2pG7kn83xPQFHrvPR6d6N88HHTeC8yelKb0FAoGAO0a6nEHsKiloqnyDm3Qe
    0DMvlgoKnoUtDITh7ayE6bUjunWGopXeoJs0uN717gpaL7toNTMUf9pu6/E1Lm5O8x/fqMghQKivy/VigXkNqKJ3Ddl6
    BL4FKi5nUjTQLkDFCNG7GBSfNOyqxp/ixm7Uc57K2xyh9RSw7EGg+mLUS5Q=
    """
}

/// Randomness that is none: the same bytes in every process.
struct CountedRandomness: Randomness {
  private var next: UInt8 = 1

  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in
      next = next &* 5 &+ 113
      return next
    }
  }
}
