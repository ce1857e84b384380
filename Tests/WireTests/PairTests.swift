import Testing

@testable import Wire

@Suite struct PairTests {
  @Test func `pairs are found by their exact bytes`() {
    let pairs = [
      Pair("code", "1"), Pair("Code", "2"), Pair("code", "3"), Pair("\u{212A}", "kelvin"),
    ]
    #expect(pairs["code"] == "1")
    #expect(pairs.all("code") == ["1", "3"])
    #expect(pairs["K"] == nil)
    #expect(pairs["state"] == nil)
  }

  @Test func `setting replaces the first, appends, or removes all`() {
    var pairs = [Pair("a", "1"), Pair("b", "2"), Pair("a", "3")]
    pairs.set("a", "9")
    pairs.set("c", "4")
    #expect(pairs == [Pair("a", "9"), Pair("b", "2"), Pair("a", "3"), Pair("c", "4")])
    pairs.set("a", nil)
    #expect(pairs == [Pair("b", "2"), Pair("c", "4")])
  }

  @Test func `ASCII folding leaves other letters alone`() {
    #expect(ASCII.equalFolded("Set-COOKIE", "set-cookie"))
    #expect(!ASCII.equalFolded("K", "\u{212A}"))
    #expect(!ASCII.equalFolded("Ä", "ä"))
    #expect(!ASCII.equalFolded("@", "`") && !ASCII.equalFolded("[", "{"))
    #expect(
      ASCII.hasPrefixFolded("__host-sid", "__Host-") && !ASCII.hasPrefixFolded("__host", "__Host-"))
    #expect(ASCII.lowercased("ÄBC") == "Äbc")
    #expect(ASCII.trimmed(" \t a b\t ") == "a b" && ASCII.trimmed(" \t") == "")
  }

  @Test func `bytes decide, not what looks the same`() {
    #expect("é" == "e\u{301}" && !"é".hasSameBytes(as: "e\u{301}"))
    #expect("abc".hasSameBytes(as: "xabc".dropFirst()))
    #expect(!"abc".hasSameBytes(as: "ab"))
  }
}
