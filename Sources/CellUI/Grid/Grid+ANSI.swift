extension Grid {
  /// What paints the whole grid on a terminal of its size, in the colours of a theme (ECMA-48).
  package func ansi(_ theme: Theme) -> String {
    var out = "\u{1B}[H"
    for y in 0..<size.height {
      if y > 0 { out += "\r\n" }
      var look: Attributes?
      for cell in row(y) where !cell.isContinuation {
        let wanted = theme.attributes(cell.role, cell.emphasis)
        if wanted != look {
          out += wanted.ansi
          look = wanted
        }
        cell.grapheme.append(to: &out)
      }
      out += "\u{1B}[0m"
    }
    return out
  }
}

extension Attributes {
  /// The sequence that sets all of them, whatever was set before (SGR, ECMA-48 8.3.117).
  fileprivate var ansi: String {
    var codes = ["0"]
    if bold { codes.append("1") }
    if dim { codes.append("2") }
    if underline { codes.append("4") }
    if reverse { codes.append("7") }
    if case .palette(let index) = foreground { codes.append("38;5;\(index)") }
    if case .palette(let index) = background { codes.append("48;5;\(index)") }
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }
}
