import CellUI

extension LibraryState {
  /// What a command in the library asks of the explorer around it.
  enum Request: Hashable, Sendable {
    case none
    case open(String)
  }

  mutating func perform(_ command: Command) -> Request {
    switch command {
    case .down: move(by: 1)
    case .up: move(by: -1)
    case .pageDown: move(by: 10)
    case .pageUp: move(by: -10)
    case .restart: move(by: -rows.count)
    case .end: move(by: rows.count)
    case .search:
      query = query ?? TextField()
      isTyping = true
    case .leave:
      query = nil
      isTyping = false
      rebuild()
    case .open: return openSelected()
    default: break
    }
    return .none
  }

  private mutating func openSelected() -> Request {
    if let entry = selectedEntry { return .open(entry.id) }
    toggleGroup()
    return .none
  }

  /// A key while the search is typed; true if it was used.
  mutating func type(_ press: KeyPress) -> Request {
    guard var field = query else { return .none }
    switch press.key {
    case .esc, .ctrl("c"): return perform(.leave)
    case .enter:
      isTyping = false
      return found == 1 ? openSelected() : .none
    case .down: move(by: 1)
    case .up: move(by: -1)
    case .char, .ctrl, .tab, .backtab, .backspace, .delete, .insert, .left, .right, .home, .end,
      .pageUp, .pageDown, .function:
      if field.handle(press) {
        query = field
        rebuild()
      }
    }
    return .none
  }
}
