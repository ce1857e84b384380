import Testing

@testable import ScenarioFiles

@Suite struct LimitTests {
  private func diagnose(bytes: [UInt8]) -> [String] {
    ScenarioReader(vocabulary: .sample).read(bytes, file: "x.yaml").diagnostics
      .map { describe($0) }
  }

  @Test func `a file of 50 MB is refused unread`() {
    let told = diagnose(bytes: [UInt8](repeating: 91, count: 50_000_000))
    #expect(
      told == [
        "1:1 too-large: the file has 50000000 bytes, a scenario file has 1048576 (1 MiB) at most;"
          + " is it a scenario?"
      ])
  }

  @Test func `a million brackets cost neither a stack nor time`() {
    let told = diagnose(bytes: [UInt8](repeating: 91, count: 1_000_000))
    #expect(
      told == [
        "1:33 too-deep: more than 32 lists and mappings inside one another; is it a scenario?"
      ])
  }

  @Test func `more values than a scenario can have are refused`() {
    let list = "[" + String(repeating: "1,", count: 60_000) + "1]"
    #expect(
      diagnose(bytes: Array(list.utf8)) == [
        "1:100002 too-many-values: more than 50000 values and keys in one file; is it a scenario?"
      ])
  }

  @Test func `an alias bomb is told, never expanded`() {
    var text = "authscope: 1\na0: &a0 [x]\n"
    for level in 1...30 {
      let before = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
      text += "a\(level): &a\(level) [\(before)]\n"
    }
    let told = diagnose(bytes: Array(text.utf8))
    #expect(
      told.first == "2:5 anchor: anchors are not part of the language: &a0;"
        + " write the value where it is needed, or put the text in quotes")
    #expect(told.last == "1:1 too-many-problems: 136 more problems are not shown")
    #expect(told.count == Report.limit + 1)
  }

  @Test func `more steps than a scenario can have are told, with the remedy`() {
    let step = String(repeating: "{ wait: 1s },", count: 10_000)
    let told = diagnose(bytes: Array("authscope: 1\nsteps: [\(step)]\n".utf8))
    #expect(
      told == ["2:8 too-many: 10000 steps, a scenario has 1000 at most; repeat: plays steps again"])
  }

  @Test func `thousands of mistakes are counted, not listed`() {
    let keys = (1...24_000).map { "tilte\($0): 1\n" }.joined()
    let told = diagnose(bytes: Array(("authscope: 1\n" + keys.prefix(600_000)).utf8))
    #expect(told.count == Report.limit + 1)
    #expect(told.last?.hasSuffix("more problems are not shown") == true)
  }

  @Test func `no change of a file's bytes breaks the reader`() {
    var state: UInt64 = 42
    func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let pieces = Array("{}[]:#-|>&*!%@`'\"\\$\n\t ,?~\r\u{0}\u{85}é0".utf8)
    for sample in [Samples.logout, Samples.linkCSRF] {
      for _ in 0..<400 {
        var bytes = Array(sample.utf8)
        for _ in 0...below(4) {
          let at = below(bytes.count)
          switch below(4) {
          case 0: bytes.remove(at: at)
          case 1: bytes.insert(pieces[below(pieces.count)], at: at)
          case 2: bytes[at] = UInt8(below(256))
          default: bytes.removeSubrange(at..<min(bytes.count, at + below(40)))
          }
        }
        let reader = ScenarioReader(vocabulary: .sample) { _ in Array(Samples.idp.utf8) }
        let reading = reader.read(bytes, file: "x.yaml")
        #expect((reading.scenario == nil) == reading.diagnostics.contains { $0.severity == .error })
        _ = DiagnosticText.render(reading.diagnostics)
        _ = HeaderReader.read(bytes)
        switch Formatter.format(bytes, file: "x.yaml") {
        case .success(let once):
          #expect((try? Formatter.format(once, file: "x.yaml").get()) == once)
        case .failure(let refusal):
          let text = String(decoding: bytes, as: UTF8.self)
          #expect(!refusal.diagnostics.map(\.code).contains("format-refused"), "\(text)")
        }
      }
    }
  }

  @Test func `bytes that are no UTF-8 are refused at their place`() {
    #expect(
      diagnose(bytes: Array("authscope: 1\nid: ".utf8) + [0xC3, 0x28]) == [
        "2:5 not-utf8: the byte 0xC3 is no UTF-8 here; save the file as UTF-8"
      ])
  }

  @Test func `a NUL is refused`() {
    #expect(
      diagnose(bytes: Array("authscope: 1\nid: a\0b".utf8)) == [
        "2:6 control-character: a control character, U+0000, is not allowed in a file;"
          + #" remove it, or write it as an escape in double quotes: "\u001b""#
      ])
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n"])
  func `an empty file says where to start`(text: String) {
    #expect(
      diagnose(bytes: Array(text.utf8)) == [
        "1:1 empty-file: the file is empty; authscope new writes a scenario to start from"
      ])
  }

  @Test func `a byte order mark and carriage returns change nothing`() {
    let text = Samples.logout.replacing("\n", with: "\r\n")
    #expect(diagnose(bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8)) == [])
  }
}
