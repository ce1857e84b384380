import CellUI

/// The keys of a list that lies over a screen, from the table.
enum ListKey: Hashable {
  case close, choose
  case move(Int)
  case copy
  /// A key that the list does not know.
  case other(KeyPress)

  init(_ press: KeyPress, _ keys: KeyTable) {
    switch keys.command(for: press, in: .list) {
    case .leave: self = .close
    case .enter: self = .choose
    case .down: self = .move(1)
    case .up: self = .move(-1)
    case .pageDown: self = .move(10)
    case .pageUp: self = .move(-10)
    case .restart: self = .move(-100_000)
    case .end: self = .move(100_000)
    case .copy: self = .copy
    default: self = .other(press)
    }
  }
}

extension KeyTable {
  /// "Enter goes there   Esc", beside a list's title.
  func listNote(_ word: String = "") -> String {
    let choose = name(.enter, in: .list)
    return "\(choose)\(word.isEmpty ? "" : " \(word)")   \(name(.leave, in: .list))"
  }
}

extension Int {
  /// The row that lies so many rows further, in a list of so many.
  func moved(by rows: Int, in count: Int) -> Int { Swift.max(0, Swift.min(count - 1, self + rows)) }
}
