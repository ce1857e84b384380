import CellUI
internal import CNcurses

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terminal of the process: draws grids and reads events. There is one at a time, and it stays on
/// one thread.
///
/// Curses draws; it does not read. Mouse reports and pastes need a parser of our own anyway, curses'
/// queue would hide from `poll` what it has read ahead, and its `get_wch` refreshes the screen behind
/// the frame's back. So the bytes go to `KeyParser`, which is tested without a terminal.
package final class CursesTerminal {
  private let escapeDelay: Int
  private var parser = KeyParser()
  private var painter = FramePainter()
  private var buffer = [UInt8](repeating: 0, count: 16 * 1024)
  private var isOpen = true

  /// Whether the user's locale can show more than ASCII; decides between the glyph sets.
  package static var localeIsUTF8: Bool { authscope_locale_is_utf8() }

  /// Takes the terminal over: alternate screen, raw mode. Every way out of the process, a crash
  /// included, gives it back.
  package init(_ options: TerminalOptions) throws(TerminalError) {
    escapeDelay = options.escapeDelayMilliseconds
    guard let type = options.type, !type.isEmpty else { throw .typeNotSet }
    switch authscope_terminal_open(type, options.mouse) {
    case AUTHSCOPE_OPENED: break
    case AUTHSCOPE_ALREADY_OPEN: throw .alreadyOpen
    case AUTHSCOPE_OUTPUT_NOT_A_TERMINAL: throw .outputNotATerminal
    case AUTHSCOPE_INPUT_NOT_A_TERMINAL: throw .inputNotATerminal
    case AUTHSCOPE_UNKNOWN_TERMINAL: throw .unknownType(type)
    case AUTHSCOPE_CURSOR_CANNOT_MOVE: throw .cursorCannotMove(type)
    default: throw .system(code: errno)
    }
  }

  deinit { close() }

  /// Gives the terminal back; nothing may be drawn or read after it.
  package func close() {
    if isOpen { authscope_terminal_close() }
    isOpen = false
  }

  package var size: Size {
    Size(width: Int(authscope_terminal_width()), height: Int(authscope_terminal_height()))
  }

  /// How many colours the terminal has; 0 for none.
  package var colorCount: Int { Int(authscope_terminal_colors()) }

  /// Shows a frame: what differs from the last one is sent, in one go.
  package func draw(_ grid: Grid, theme: Theme, cursor: Point? = nil) {
    painter.paint(grid, theme: theme, cursor: cursor)
  }

  /// Takes clicks and the wheel, or leaves them to the terminal and its own selection.
  package func setMouse(_ isOurs: Bool) { authscope_terminal_mouse(isOurs) }

  /// Forgets what is on the screen: the next frame is sent whole (Ctrl-L).
  package func redraw() {
    authscope_terminal_forget()
    painter.forget()
  }

  /// Gives the terminal back and stops the process as Ctrl-Z does; draw a frame afterwards.
  package func suspend() {
    authscope_terminal_suspend()
    painter.forget()
  }

  /// Sleeps until there is input or the time is over, and takes all input that there is, so that many
  /// keys make one frame. Without a time it sleeps for ever; empty only when the time was over.
  package func nextEvents(timeoutMilliseconds: Int? = nil) -> [InputEvent] {
    let limit = timeoutMilliseconds.map { max(0, $0) } ?? -1
    var events: [InputEvent] = []
    var budget = 64
    while budget > 0 {
      budget -= 1
      let patience = !events.isEmpty ? 0 : parser.isPending ? escapeDelay : limit
      let reasons = Int(authscope_terminal_wait(Int32(clamping: patience)))
      if reasons == 0 {
        if !events.isEmpty || !parser.isPending { return events }
        events += parser.flush()
      }
      if reasons & AUTHSCOPE_INPUT != 0 { events += read() }
      events += changes(reasons)
      if events.last == .closed { return events }
    }
    return events
  }

  private func read() -> [InputEvent] {
    let count = buffer.withUnsafeMutableBufferPointer {
      authscope_terminal_read($0.baseAddress, $0.count)
    }
    if count == 0 { return [.closed] }
    return count < 0 ? [] : parser.feed(buffer[..<count])
  }

  /// What signals ask for. After a stop everything is drawn again, as after a new size.
  private func changes(_ reasons: Int) -> [InputEvent] {
    if reasons & AUTHSCOPE_STOP_ASKED != 0 {
      suspend()
    } else if reasons & AUTHSCOPE_CONTINUED != 0 {
      authscope_terminal_retake()
      painter.forget()
    } else if reasons & AUTHSCOPE_RESIZED != 0 {
      authscope_terminal_resize()
      painter.forget()
    } else {
      return []
    }
    return [.resize(size)]
  }

  /// Asks the terminal to put a text on the clipboard (xterm's OSC 52); false when it is too long for
  /// terminals to take. Whether it was put there cannot be known.
  package func copyToClipboard(_ text: String) -> Bool {
    let encoded = Base64.encode(text.utf8)
    guard encoded.count <= 74_994 else { return false }
    let sequence = Array("\u{1B}]52;c;".utf8) + encoded + [0x07]
    authscope_terminal_write(sequence, sequence.count)
    return true
  }
}
