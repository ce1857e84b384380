import CellUI
import Testing

@testable import Explorer

/// The seven screens as a terminal shows them: with sixteen colours, and with none.
@Suite struct LookTests {
  enum Look: String, CaseIterable {
    case mono, sixteen

    func attributes(_ cell: Cell) -> Attributes {
      switch self {
      case .mono: Theme.mono.attributes(cell.role, cell.emphasis)
      case .sixteen: Theme.dark.attributes(cell.role, cell.emphasis).reduced(toColors: 16)
      }
    }
  }

  private static let screens = ["library", "run", "bench", "guide", "compare", "matrix", "help"]

  private static func stage(_ screen: String) throws -> Stage {
    var stage = try Stage(Size(width: 80, height: 24))
    switch screen {
    case "run":
      stage.loop.open("jwt/alg-none", message: 6)
      stage.press("l", "l", "4")
    case "bench":
      stage.press(":")
      stage.type("sample-token")
      stage.press("Enter")
    case "guide": stage.press("d")
    case "compare":
      stage.loop.open("session/logout-revocation", message: 6)
      stage.press("5", "Space", "=")
    case "matrix": stage.press("M", "Enter")
    case "help": stage.press("?")
    default: break
    }
    return stage
  }

  @Test(arguments: Look.allCases, screens)
  func `look as they did`(look: Look, screen: String) throws {
    let grid = try Self.stage(screen).frame.grid
    try Snapshot.expect(Self.text(grid, look), "look-\(screen)-\(look.rawValue)")
  }

  @Test(arguments: screens) func `have no colour where there is none`(screen: String) throws {
    let grid = try Self.stage(screen).frame.grid
    for cell in grid.cells {
      let look = Look.mono.attributes(cell)
      #expect(look.foreground == .standard && look.background == .standard)
    }
  }

  /// Each row's stretches of one look: the columns and what they are, blanks of no look left out.
  private static func text(_ grid: Grid, _ look: Look) -> String {
    var out: [String] = []
    for y in 0..<grid.size.height {
      var parts: [String] = []
      var start = 0
      let cells = Array(grid.row(y))
      for x in 1...cells.count
      where x == cells.count || look.attributes(cells[x]) != look.attributes(cells[start]) {
        let words = words(look.attributes(cells[start]))
        if !words.isEmpty { parts.append("\(start)-\(x - 1) \(words)") }
        start = x
      }
      out.append("\(y): \(parts.joined(separator: ", "))")
    }
    return out.joined(separator: "\n") + "\n"
  }

  private static func words(_ look: Attributes) -> String {
    var words: [String] = []
    if case .palette(let index) = look.foreground { words.append("fg\(index)") }
    if case .palette(let index) = look.background { words.append("bg\(index)") }
    if look.bold { words.append("bold") }
    if look.dim { words.append("dim") }
    if look.underline { words.append("underline") }
    if look.reverse { words.append("reverse") }
    return words.joined(separator: " ")
  }
}
