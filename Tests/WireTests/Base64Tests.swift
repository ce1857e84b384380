import Testing

@testable import Wire

@Suite struct Base64Tests {
  private let rfc4648: [(plain: String, padded: String)] = [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ]

  @Test func `the vectors of RFC 4648 encode and decode in both alphabets`() throws {
    for (plain, padded) in rfc4648 {
      let unpadded = String(padded.prefix { $0 != "=" })
      #expect(Base64.standard(plain.utf8) == padded)
      #expect(Base64.url(plain.utf8) == unpadded)
      #expect(try Base64.decodeStandard(padded) == Array(plain.utf8))
      #expect(try Base64.decodeURL(unpadded) == Array(plain.utf8))
    }
  }

  @Test func `every byte value survives both encodings at every alignment`() throws {
    for length in 253...258 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ length) }
      #expect(try Base64.decodeURL(Base64.url(bytes)) == bytes)
      #expect(try Base64.decodeStandard(Base64.standard(bytes)) == bytes)
    }
  }

  @Test func `the two alphabets differ in the last two digits only`() {
    #expect(Base64.url([0xfb, 0xff]) == "-_8")
    #expect(Base64.standard([0xfb, 0xff]) == "+/8=")
  }

  @Test(arguments: [
    ("Zg==", Base64Error(offset: 2, problem: .padding)),
    ("Zg \n= ", Base64Error(offset: 2, problem: .foreignCharacter(32))),
    ("Zg=A", Base64Error(offset: 2, problem: .foreignCharacter(61))),
    ("Zm+v", Base64Error(offset: 2, problem: .foreignCharacter(43))),
    ("Zm9v Yg", Base64Error(offset: 4, problem: .foreignCharacter(32))),
    ("Zmé9", Base64Error(offset: 2, problem: .foreignCharacter(0xc3))),
    ("Zm9vY", Base64Error(offset: 4, problem: .impossibleLength(5))),
    ("Zh", Base64Error(offset: 1, problem: .trailingBits)),
    ("Zm9", Base64Error(offset: 2, problem: .trailingBits)),
  ])
  func `strict base64url refuses at the byte that is wrong`(text: String, error: Base64Error) {
    #expect(throws: error) { try Base64.decodeURL(text) }
  }

  @Test(arguments: [
    ("Zg", Base64Error(offset: 2, problem: .missingPadding)),
    ("Zg=", Base64Error(offset: 3, problem: .missingPadding)),
    ("Zm9v=", Base64Error(offset: 5, problem: .missingPadding)),
    ("Zg===", Base64Error(offset: 2, problem: .foreignCharacter(61))),
    ("Zm9v==", Base64Error(offset: 6, problem: .missingPadding)),
    ("-_8=", Base64Error(offset: 0, problem: .foreignCharacter(45))),
    ("Zh==", Base64Error(offset: 1, problem: .trailingBits)),
  ])
  func `strict standard Base64 refuses at the byte that is wrong`(
    text: String, error: Base64Error
  ) {
    #expect(throws: error) { try Base64.decodeStandard(text) }
  }

  @Test func `the lenient decoder reads pasted text and says what it forgave`() throws {
    #expect(try Base64.decodeLenient("Zm9v").forgiven == [])
    let pasted = try Base64.decodeLenient(" +/\r\n8=\n")
    #expect(pasted.bytes == [0xfb, 0xff])
    #expect(pasted.forgiven == [.whiteSpace, .padding, .standardAlphabet])
    #expect(try Base64.decodeLenient("Zh").forgiven == [.trailingBits])
  }

  @Test func `the lenient decoder still refuses what has no meaning, at the original byte`() {
    #expect(throws: Base64Error(offset: 3, problem: .foreignCharacter(33))) {
      try Base64.decodeLenient("Z m!v")
    }
    #expect(throws: Base64Error(offset: 5, problem: .impossibleLength(5))) {
      try Base64.decodeLenient("Zm 9vY")
    }
    #expect(throws: Base64Error(offset: 2, problem: .foreignCharacter(61))) {
      try Base64.decodeLenient("Zg=A")
    }
  }

  @Test func `an error reads as a sentence with its place`() {
    #expect(
      Base64Error(offset: 2, problem: .padding).description
        == "byte 2: base64url here carries no padding, found \"=\"")
    #expect(
      Base64Error(offset: 1, problem: .foreignCharacter(10)).description
        == "byte 1: 0x0A is not a Base64 digit")
    #expect(
      Base64Error(offset: 1, problem: .foreignCharacter(33)).description
        == "byte 1: \"!\" is not a Base64 digit")
    #expect(
      Base64Error(offset: 4, problem: .impossibleLength(5)).description
        == "byte 4: 5 digits is no possible length; the text is cut off or has one extra")
    #expect(
      Base64Error(offset: 1, problem: .trailingBits).description
        == "byte 1: the last digit carries bits that belong to no byte")
    #expect(
      Base64Error(offset: 3, problem: .missingPadding).description
        == "byte 3: padding must fill the text to a multiple of four")
  }
}

@Suite struct `Another spelling` {
  @Test func `is other text for the same bytes, and only a lenient decoder takes it`() throws {
    for count in [1, 2, 4, 5, 32, 64, 256] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
      let usual = Base64.url(bytes)
      let other = try #require(Base64.respelt(usual))
      #expect(other != usual && other.utf8.count == usual.utf8.count)
      #expect(try Base64.decodeLenient(other).bytes == bytes)
      #expect(throws: Base64Error.self) { try Base64.decodeURL(other) }
    }
  }

  @Test func `does not exist where no bit is left over, or where the text is none`() {
    #expect(Base64.respelt(Base64.url([1, 2, 3])) == nil)
    #expect(Base64.respelt("") == nil)
    #expect(Base64.respelt("a=b") == nil)
  }
}
