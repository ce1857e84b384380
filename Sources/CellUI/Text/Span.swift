/// A piece of a line with one meaning.
package struct Span: Hashable, Sendable, ExpressibleByStringInterpolation {
  package var text: String
  package var role: StyleRole
  package var emphasis: Emphasis

  package init(_ text: String, _ role: StyleRole = .normal, _ emphasis: Emphasis = []) {
    self.text = text
    self.role = role
    self.emphasis = emphasis
  }

  package init(stringLiteral value: String) { self.init(value) }
}

/// A line of pieces with different meanings: `["GET ", Span("/me", .link)]`.
package typealias StyledLine = [Span]

extension StyledLine {
  /// The text without its styles, not sanitised.
  package var plainText: String { map(\.text).joined() }

  /// The columns that the line takes when it is drawn.
  package func displayWidth(_ repertoire: Repertoire = .unicode) -> Int {
    reduce(0) { $0 + TextWidth.of($1.text, repertoire) }
  }

  /// The same line with an emphasis over all of it.
  package func emphasised(_ emphasis: Emphasis) -> StyledLine {
    map { Span($0.text, $0.role, $0.emphasis.union(emphasis)) }
  }
}
