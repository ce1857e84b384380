import Cryptography
import Testing
import Wire

@testable import Tokens

struct DecoderTests {
  /// A token that decodes everywhere and verifies nowhere: a well-known sample whose signature
  /// belongs to another payload.
  private let sample =
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhbGljZSIsImV4cCI6MTcwMDAwMDkwMH0."
    + "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"

  private func only(_ text: String) throws -> DecodedToken {
    let tokens = TokenDecoder.tokens(in: text)
    try #require(tokens.count == 1, "\(tokens.count) tokens in \(text)")
    return tokens[0]
  }

  private func kinds(_ text: String) throws -> [TokenNote.Kind] { try only(text).notes.map(\.kind) }

  @Test func `a plain token shows its parts, members and dates, without a note`() throws {
    let token = try only(sample)
    #expect(token.kind == .signed)
    #expect(token.notes.isEmpty)
    #expect(token.parts.map(\.name) == ["header", "payload", "signature"])
    #expect(token["header"]?.members.map(\.name) == ["alg", "typ"])
    let expiry = token["payload"]?.members.last
    #expect(expiry?.meaning?.reference == "RFC 7519 4.1.4")
    #expect(expiry?.time?.text() == "2023-11-14T22:28:20Z")
    #expect(expiry?.time?.relative(to: 1_700_000_000) == "in 15 min")
    #expect(token["signature"]?.bytes.count == 32)
  }

  @Test func `a member knows the characters that carry it`() throws {
    let token = try only("Authorization: Bearer " + sample)
    let member = try #require(token["payload"]?.members.first)
    #expect(member.name == "sub")
    let text = Array(("Authorization: Bearer " + sample).utf8)
    let carried = String(decoding: text[member.span], as: UTF8.self)
    // The characters from the first digit that touches "sub" to the last that touches alice".
    let payload = sample.split(separator: ".")[1]
    #expect(payload.hasPrefix("e" + carried) || payload.contains(carried))
    #expect(carried == "yJzdWIiOiJhbGljZSI")
  }

  @Test(arguments: [
    ("Bearer ", ""), ("Authorization: Bearer ", ""), ("authorization:bearer ", "\r\n"),
    ("\"", "\""), ("'", "'"), ("Cookie: session=", ""), ("access_token=", ";"), ("  \n", "\n\n"),
    ("DPoP ", ""),
  ])
  func `what people copy along is taken off, and said`(before: String, after: String) throws {
    let token = try only(before + sample + after)
    #expect(token.text == sample)
    #expect(token.span == before.utf8.count..<before.utf8.count + sample.utf8.count)
    let isBlank = (before + after).allSatisfy(\.isWhitespace)
    #expect(token.notes.contains { if case .stripped = $0.kind { true } else { false } } != isBlank)
  }

  @Test func `a token broken into lines is joined, and its spans still point into the text`() throws
  {
    var lines = ""
    for (index, character) in sample.enumerated() {
      lines += index > 0 && index % 20 == 0 ? "\n  \(character)" : "\(character)"
    }
    let token = try only(lines)
    #expect(token.text == sample)
    #expect(token.notes.map(\.kind) == [.whiteSpace])
    let signature = try #require(token["signature"])
    #expect(signature.span.upperBound == lines.utf8.count)
  }

  @Test func `several tokens in a text are found in order`() throws {
    let other = TokenSigner.unsecured(["sub": "bob"])
    let text = """
      2026-01-02 GET /cb?code=eyJ.no&state=a.b.c 200
      {"access_token":"\(sample)","id_token":"\(other)","token_type":"Bearer"}
      Cookie: a=1; session=\(sample); b=2
      the end: \(sample).
      """
    let tokens = TokenDecoder.tokens(in: text)
    #expect(tokens.map(\.text) == [sample, other, sample, sample])
    for token in tokens {
      #expect(String(decoding: Array(text.utf8)[token.span], as: UTF8.self) == token.text)
    }
  }

  @Test func `a text without tokens has none`() {
    for text in ["", " ", "hello", "a.b.c", "www.example.com", "eyJ", "1.2.3", "e30", "{}", "null"]
    {
      #expect(TokenDecoder.tokens(in: text).isEmpty, "\(text)")
    }
  }

  @Test func `a token that is cut off shows what is left`() throws {
    let header = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
    #expect(
      try kinds(header) == [.missingPart("payload"), .missingPart("signature")])
    #expect(try kinds(header + ".e30") == [.missingPart("signature")])
    let cut = try only(String(sample.prefix(60)))
    #expect(cut["header"]?.members.count == 2)
    #expect(cut["payload"]?.document == nil)
    let shown = String(decoding: cut["payload"]?.bytes ?? [], as: UTF8.self)
    #expect(shown.hasPrefix("{\"sub\""))
    #expect(cut.notes.contains { if case .notJSON = $0.kind { true } else { false } })
  }

  @Test func `odd algorithms are named`() throws {
    func header(_ text: String) -> String { Base64.url(Array(text.utf8)) + ".e30.AA" }
    #expect(try kinds(header(#"{"alg":"none"}"#)) == [.unsigned])
    #expect(try kinds(header(#"{"alg":"nOnE"}"#)) == [.oddlyCased("nOnE", means: "none")])
    #expect(try kinds(header(#"{"alg":"hs256"}"#)) == [.oddlyCased("hs256", means: "HS256")])
    #expect(try kinds(header(#"{"alg":"X"}"#)) == [.unknownAlgorithm("X")])
    #expect(try kinds(header(#"{"alg":"ML-DSA-65"}"#)) == [.recognisedAlgorithm("ML-DSA-65")])
    #expect(try kinds(header(#"{"typ":"JWT"}"#)) == [.noAlgorithm])
    #expect(
      try kinds(header(#"{"alg":"RS256","jku":"https://evil.test"}"#)) == [.carriesKey("jku")])
  }

  @Test func `duplicates, wrong units and non-times are named with their place`() throws {
    let payload = #"{"sub":"a","exp":1700000000000,"sub":"b","iat":"now"}"#
    let token = try only("eyJhbGciOiJIUzI1NiJ9." + Base64.url(Array(payload.utf8)) + ".AA")
    #expect(
      token.notes.map(\.kind) == [
        .duplicate("sub"), .wrongUnit("exp", .milliseconds), .notATime("iat"),
      ])
    #expect(token["payload"]?.members.map(\.isRepeated) == [false, false, true, false])
    #expect(token["payload"]?.members[1].time?.text() == "2023-11-14T22:13:20Z")
    #expect(token.notes.allSatisfy { $0.span != nil })
  }

  @Test func `padding and the standard alphabet are read, and said`() throws {
    let token = try only("eyJhIjoifn5+fiJ9.e30=.AA==")
    #expect(token["header"]?.members.first?.value == "~~~~")
    #expect(
      token.notes.map(\.kind).filter { if case .encoding = $0 { true } else { false } }.count == 3)
  }

  @Test func `an encrypted token shows its five parts`() throws {
    var randomness = CountingRandomness()
    let text = try TokenEncryptor(.a128kw, .a128gcm, JWK(secret: Array(repeating: 1, count: 16)))
      .encrypt(Array("hello".utf8), using: &randomness)
    let token = try only(text)
    #expect(token.kind == .encrypted)
    #expect(
      token.parts.map(\.name) == ["header", "encrypted key", "iv", "ciphertext", "tag"])
    #expect(token.notes.isEmpty)
  }

  @Test func `a token inside a token is opened`() throws {
    let outer = try TokenSigner(.hs256, Keys.secret).sign(
      header: ["alg": "HS256", "cty": "JWT"], payload: Array(sample.utf8))
    let token = try only(outer)
    #expect(token.nested.map(\.text) == [sample])
  }

  @Test func `the JSON forms show each signature`() throws {
    let signer = try TokenSigner(.hs256, Keys.secret)
    let one = try signer.sign(protected: ["alg": "HS256"], payload: Array("{}".utf8))
    let two = try signer.sign(
      protected: ["alg": "HS256"], header: ["kid": "b"], payload: Array("{}".utf8))
    let general = SignedMessage(payload: "e30", signatures: [one, two], isFlattened: false)
    let token = try only(general.json.text())
    #expect(token.form == .general)
    #expect(
      token.parts.map(\.name) == [
        "header", "header", "unprotected header", "payload", "signature", "signature",
      ])
    let flat = SignedMessage(payload: "e30", signatures: [one], isFlattened: true)
    #expect(try only(flat.json.text()).form == .flattened)
  }

  @Test func `no input makes the decoder fail`() {
    var state: UInt64 = 42
    for _ in 0..<3000 {
      var bytes = Array(sample.utf8)
      for _ in 0..<4 where !bytes.isEmpty {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let place = Int(state >> 33) % bytes.count
        switch state >> 20 & 3 {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: state >> 40)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8(ascii: "."), at: place)
        default: bytes = Array(bytes.prefix(place + 1))
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      for token in TokenDecoder.tokens(in: text) {
        #expect(token.span.upperBound <= text.utf8.count)
        for part in token.parts { #expect(part.span.upperBound <= text.utf8.count) }
      }
    }
  }
}

struct TimeReadingTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"),
    (-1, "1969-12-31T23:59:59Z"), (4_107_542_399, "2100-02-28T23:59:59Z"),
    (4_107_542_400, "2100-03-01T00:00:00Z"), (-62_167_219_200, "0000-01-01T00:00:00Z"),
    (253_402_300_799, "9999-12-31T23:59:59Z"),
  ])
  func `dates are those of the calendar`(seconds: Int64, expected: String) {
    #expect(CalendarDate(secondsSince1970: seconds).text == expected)
  }

  @Test func `a zone moves the clock and says so`() {
    #expect(
      CalendarDate(secondsSince1970: 0, offset: 330).text == "1970-01-01T05:30:00+05:30")
    #expect(
      CalendarDate(secondsSince1970: 0, offset: -60).text == "1969-12-31T23:00:00-01:00")
  }

  @Test func `units are told apart by size, and durations rounded to two of theirs`() {
    #expect(TimeReading(.integer(1_700_000_000))?.unit == .seconds)
    #expect(TimeReading(.integer(1_700_000_000_123))?.unit == .milliseconds)
    #expect(TimeReading(.integer(1_700_000_000_123_456))?.unit == .microseconds)
    #expect(TimeReading(.integer(1_700_000_000_123_456_789))?.unit == .nanoseconds)
    #expect(TimeReading("1700000000") == nil)
    #expect(TimeReading.duration(0) == "0 s")
    #expect(TimeReading.duration(3900) == "1 h 5 min")
    #expect(TimeReading.duration(90_061) == "1 d 1 h")
    #expect(TimeReading(.integer(100))?.relative(to: 160) == "1 min ago")
  }
}
