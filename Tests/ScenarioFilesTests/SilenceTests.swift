import Testing

@testable import ScenarioFiles

@Suite struct `A file of silences` {
  private func read(_ text: String) -> SilenceReading {
    SilenceReader(rules: ["cookie-scope", "jwt-exp"]).read(Array(text.utf8), file: "s.yaml")
  }

  @Test func `gives rules, reasons and lines`() {
    let reading = read(
      """
      authscope: 1
      silence:
        - rule: cookie-scope
          reason: ours
        - { rule: jwt-exp, reason: "none is made" }
      """)
    #expect(reading.diagnostics.isEmpty)
    #expect(
      reading.silences == [
        Silence(rule: "cookie-scope", reason: "ours", line: 3),
        Silence(rule: "jwt-exp", reason: "none is made", line: 5),
      ])
  }

  @Test(arguments: [
    (
      "authscope: 1\nsilence:\n  - rule: cookie-scop\n    reason: x\n",
      "no rule is called cookie-scop", "did you mean cookie-scope?"
    ),
    (
      "authscope: 1\nsilence:\n  - rule: zebra\n    reason: x\n",
      "no rule is called zebra", "`authscope audit --rules` lists them all"
    ),
    (
      "authscope: 1\nsilence:\n  - rule: jwt-exp\n", "reason is missing",
      "reason: why what it finds is all right here"
    ),
    (
      "authscope: 1\nsilence:\n  - rule: jwt-exp\n    reason:\n", "expected text, found nothing",
      nil
    ),
    ("authscope: 1\nsilences: []\n", "silences is no key here", "did you mean silence?"),
  ])
  func `says what is wrong`(text: String, message: String, hint: String?) {
    let reading = read(text)
    #expect(reading.silences.isEmpty)
    #expect(
      reading.diagnostics.contains { $0.message == message && $0.hint == hint },
      "\(reading.diagnostics.map { ($0.message, $0.hint) })")
  }

  @Test func `takes a rule once, and a newer format not at all`() {
    let twice =
      "authscope: 1\nsilence:\n  - { rule: jwt-exp, reason: a }\n"
      + "  - { rule: jwt-exp, reason: b }\n"
    #expect(read(twice).hasErrors)
    #expect(read("authscope: 2\nsilence: []\n").newerFormat == 2)
  }

  @Test func `is told from scenarios and courses`() {
    #expect(FileKind(of: Array("authscope: 1\nsilence: []\n".utf8)) == .silences)
    #expect(FileKind(of: Array("authscope: 1\ngroups: []\n".utf8)) == .course)
    #expect(FileKind(of: Array("authscope: 1\nsteps: []\nsilence: []\n".utf8)) == .scenario)
  }
}
