import CellUI
import Trace

/// What a click can be on.
enum ClickTarget: Hashable, Sendable {
  /// A tab, or whatever else does what a key does.
  case command(Command)
  /// A row of the list in sight: the library's, the guide's, one that lies over the screen.
  case row(Int)
  /// The lesson to continue with.
  case lesson(String)
  /// A message, in the sequence or in the scrubber.
  case moment(Int, branch: Int)
  case pane(Pane)
  /// Something in a pane that the cursor can stand on, by its index.
  case thing(Pane, Int)
  case defence(Int)
  /// A row of the question's box.
  case answer(Int)
  case cell(attack: Int, column: Int)
  case compared(Int, CompareSide)
  /// Beside what lies over the screen.
  case outside
}

/// A click that may be the first of two.
struct Click: Hashable, Sendable {
  let target: ClickTarget
  let second: Int
}

extension Canvas {
  /// Says of a list's rows in sight that a click selects them.
  mutating func placeRows(_ scroll: Scroll, in rect: Rect) {
    for (line, index) in scroll.visible.enumerated() {
      place(rect.row(line), ClickTarget.row(index))
    }
  }
}
