import Simulation
import Testing
import Wire

@testable import ScenarioFiles

@Suite struct RenderingTests {
  private static let hostile =
    "authscope: 1\nid: \"a\u{202E}b\"\ntitle: ä日本 x: y\n"

  private func diagnostics(_ text: String) -> [Diagnostic] {
    read(Samples.logout.replacing("seed: 7", with: text)).diagnostics
  }

  @Test func `a caret stands under the word, wide letters or not`() {
    #expect(
      DiagnosticText.render(diagnostics("about: ä日本 words\nsead: 7").filter { $0.line < 8 }) == """
        x.yaml:6:1: error: sead is no key here [unknown-key]
          6 | sead: 7
            | ^^^^ did you mean seed?

        """)
    #expect(
      DiagnosticText.render(diagnostics("x-a: { 日本: [ä, 日], b: &x 1 }")) == """
        x.yaml:5:30: error: anchors are not part of the language: &x [anchor]
          5 | x-a: { 日本: [ä, 日], b: &x 1 }
            |                          ^^^^ write the value where it is needed, or put the text in quotes

        """)
  }

  @Test func `what could act on a terminal is shown as its code`() {
    let rendered = DiagnosticText.render(diagnostics("se\u{202E}ed\u{200B}: 7"))
    #expect(
      rendered.hasPrefix(
        """
        x.yaml:5:1: error: seU+202EedU+200B is no key here [unknown-key]
          5 | seU+202EedU+200B: 7
            | ^^^^^^^^^^^^^^^^
        """))
  }

  @Test func `a line of a thousand words is shown around its mistake`() {
    let long = String(repeating: "word ", count: 200)
    let text = "x-a: { a: \(long), b: *c, d: \(long) }"
    let lines = DiagnosticText.render(diagnostics(text)).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.count < 170 })
    #expect(lines[1].hasPrefix("  5 | ...word word word"))
    #expect(lines[1].hasSuffix("..."))
  }

  @Test func `programs get an array of objects`() {
    #expect(
      DiagnosticJSON.value(diagnostics("sead: 7")).text()
        == #"[{"file":"x.yaml","line":5,"column":1,"endColumn":5,"severity":"error","#
        + #""code":"unknown-key","message":"sead is no key here","hint":"did you mean seed?"}]"#)
  }

  @Test func `GitHub gets annotations, with their own escapes`() {
    let reading = ScenarioReader(vocabulary: .sample).read(
      Array("authscope: 2\n".utf8), file: "a,b:c%.yaml")
    #expect(
      GitHubAnnotations.render(reading.diagnostics)
        == "::error file=a%2Cb%3Ac%25.yaml,line=1,col=12,endColumn=13,title=newer-format::"
        + "the file is written in format 2, this program reads format 1;"
        + " get authscope 2.0 or later; each release reads the format of its number\n")
    #expect(reading.newerFormat == 2)
  }

  @Test func `a changed step without a text that is true is a warning at its place`() throws {
    let scenario = try #require(read(Samples.logout).scenario)
    let bytes = Array(Samples.logout.utf8)
    let told = Unexplained.diagnostics(
      [
        Unexplained(variant: "unshared-stores", step: "replay"),
        Unexplained(variant: nil, step: "login"),
      ],
      in: scenario, bytes: bytes, file: "x.yaml")
    #expect(
      told.map { describe($0) } == [
        "15:5 unexplained: no text of login is true in the scenario as it stands;"
          + " add one to explain, with a when that holds there",
        "33:5 unexplained: no text of replay is true in the variant unshared-stores;"
          + " add one to explain, with a when that holds there",
      ])
  }

  @Test(arguments: [
    ("statsu", "status"), ("lapptop", "laptop"), ("ap", "app"), ("Post", "POST"),
    ("tsatus", "status"),
  ])
  func `the nearest word is meant`(typed: String, meant: String) {
    #expect(Nearest.word(to: typed, among: ["app", "laptop", "POST", "status"]) == meant)
  }

  @Test(arguments: ["x", "~", "xyz", "completely-different", ""])
  func `a word that is near to none means none`(typed: String) {
    #expect(Nearest.word(to: typed, among: ["app", "laptop", "POST", "status"]) == nil)
  }
}
