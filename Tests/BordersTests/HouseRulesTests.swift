import Testing

@Suite struct `The rules of the house` {
  @Test(arguments: Rule.all)
  func `no source file breaks the rule`(rule: Rule) {
    #expect(rule.breaches(in: Checkout.sources) == [])
  }

  @Test(arguments: Rule.all)
  func `a line that breaks the rule is found, a line near it is not`(rule: Rule) {
    let broken = SourceFile(
      path: "Sources/Wire/A.swift", text: "// \(rule.broken)\n\(rule.broken)\n")
    #expect(rule.breaches(in: [broken]) == ["Sources/Wire/A.swift:2: \(rule.name)"])
    let kept = SourceFile(path: "Sources/Wire/A.swift", text: "\(rule.kept) // \(rule.broken)\n")
    #expect(rule.breaches(in: [kept]) == [])
  }

  @Test func `no file of the sources is longer than 400 lines`() {
    let long = (Checkout.sources + Checkout.nativeSources).filter { $0.lineCount > 400 }
    #expect(long.map { "\($0.path): \($0.lineCount)" } == [])
  }

  @Test func `only the executable makes a generator of the system's randomness`() {
    let makers = Checkout.sources.filter { $0.code.contains("SystemRandomness()") }
    #expect(Set(makers.map(\.target)).subtracting(["authscope"]).isEmpty)
  }

  @Test func `the C headers that others import show no library that they wrap`() {
    let include = Pattern(#"^\s*#\s*include\s*<(curses|ncurses|curl)[/.].*"#)
    let showing = Checkout.nativeSources.filter {
      $0.path.contains("/include/") && !include.matches(in: $0.text).isEmpty
    }
    #expect(showing.map(\.path) == [])
  }
}
