internal import CNcurses
import CellUI

/// Turns grids into curses' rows: only those that changed, styled by tables made once per theme.
struct FramePainter {
  private var shown: Grid?
  private var theme: Theme?
  private var row: [authscope_cell] = []

  /// The next frame is painted whole.
  mutating func forget() { shown = nil }

  mutating func paint(_ grid: Grid, theme: Theme, cursor: Point?) {
    if theme != self.theme {
      defineStyles(theme)
      self.theme = theme
      shown = nil
    }
    if shown?.size != grid.size {
      authscope_terminal_erase()
      shown = nil
    }
    for y in 0..<grid.size.height where shown.map({ $0.row(y) != grid.row(y) }) ?? true {
      put(grid.row(y), y: y)
    }
    shown = grid
    authscope_terminal_flush(Int32(clamping: cursor?.x ?? -1), Int32(clamping: cursor?.y ?? -1))
  }

  private mutating func put(_ cells: ArraySlice<Cell>, y: Int) {
    row.removeAll(keepingCapacity: true)
    for cell in cells {
      row.append(
        authscope_cell(
          grapheme: cell.grapheme.packed, style: Self.style(cell.role, cell.emphasis),
          width: cell.width))
    }
    authscope_terminal_put_row(Int32(clamping: y), row, Int32(clamping: row.count))
  }

  private static func style(_ role: StyleRole, _ emphasis: Emphasis) -> UInt16 {
    UInt16(role.rawValue) << 3 | UInt16(emphasis.rawValue & 7)
  }

  /// Few pairs are needed, so that the oldest of curses' ways to make them will do.
  private func defineStyles(_ theme: Theme) {
    let colors = Int(authscope_terminal_colors())
    let table = colors < 8 ? Theme.mono : theme
    var pairs: [[Color]: Int32] = [[.standard, .standard]: 0]
    for role in StyleRole.allCases {
      for bits in UInt8(0)..<8 {
        let emphasis = Emphasis(rawValue: bits)
        let look = table.attributes(role, emphasis).reduced(toColors: colors)
        let key = [look.foreground, look.background]
        let pair = pairs[key] ?? Int32(pairs.count)
        if pairs[key] == nil {
          pairs[key] = pair
          authscope_terminal_define_pair(pair, look.foreground.index, look.background.index)
        }
        authscope_terminal_define_style(
          Int32(Self.style(role, emphasis)), pair, look.cursesAttributes)
      }
    }
  }
}

extension Color {
  /// The palette's index, -1 for the terminal's own colour.
  fileprivate var index: Int32 {
    switch self {
    case .standard: -1
    case .palette(let index): Int32(index)
    }
  }
}

extension Attributes {
  fileprivate var cursesAttributes: Int32 {
    let flags = [
      bold ? AUTHSCOPE_BOLD : 0, dim ? AUTHSCOPE_DIM : 0, underline ? AUTHSCOPE_UNDERLINE : 0,
      reverse ? AUTHSCOPE_REVERSE : 0,
    ]
    return Int32(flags.reduce(0, |))
  }
}
