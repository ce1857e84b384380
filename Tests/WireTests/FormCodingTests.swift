import Testing

@testable import Wire

@Suite struct FormCodingTests {
  @Test(arguments: [
    ("", []), ("a=1&b=2", [Pair("a", "1"), Pair("b", "2")]), ("a", [Pair("a", "")]),
    ("=x", [Pair("", "x")]),
    ("&&a=&", [Pair("a", "")]), ("a=b=c", [Pair("a", "b=c")]), ("a+b=c%2Bd", [Pair("a b", "c+d")]),
    ("x=%E2%82%AC", [Pair("x", "€")]), ("x=%e2%82%ac", [Pair("x", "€")]),
    ("x=%zz%4&y=%", [Pair("x", "%zz%4"), Pair("y", "%")]),
    ("a=1&a=2", [Pair("a", "1"), Pair("a", "2")]), ("x=%ff", [Pair("x", "\u{FFFD}")]),
  ])
  func `a form is read as browsers write it`(text: String, pairs: [Pair]) {
    #expect(FormCoding.parse(text) == pairs)
  }

  @Test func `what is encoded is read back`() {
    let all = String(String.UnicodeScalarView((0..<0x300).compactMap { Unicode.Scalar($0) }))
    let pairs = [Pair("a&b=c", all), Pair("", "x"), Pair("emoji 🔑", "")]
    #expect(FormCoding.parse(FormCoding.encode(pairs)) == pairs)
    #expect(FormCoding.encode([Pair("a b", "c+d~-._")]) == "a%20b=c%2Bd~-._")
  }

  @Test func `percent-decoding leaves a plus sign and a broken escape alone`() {
    #expect(Percent.decode("a+b%20c%".utf8) == "a+b c%")
    #expect(Percent.encode("a/b ü") == "a%2Fb%20%C3%BC")
  }
}
