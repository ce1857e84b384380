import Testing

@testable import Wire

@Suite struct JSONErrorTests {
  @Test(arguments: [
    ("", #"line 1, column 1 (byte 0): expected a value, found the end of the text"#),
    (
      "{\"a\":1,\n \"é\" 2}",
      #"line 2, column 6 (byte 14): expected ":" after the member name, found "2""#
    ),
    ("[1 2]", #"line 1, column 4 (byte 3): expected "," or "]", found "2""#),
    ("[1,]", #"line 1, column 4 (byte 3): expected a value, found "]""#),
    ("[,", #"line 1, column 2 (byte 1): expected a value or "]", found ",""#),
    (
      "{1:2}",
      #"line 1, column 2 (byte 1): expected a member name in double quotes or "}", found "1""#
    ),
    (
      "{\"a\":1,}",
      #"line 1, column 8 (byte 7): expected a member name in double quotes, found "}""#
    ),
    ("{\"a\":1", #"line 1, column 7 (byte 6): expected "," or "}", found the end of the text"#),
    ("1 x", #"line 1, column 3 (byte 2): expected the end of the text, found "x""#),
    ("-x", #"line 1, column 2 (byte 1): expected a digit, found "x""#),
    ("1.", #"line 1, column 3 (byte 2): expected a digit, found the end of the text"#),
    ("tru ", #"line 1, column 4 (byte 3): expected true, found a space"#),
    ("012", "line 1, column 1 (byte 0): a number does not begin with a zero before other digits"),
    (
      "\"a",
      "line 1, column 3 (byte 2): expected the closing double quote, found the end of the text"
    ),
    (
      "\"\\x\"",
      #"line 1, column 3 (byte 2): expected one of " \ / b f n r t u after the backslash, found "x""#
    ),
    ("\"\\u12g4\"", #"line 1, column 6 (byte 5): expected four hex digits after \u, found "g""#),
    (
      "\"a\nb\"",
      "line 1, column 3 (byte 2): a control character (a line break) must be escaped in a string"
    ),
    (
      "\"\u{0}\"",
      "line 1, column 2 (byte 1): a control character (byte 0x00) must be escaped in a string"
    ),
    ("\u{FEFF}{}", "line 1, column 1 (byte 0): JSON begins without a byte order mark"),
    ("\"\\ud800\"", "line 1, column 2 (byte 1): half of a surrogate pair stands for no character"),
    ("nul\t", "line 1, column 4 (byte 3): expected null, found a tab"),
    ("fals\u{1}", "line 1, column 5 (byte 4): expected false, found byte 0x01"),
  ])
  func `an error says where and what was expected`(text: String, sentence: String) {
    let error = #expect(throws: JSONError.self) { try JSONValue.parse(text) }
    #expect(error?.description == sentence)
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0xAF], [0xC2], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82],
      [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
      [0xF0, 0x9F, 0x94],
    ] as [[UInt8]])
  func `a string that is not UTF-8 is refused at its byte`(sequence: [UInt8]) {
    let error = #expect(throws: JSONError.self) {
      try JSONValue.parse(Array("\"ab".utf8) + sequence + Array("\"".utf8))
    }
    #expect(error?.problem == .invalidUTF8)
    #expect(error?.offset == 3)
  }

  @Test func `cutting a text anywhere is an error and never a crash`() throws {
    let text = Array(#" {"a\u00e9\ud83d\udd11é":[-1.5e+10,true,false,null,"🔑"],"b":{}} "#.utf8)
    let whole = text.lastIndex(of: UInt8(ascii: "}")).map { $0 + 1 } ?? text.count
    for length in 0..<whole {
      #expect(throws: JSONError.self) { try JSONDocument.parse(text[..<length]) }
    }
    _ = try JSONDocument.parse(text)
  }

  @Test func `changing any byte is an error or a value, never a crash`() {
    let text = Array(#"{"a\u00e9\ud83d\udd11é":[-1.5e+10,true,null,"🔑"],"b":{}}"#.utf8)
    for index in text.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = text
        changed[index] = byte
        guard let value = try? JSONValue.parse(changed) else { continue }
        #expect((try? JSONValue.parse(value.text())) == value)
      }
    }
  }
}
