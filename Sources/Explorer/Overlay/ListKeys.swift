import CellUI

/// The keys of a list that lies over a screen.
enum ListKey: Hashable {
  case close, choose
  case move(Int)
  /// A key that the list does not know.
  case other(KeyPress)

  init(_ press: KeyPress) {
    switch press.key {
    case .esc, .ctrl("c"), .char("q"): self = .close
    case .enter, .char("l"): self = .choose
    case .down, .char("j"), .tab: self = .move(1)
    case .up, .char("k"), .backtab: self = .move(-1)
    case .pageDown, .ctrl("f"): self = .move(10)
    case .pageUp, .ctrl("b"): self = .move(-10)
    case .home, .char("g"): self = .move(-100_000)
    case .end, .char("G"): self = .move(100_000)
    case .char, .ctrl, .backspace, .delete, .insert, .left, .right, .function:
      self = .other(press)
    }
  }
}

extension Int {
  /// The row that lies so many rows further, in a list of so many.
  func moved(by rows: Int, in count: Int) -> Int { Swift.max(0, Swift.min(count - 1, self + rows)) }
}
