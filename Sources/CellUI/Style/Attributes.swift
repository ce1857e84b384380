/// How a cell looks on a terminal: colours and the four attributes that every terminal has.
package struct Attributes: Hashable, Sendable {
  package var foreground: Color
  package var background: Color
  package var bold: Bool
  package var dim: Bool
  package var underline: Bool
  package var reverse: Bool

  package init(
    _ foreground: Color = .standard, on background: Color = .standard, bold: Bool = false,
    dim: Bool = false, underline: Bool = false, reverse: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.bold = bold
    self.dim = dim
    self.underline = underline
    self.reverse = reverse
  }

  /// The attributes with an emphasis laid over them.
  ///
  /// A selected cell is never dim: reverse and dim together are unreadable on many terminals.
  package func emphasised(_ emphasis: Emphasis) -> Attributes {
    var result = self
    if emphasis.contains(.selected) {
      result.reverse.toggle()
      result.dim = false
    }
    if emphasis.contains(.underlined) { result.underline = true }
    if emphasis.contains(.bold) {
      result.bold = true
      result.dim = false
    }
    return result
  }

  /// The attributes for a terminal with fewer colours.
  package func reduced(toColors count: Int) -> Attributes {
    var result = self
    result.foreground = foreground.reduced(toColors: count)
    result.background = background.reduced(toColors: count)
    // What was grey stays back.
    if foreground != .standard, result.foreground == .standard, !bold { result.dim = true }
    return result
  }
}
