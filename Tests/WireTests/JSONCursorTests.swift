import Testing
import Wire

@Suite struct `A walk through JSON` {
  private func walk<Value>(
    _ text: String, _ visit: (inout JSONCursor) throws(JSONError) -> Value
  ) throws(JSONError) -> Value {
    try walk(Array(text.utf8), visit)
  }

  private func walk<Value>(
    _ bytes: [UInt8], _ visit: (inout JSONCursor) throws(JSONError) -> Value
  ) throws(JSONError) -> Value {
    try bytes.withUnsafeBufferPointer { bytes throws(JSONError) in
      var cursor = JSONCursor(bytes)
      return try visit(&cursor)
    }
  }

  @Test func `visits members and elements, and passes over what is of another kind`() throws {
    let text = #" { "a" : [1, 2.9, "x", null] , "b" : "y" , "c" : {} , "d" : true } "#
    var seen: [String] = []
    try walk(text) { cursor throws(JSONError) in
      try cursor.members { name, cursor throws(JSONError) in
        switch name {
        case "a":
          try cursor.elementsIfAny { cursor throws(JSONError) in
            seen.append("\(try cursor.integerIfAny() ?? -1)")
          }
        case "b": seen.append(try cursor.string())
        case "c":
          try cursor.elementsIfAny { _ throws(JSONError) in seen.append("no array") }
        default: seen.append("\(try cursor.flagIfAny() ?? false)")
        }
      }
    }
    #expect(seen == ["1", "2", "-1", "-1", "y", "true"])
  }

  @Test(arguments: [
    #""""#, #""plain text of more than eight bytes""#, #""a\"b\\c\/\b\f\n\r\t""#,
    #""\u00e9\ud83d\ude00""#,
    "\"\u{e9}\u{20ac}\u{1F600}\"", #""\\""#, #""ends in a backslash \\""#,
  ])
  func `reads a string as the parser does, at once and later`(text: String) throws {
    let value = try #require(try JSONValue.parse(text).string)
    #expect(try walk(text) { cursor throws(JSONError) in try cursor.string() } == value)
    let later = try walk(text) { cursor throws(JSONError) in
      try cursor.string(at: try cursor.skip())
    }
    #expect(later == value)
  }

  @Test(arguments: [
    "[]", "{}", "[[],{},[1,-2.5e3,true,false,null,\"]\"]]", #"{"a":{"b":[{"c":"}\""}]}}"#, "0",
    "\"\\\"\"",
  ])
  func `passes over exactly one value`(text: String) throws {
    let end = try walk(text + " ,") { cursor throws(JSONError) in
      _ = try cursor.skip()
      return cursor.offset
    }
    #expect(end == text.utf8.count)
  }

  @Test func `forgives bytes that are no UTF-8, control characters and halves of pairs`() throws {
    let bytes: [UInt8] = [34, 97, 0xFF, 9, 10, 34]
    #expect(try walk(bytes) { cursor throws(JSONError) in try cursor.string() } == "a\u{FFFD}\t\n")
    let half = try walk(#""\ud800x""#) { cursor throws(JSONError) in try cursor.string() }
    #expect(half == "\u{FFFD}x")
  }

  @Test(arguments: [
    ("[1 2]", 3), ("{\"a\" 1}", 5), ("{a:1}", 1), ("[1,]", 3), ("\"abc", 4), ("\"abc\\", 5),
    ("[", 1),
    ("{\"a\":tru}", 8), ("", 0), ("nul", 3), ("01", 0), ("\"\\x\"", 2),
  ])
  func `says the byte where the grammar breaks`(text: String, offset: Int) throws {
    #expect {
      try walk(text) { cursor throws(JSONError) in
        // A string is looked at only when it is read.
        if cursor.kind() == .string { _ = try cursor.string() } else { try cursor.skip() }
      }
    } throws: { ($0 as? JSONError)?.offset == offset }
  }

  @Test func `goes two hundred levels deep and no deeper`() throws {
    let deep = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
    #expect(try walk(deep) { cursor throws(JSONError) in try cursor.skip() } == 0..<400)
    #expect {
      try walk("[" + deep + "]") { cursor throws(JSONError) in try cursor.skip() }
    } throws: { "\($0)".contains("nested deeper than 200 levels") }
  }
}
