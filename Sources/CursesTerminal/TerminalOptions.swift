/// What the program's caller decides about the terminal; nothing here reads the environment.
package struct TerminalOptions: Hashable, Sendable {
  /// The value of TERM.
  package var type: String?
  /// Clicks and the wheel; the terminal's own selection then needs Shift.
  package var mouse: Bool
  /// How long an Esc may be the start of a key: 25 ms suit a local terminal, 100 ms a distant one.
  package var escapeDelayMilliseconds: Int

  package init(type: String?, mouse: Bool = true, escapeDelayMilliseconds: Int = 25) {
    self.type = type
    self.mouse = mouse
    self.escapeDelayMilliseconds = escapeDelayMilliseconds
  }
}
