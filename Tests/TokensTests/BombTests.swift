import Testing
import Wire

@testable import Tokens

/// Small inputs that ask for much: each is refused by name before it costs anything.
@Suite struct `Bombs` {
  @Test func `a header that nests too deep is refused by name, whatever its length`() {
    let deep = #"{"alg":"# + String(repeating: "[", count: 100_000)
    let limits = TokenLimits()
    #expect(
      refusal("{\"alg\":" + String(repeating: "[", count: 60_000))
        == "byte 93: the header is not JSON: decoded, at line 1, column 71: nested deeper than 64 levels"
    )
    #expect(deep.utf8.count > limits.header)
    #expect(refusal(deep) == "byte 0: the header is longer than 65536 bytes")
  }

  @Test func `claims that nest too deep are refused by name`() {
    let claims = String(repeating: "[", count: 65)
    let text = "e30." + Base64.url(Array(claims.utf8)) + ".AA"
    guard case .fail(_, let actual) = verdict(text).refusal?.row.outcome else {
      Issue.record("not refused")
      return
    }
    #expect(actual.hasSuffix("column 65: nested deeper than 64 levels"))
  }

  @Test func `a token of more than its limit is refused before it is looked into`() {
    let text = String(repeating: "A", count: (4 << 20) + 1)
    #expect(
      throws: TokenError(.token, offset: 4 << 20, .tooLong(limit: 4 << 20))
    ) { try UnverifiedToken(text) }
    let error = #expect(throws: EncryptedMessageError.self) { try EncryptedMessage(text) }
    #expect(error?.description == "byte 4194304: the token is longer than 4194304 bytes")
  }

  @Test func `the header of an encrypted token has the same bounds`() {
    let long = Base64.url([UInt8](repeating: 32, count: (64 << 10) + 1)) + "...."
    let error = #expect(throws: EncryptedMessageError.self) { try EncryptedMessage(long) }
    #expect(error?.description == "byte 0: the header is longer than 65536 bytes")
    let deep = Base64.url(Array(repeating: UInt8(ascii: "["), count: 65)) + "...."
    let other = #expect(throws: EncryptedMessageError.self) { try EncryptedMessage(deep) }
    #expect(other?.description.hasSuffix("nested deeper than 64 levels") == true)
  }

  @Test func `many recipients may ask for no more rounds than one`() throws {
    let key = JWK(secret: "correct horse")
    let recipient: JSONValue = [
      "header": ["alg": "PBES2-HS256+A128KW", "p2c": 400, "p2s": "AAAA"], "encrypted_key": "AAAA",
    ]
    for (count, outcome) in [(2, "decrypted"), (3, "work-factor")] {
      let message: JSONValue = [
        "protected": .string(Base64.url(Array(#"{"enc":"A128GCM"}"#.utf8))), "ciphertext": "AA",
        "recipients": .array(Array(repeating: recipient, count: count)),
      ]
      var policy = DecryptionPolicy([.pbes2HS256A128KW], keys: JWKSet([key]))
      policy.largestIterationCount = 1000
      let refusal = try TokenDecryptor(policy).decrypt(EncryptedMessage(message)).refusal
      #expect(refusal?.row.check.id.text == outcome)
      guard count == 3 else { continue }
      #expect(
        refusal?.row.outcome
          == .fail(expected: "p2c of 1000 at most", actual: "1200 over 3 recipients"))
    }
  }

  @Test func `a p2c that no integer holds, or that is none, is refused`() throws {
    for text in ["0", "-1", "1e30", "1.5", "\"9\"", "99999999999999999999"] {
      let header = #"{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2s":"AAAA","p2c":\#(text)}"#
      let policy = DecryptionPolicy([.pbes2HS256A128KW], keys: JWKSet([JWK(secret: "x")]))
      let verdict = TokenDecryptor(policy).decrypt(Base64.url(Array(header.utf8)) + ".AA.AA.AA.AA")
      #expect(verdict.refusal?.row.check.id == "work-factor", "\(text)")
    }
  }

  private func refusal(_ header: String) -> String? {
    let text = Base64.url(Array(header.utf8)) + ".e30.AA"
    guard case .fail(_, let actual) = verdict(text).refusal?.row.outcome else { return nil }
    return actual
  }
}
