extension MouseEvent {
  /// A mouse report: xterm's button code, and the cell counted from 1.
  init?(code: Int, x: Int, y: Int, released: Bool) {
    guard code >= 0, code < 128, x > 0, y > 0 else { return nil }
    var modifiers: KeyModifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    guard let action = Self.action(code, released: released) else { return nil }
    self.init(action, at: Point(x: x - 1, y: y - 1), modifiers: modifiers)
  }

  private static func action(_ code: Int, released: Bool) -> Action? {
    if code & 64 != 0 {
      switch code & 3 {
      case 0: return .wheelUp
      case 1: return .wheelDown
      default: return nil  // sideways
      }
    }
    let button: MouseButton
    switch code & 3 {
    case 0: button = .left
    case 1: button = .middle
    case 2: button = .right
    default:
      // The old reports do not say which button was let go.
      return code & 32 != 0 ? .move : released ? .release(.left) : nil
    }
    if code & 32 != 0 { return .drag(button) }
    return released ? .release(button) : .press(button)
  }
}
