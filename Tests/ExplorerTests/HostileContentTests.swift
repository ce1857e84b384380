import CellUI
import Simulation
import Testing
import Trace
import Wire

@testable import Explorer

/// What tokens, texts and headers bring along is shown, and never acted on: no byte that a terminal
/// takes for a command, and no sign that turns the direction of reading, reaches the cells.
@Suite struct HostileContentTests {
  /// Escape sequences, C0 and C1 controls, line and paragraph ends, bidi and invisible signs.
  private static let signs: [String] = [
    "\u{1B}]0;owned\u{7}", "\u{1B}[2J", "\u{1B}P+q\u{1B}\\", "\u{9B}31m", "\u{9D}0;x\u{9C}",
    "\u{0}",
    "\u{8}\u{8}\u{8}", "\r\n", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}", "\u{202E}evil\u{202C}",
    "\u{2066}a\u{2069}", "\u{200E}\u{200F}", "\u{61C}", "\u{FEFF}", "\u{E0041}", "\u{200B}",
  ]

  private struct Random {
    var state: UInt64

    mutating func below(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }

    mutating func text() -> String {
      (0..<(1 + below(6))).map { _ in
        below(2) == 0 ? signs[below(signs.count)] : "w\(below(1000))"
      }.joined()
    }
  }

  private func check(_ grid: Grid, _ what: @autoclosure () -> String) {
    let bad = grid.cells.flatMap(\.grapheme.scalars).first { Self.isHostile($0) }
    #expect(bad == nil, "\(what()): U+\(String(bad?.value ?? 0, radix: 16))")
  }

  private static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069,
      0xFEFF, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  private static func token(_ random: inout Random) -> String {
    func part(_ value: String) -> String {
      let object = JSONObject([
        JSONMember("alg", .string(random.text())),
        JSONMember(random.text(), .string(random.text())),
        JSONMember("sub", .string(value)), JSONMember("exp", .integer(random.below(1 << 31))),
      ])
      return Base64.url(Array(JSONValue.object(object).text().utf8))
    }
    return "\(part(random.text())).\(part(random.text())).\(Base64.url(Array(random.text().utf8)))"
  }

  @Test func `ten thousand hostile tokens on the bench`() throws {
    var random = Random(state: 20_261)
    var stage = try Stage(Size(width: 80, height: 24))
    for number in 0..<10_000 {
      stage.paste(Self.token(&random))
      // The model of every token is made; every fiftieth is drawn at three sizes, opened and copied.
      guard number % 50 == 0 else { continue }
      for size in [
        Size(width: 40, height: 10), Size(width: 80, height: 24), Size(width: 200, height: 60),
      ] {
        check(render(stage.loop.state, size).grid, "token \(number) at \(size)")
      }
      stage.press("3", "j", "Enter")
      check(stage.frame.grid, "token \(number), opened")
      stage.press("Esc", "Esc")
    }
    #expect(stage.bench != nil)
  }

  /// The lesson with hostile titles, words, explanations, names and values.
  private static func hostile(_ random: inout Random) -> String {
    func quoted(_ text: String) -> String {
      var out = "\""
      for scalar in text.unicodeScalars {
        out +=
          scalar.value < 0x20 || scalar.value > 0x7E || scalar == "\"" || scalar == "\\"
          ? "\\U" + String(repeating: "0", count: 8 - String(scalar.value, radix: 16).count)
            + String(scalar.value, radix: 16) : String(scalar)
      }
      return out + "\""
    }
    var text = Lessons.logout
    for (plain, key) in [
      ("title: Logging out must end the session on the server", "title"),
      ("ask: Mallory copied the cookie before logout. What does she get?", "ask"),
      ("explain: Whoever holds the id is Alice for the server.", "explain"),
      ("explain: Logout has to delete the row, not only the cookie.", "explain"),
    ] {
      text = text.replacing(plain, with: "\(key): \(quoted("x" + random.text()))")
    }
    text = text.replacing(
      "    request: mallory GET https://app.test/me\n",
      with:
        "    request: mallory GET https://app.test/me\n    headers: { X-Note: \(quoted("n" + random.text())) }\n"
    )
    return text
  }

  @Test func `hostile lessons over all seven screens`() throws {
    var random = Random(state: 7)
    var read = 0
    for number in 0..<12 {
      let text = Self.hostile(&random)
      guard (try? Stage.scenario(text)) != nil else { continue }
      read += 1
      var entry = LibraryEntry(id: "session/logout-revocation", title: random.text())
      entry.preview = [random.text(), random.text()]
      entry.words = [random.text(), "cookie"]
      entry.hasAttack = true
      let course = CourseModel(core: [LibraryGroup(title: random.text(), entries: [entry])])
      for size in [
        Size(width: 40, height: 10), Size(width: 100, height: 30), Size(width: 200, height: 60),
      ] {
        var stage = try Stage(
          size, course: course, lessons: ["session/logout-revocation": text])
        func look(_ keys: String...) {
          for key in keys { stage.press(key) }
          check(stage.frame.grid, "lesson \(number) at \(size) after \(keys)")
        }
        // Library, help, guide, matrix, run with its panes and boxes, compare, bench.
        look("?"); look("q", "d", "5"); look("q", "M"); look("q", "W"); look("Esc")
        stage.loop.open("session/logout-revocation")
        for _ in 0..<9 { look("l") }
        look("h", "2", "v"); look("v", "3", "v"); look("4"); look("5", "Space"); look("=")
        look("q", "b"); look("Esc", "w"); look("Esc", "1", "e"); look("Esc", "E"); look("Esc", "m")
        look("Esc", "i"); look("i"); look("i"); look("G", "l"); look(":")
        stage.type(random.text().filter { KeyPress(name: String($0)) != nil })
        look("Esc", "/")
        stage.paste(random.text())
        look("Esc")
        stage.paste(Self.token(&random))
        look("3"); look("W")
      }
    }
    #expect(read > 0)
  }
}
