import Testing
import Wire

@testable import Tokens

/// What a person reads who gives a malformed input: its own sentence, with the part and the byte.
@Suite struct `Every malformed token has a sentence of its own` {
  static let signed: [(text: String, sentence: String)] = [
    ("", "byte 0: the token is empty"),
    ("e30", "byte 3: 1 part where a signed token has three"),
    ("e30.e30", "byte 7: 2 parts where a signed token has three"),
    ("e30.e30.AA.AA", "byte 10: 4 parts where a signed token has three"),
    ("e30.AA.AA.AA.AA", "byte 9: five parts: this token is encrypted (JWE), not signed"),
    (".e30.AA", "byte 0: the header is empty"),
    ("e3 0.e30.AA", "byte 2: the header is not base64url: 0x20 is not a Base64 digit"),
    (
      "e30=.e30.AA",
      "byte 3: the header is not base64url: base64url here carries no padding, found \"=\""
    ),
    (
      "e31.e30.AA",
      "byte 2: the header is not base64url: the last digit carries bits that belong to no byte"
    ),
    (
      "e30xx.e30.AA",
      "byte 4: the header is not base64url: 5 digits is no possible length; the text is cut off or has one extra"
    ),
    ("e30.e+0.AA", "byte 5: the payload is not base64url: \"+\" is not a Base64 digit"),
    (
      "e30.e30=.AA",
      "byte 7: the payload is not base64url: base64url here carries no padding, found \"=\""
    ),
    ("e30.e30.A/", "byte 9: the signature is not base64url: \"/\" is not a Base64 digit"),
    (
      "e30.e30.A",
      "byte 8: the signature is not base64url: 1 digits is no possible length; the text is cut off or has one extra"
    ),
    (
      "e30.e30.AB",
      "byte 9: the signature is not base64url: the last digit carries bits that belong to no byte"
    ),
    ("W10.e30.AA", "byte 0: the header is an array where an object belongs"),
    ("bnVsbA.e30.AA", "byte 0: the header is null where an object belongs"),
    (
      "eyJhIjoxLH0.e30.AA",
      "byte 9: the header is not JSON: decoded, at line 1, column 8: expected a member name in double quotes, found \"}\""
    ),
    (
      "ewog.e30.AA",
      "byte 4: the header is not JSON: decoded, at line 2, column 2: expected a member name in double quotes or \"}\", found the end of the text"
    ),
    (
      "_w.e30.AA",
      "byte 0: the header is not JSON: decoded, at line 1, column 1: expected a value, found byte 0xFF"
    ),
  ]

  @Test(arguments: signed)
  func `a signed token names the part and the byte`(text: String, sentence: String) {
    let error = #expect(throws: TokenError.self) { try UnverifiedToken(text) }
    #expect(error?.description == sentence)
    #expect(actual(verdict(text).refusal) == sentence)
  }

  static let encrypted: [(text: String, sentence: String)] = [
    ("", "byte 0: 1 part where an encrypted token has five"),
    ("e30.AA", "byte 6: 2 parts where an encrypted token has five"),
    ("e30.e30.AA", "byte 10: three parts: this token is signed (JWS), not encrypted"),
    ("e30.AA.AA.AA.AA.AA", "byte 15: 6 parts where an encrypted token has five"),
    ("e!0.AA.AA.AA.AA", "byte 1: the header is not base64url: \"!\" is not a Base64 digit"),
    ("e30.A*.AA.AA.AA", "byte 5: the encrypted key is not base64url: \"*\" is not a Base64 digit"),
    (
      "e30.AA.A.AA.AA",
      "byte 7: the iv is not base64url: 1 digits is no possible length; the text is cut off or has one extra"
    ),
    (
      "e30.AA.AA.AB.AA",
      "byte 11: the ciphertext is not base64url: the last digit carries bits that belong to no byte"
    ),
    (
      "e30.AA.AA.AA.AA=",
      "byte 15: the tag is not base64url: base64url here carries no padding, found \"=\""
    ),
    ("W10.AA.AA.AA.AA", "the header is an array where an object belongs"),
    (
      "e2E.AA.AA.AA.AA",
      "byte 1: the header is not JSON: decoded, at line 1, column 2: expected a member name in double quotes or \"}\", found \"a\""
    ),
  ]

  @Test(arguments: encrypted)
  func `an encrypted token names the part and the byte`(text: String, sentence: String) {
    let error = #expect(throws: EncryptedMessageError.self) { try EncryptedMessage(text) }
    #expect(error?.description == sentence)
    let decryptor = TokenDecryptor(DecryptionPolicy([.direct], keys: JWKSet([])))
    #expect(actual(decryptor.decrypt(text).refusal) == sentence)
  }

  static let members: [(text: String, sentence: String)] = [
    ("[]", "the message is an array where an object belongs"),
    ("{}", "the ciphertext is missing"),
    (#"{"ciphertext":1}"#, "the ciphertext is a number where a string belongs"),
    (
      #"{"ciphertext":"A?"}"#,
      "\"ciphertext\", byte 1: the ciphertext is not base64url: \"?\" is not a Base64 digit"
    ),
    (
      #"{"ciphertext":"AA","iv":"AB"}"#,
      "\"iv\", byte 1: the iv is not base64url: the last digit carries bits that belong to no byte"
    ),
    (
      #"{"ciphertext":"AA","tag":"A"}"#,
      "\"tag\", byte 0: the tag is not base64url: 1 digits is no possible length; the text is cut off or has one extra"
    ),
    (
      #"{"ciphertext":"AA","aad":"="}"#,
      "\"aad\", byte 0: the aad is not base64url: base64url here carries no padding, found \"=\""
    ),
    (
      #"{"ciphertext":"AA","encrypted_key":"%"}"#,
      "\"encrypted_key\", byte 0: the encrypted_key is not base64url: \"%\" is not a Base64 digit"
    ),
    (#"{"ciphertext":"AA","ciphertext":"AA"}"#, "the ciphertext stands twice"),
    (
      #"{"ciphertext":"AA","protected":"ew"}"#,
      "\"protected\", byte 1: the protected is not JSON: decoded, at line 1, column 2: expected a member name in double quotes or \"}\", found the end of the text"
    ),
    (
      #"{"ciphertext":"AA","protected":"W10"}"#, "the protected is an array where an object belongs"
    ),
    (
      #"{"ciphertext":"AA","unprotected":[]}"#,
      "the unprotected is an array where an object belongs"
    ),
    (#"{"ciphertext":"AA","recipients":[]}"#, "the recipients must be a list of recipients"),
    (#"{"ciphertext":"AA","recipients":[null]}"#, "the recipients holds null"),
  ]

  @Test(arguments: members)
  func `a message in JSON names the member and the byte in it`(
    text: String, sentence: String
  ) throws {
    let json = try JSONValue.parse(text)
    let error = #expect(throws: EncryptedMessageError.self) { try EncryptedMessage(json) }
    #expect(error?.description == sentence)
  }

  static let claims: [(payload: String, sentence: String)] = [
    (
      "",
      "byte 21: the payload is not JSON: decoded, at line 1, column 1: expected a value, found the end of the text"
    ),
    (
      "x",
      "byte 21: the payload is not JSON: decoded, at line 1, column 1: expected a value, found \"x\""
    ),
    (
      #"{"exp":01}"#,
      "byte 30: the payload is not JSON: decoded, at line 1, column 8: a number does not begin with a zero before other digits"
    ),
    (
      "{}{}",
      "byte 23: the payload is not JSON: decoded, at line 1, column 3: expected the end of the text, found \"{\""
    ),
  ]

  @Test(arguments: claims)
  func `claims that are not JSON name the byte of the token`(payload: String, sentence: String) {
    let text = "eyJhbGciOiJIUzI1NiJ9.\(Base64.url(Array(payload.utf8))).AA"
    #expect(actual(verdict(text).refusal) == sentence)
  }

  @Test func `no two malformed inputs share a sentence`() {
    for table in [Self.signed, Self.encrypted, Self.members] {
      #expect(Set(table.map(\.sentence)).count == table.count)
    }
  }

  private func actual(_ refusal: TokenRefusal?) -> String? {
    guard case .fail(_, let actual) = refusal?.row.outcome else { return nil }
    return actual
  }
}
