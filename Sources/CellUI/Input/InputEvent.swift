/// What comes from the terminal.
package enum InputEvent: Hashable, Sendable {
  case key(KeyPress)
  /// Text that was pasted as one (bracketed paste), as it came: line ends, controls and all.
  case paste(String)
  /// A paste over the limit was thrown away; so many bytes came.
  case oversizedPaste(byteCount: Int)
  case mouse(MouseEvent)
  /// The terminal has this size now; also after a suspension, when everything must be drawn again.
  case resize(Size)
  case focus(Bool)
  /// The terminal is gone: nothing will come any more.
  case closed
}

/// A click or a turn of the wheel at a cell.
package struct MouseEvent: Hashable, Sendable {
  package enum Action: Hashable, Sendable {
    case press(MouseButton)
    case release(MouseButton)
    case drag(MouseButton)
    case move
    case wheelUp, wheelDown
  }

  package var action: Action
  package var position: Point
  package var modifiers: KeyModifiers

  package init(_ action: Action, at position: Point, modifiers: KeyModifiers = []) {
    self.action = action
    self.position = position
    self.modifiers = modifiers
  }
}

package enum MouseButton: Hashable, Sendable {
  case left, middle, right
}
