import Cryptography
import Wire

/// Whole tokens and keys of the RFCs.
enum KnownTokens {
  static let all = [
    KnownAnswer("JWT with HS256", "RFC 7515 A.1") {
      let key = JWK(
        secret: try Base64.decodeURL(
          "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"
        ))
      let token =
        "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQog"
        + "Imh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ."
        + "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
      let verifier = TokenVerifier(VerificationPolicy(.pinned([.hs256]), keys: JWKSet([key])))
      return verifier.verify(token, at: 1_300_819_379).accepted?.verified != nil
        && verifier.verify(token, at: 1_300_819_380).refusal?.kind == .expired
    },
    KnownAnswer("JWE with A128KW and A128CBC-HS256", "RFC 7516 A.3") {
      let key = JWK(secret: try Base64.decodeURL("GawgguFyGrWKav7AX4VKUg"))
      let token =
        "eyJhbGciOiJBMTI4S1ciLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0."
        + "6KB707dM9YTIgHtLvtgWQ8mKwboJW3of9locizkDTHzBC2IlrT1oOQ.AxY8DCtDaGlsbGljb3RoZQ."
        + "KDlTtXchhZTGufMYmOYGS4HffxPSUrfmqCHXaI9wOGY.U0m_YmjN04DJvceFICbCVQ"
      let verdict = TokenDecryptor(DecryptionPolicy([.a128kw], keys: JWKSet([key]))).decrypt(token)
      return verdict.decrypted?.plaintext == Array("Live long and prosper.".utf8)
    },
    KnownAnswer("JWK thumbprint", "RFC 8037 A.3") {
      let json: JSONObject = [
        "kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
      ]
      let key = try JWK(json)
      return Base64.url(try key.thumbprint()) == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"
    },
  ]
}
