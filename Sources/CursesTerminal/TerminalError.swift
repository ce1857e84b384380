/// Why the explorer cannot use the terminal; the program then falls back to plain lines.
package enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  case outputNotATerminal
  case inputNotATerminal
  /// The terminal's type, as TERM says, has no entry in the terminfo database.
  case unknownType(String)
  case typeNotSet
  /// The type is known, but is one of a printer or of a screen without a movable cursor.
  case cursorCannotMove(String)
  case alreadyOpen
  case system(code: Int32)

  package var description: String {
    switch self {
    case .outputNotATerminal: "The output is not a terminal."
    case .inputNotATerminal: "There is no terminal to read keys from."
    case .unknownType(let name):
      "This terminal's type \"\(name)\" is not known here: TERM names it, terminfo describes it."
    case .typeNotSet: "The terminal's type is not known: TERM is not set."
    case .cursorCannotMove(let name): "A terminal of the type \"\(name)\" cannot move its cursor."
    case .alreadyOpen: "The terminal is already in use by this program."
    case .system(let code): "The terminal could not be set up (system error \(code))."
    }
  }
}
