import Testing

@testable import Wire

@Suite struct JSONValueTests {
  @Test func `members keep their order and their duplicates`() throws {
    let text = #"{"b":1,"a":[true,null],"b":"x","":{}}"#
    let value = try JSONValue.parse(text)
    #expect(value.text() == text)
    #expect(value["b"] == 1)
    #expect(value.object?.duplicates == ["b"])
    #expect(value.object?.names == ["b", "a", "b", ""])
  }

  @Test func `duplicates are found in large objects too, each once, in order`() {
    var object = JSONObject((0..<40).map { JSONMember("n\($0)", 0) })
    #expect(object.duplicates == [])
    object.members += [JSONMember("n7", 1), JSONMember("n3", 1), JSONMember("n7", 2)]
    #expect(object.duplicates == ["n7", "n3"])
  }

  @Test func `names are equal only byte for byte`() throws {
    let value = try JSONValue.parse(#"{"\u212a":1,"e\u0301":2,"é":3}"#)
    #expect(value["K"] == nil)
    #expect(value["\u{E9}"] == 3)
    #expect(value.object?.duplicates == [])
    #expect(JSONValue.string("K") != .string("\u{212A}"))
    #expect(JSONValue.string("K") == .string("K"))
  }

  @Test func `numbers keep their digits`() throws {
    let text = "[1.10,-0,1E400,123456789012345678901234567890,1e3,2.5,9007199254740993.0]"
    let numbers = try #require(try JSONValue.parse(text).array)
    #expect(JSONValue.array(numbers).text() == text)
    #expect(numbers.map(\.integer) == [nil, 0, nil, nil, 1000, nil, 9_007_199_254_740_993])
    #expect(numbers[2].number?.double == .infinity)
    #expect(numbers[0].number?.double == 1.1)
    #expect(JSONValue.integer(Int64.min).integer == Int64.min)
  }

  @Test(arguments: [
    ("9007199254740993.0", 9_007_199_254_740_993), ("2.0000000000000000001", nil), ("-1.50E1", -15),
    ("0.000e999999999999999999999", 0), ("1e999999999999999999999", nil), ("120e-1", 12),
    ("9223372036854775807", Int64.max), ("9223372036854775808", nil), ("1e19", nil), ("0e1", 0),
    ("922337203685477580.7e1", Int64.max), ("-9223372036854775808.0", Int64.min), ("1e-1", nil),
    ("1e9223372036854775807", nil), ("1.5e-9223372036854775808", nil),
  ])
  func `a whole number is recognised exactly in any notation`(text: String, whole: Int64?) throws {
    #expect(try JSONValue.parse(text).integer == whole)
  }

  @Test func `literals build values in order`() {
    let claims: JSONValue = [
      "iss": "https://id.test", "iat": 1000, "ok": true, "aud": ["a", "b"], "x": .null,
      "sub": "user-\(7)",
    ]
    #expect(
      claims.text()
        == #"{"iss":"https://id.test","iat":1000,"ok":true,"aud":["a","b"],"x":null,"sub":"user-7"}"#
    )
  }

  @Test func `a value of another kind reads as nil`() {
    let value: JSONValue = "text"
    #expect(value.string == "text")
    #expect(value.integer == nil && value.array == nil && value.object == nil)
    #expect(value.bool == nil && value.number == nil && !value.isNull && value["x"] == nil)
    #expect(value.kind == "a string" && JSONValue.null.kind == "null")
  }

  @Test func `setting a member replaces the first, appends a new one, or removes all`() {
    var object: JSONObject = ["a": 1, "b": 2, "a": 3]
    object["a"] = 9
    #expect(object.text() == #"{"a":9,"b":2,"a":3}"#)
    object["a"] = nil
    object["c"] = "new"
    #expect(object.text() == #"{"b":2,"c":"new"}"#)
  }

  @Test func `writing escapes what RFC 8259 demands and nothing else`() throws {
    let text = "\" \\ / \u{8}\u{C}\n\r\t\u{1}\u{1F}\u{7F} é \u{2028} 🔑"
    let written = JSONValue.string(text).text()
    #expect(
      written == #""\" \\ / \b\f\n\r\t\u0001\u001f"# + "\u{7F} é \u{2028} 🔑\"")
    #expect(try JSONValue.parse(written).string == text)
  }

  @Test func `pretty text puts one member on each line`() {
    let value: JSONValue = ["a": [1, ["b": .null]], "e": [], "o": [:]]
    #expect(
      value.prettyText() == """
        {
          "a": [
            1,
            {
              "b": null
            }
          ],
          "e": [],
          "o": {}
        }
        """)
  }

  @Test func `escapes become the characters they stand for`() throws {
    let value = try JSONValue.parse(#""\"\\\/\b\f\n\r\t\u0041\u00e9\ud83d\udd11""#)
    #expect(value.string == "\"\\/\u{8}\u{C}\n\r\tAé🔑")
  }

  @Test func `half a surrogate pair is refused, or replaced and reported`() throws {
    for text in [#""\ud83d""#, #""\udd11""#, #""\ud83dx""#, #""\ud83d\n""#, #""\ud83d\u0041""#] {
      let error = #expect(throws: JSONError.self) { try JSONValue.parse(text) }
      #expect(error?.problem == .loneSurrogate)
      #expect(error?.offset == 1)
    }
    let document = try JSONDocument.parse(#"["\ud83d\u0041"]"#)
    #expect(document.root.elements?.first?.value == "\u{FFFD}A")
    #expect(document.loneSurrogates == [2..<8])
  }

  @Test func `nesting has a limit`() throws {
    let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    _ = try JSONValue.parse(deep)
    let error = #expect(throws: JSONError.self) { try JSONValue.parse("[" + deep + "]") }
    #expect(error?.problem == .tooDeep(limit: 64))
    #expect(error?.offset == 64)
    let deepest = JSONLimits(depth: 1000)
    let text = String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000)
    _ = try JSONValue.parse(text, limits: deepest)
  }

  @Test func `length has a limit`() {
    let error = #expect(throws: JSONError.self) {
      try JSONValue.parse("[1,2,3]", limits: JSONLimits(bytes: 6))
    }
    #expect(error?.description == "line 1, column 7 (byte 6): longer than 6 bytes")
  }
}
