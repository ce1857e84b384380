import CellUI

/// A part of the bench's screen.
enum BenchSection: Hashable, Sendable {
  case pane(BenchPane)
  /// Header and claims in one, where there is little room.
  case members
  case aside(BenchAside)
}

/// What a part shows.
struct SectionContent: Sendable {
  var title: String
  var note: StyledLine = []
  var lines: [StyledLine]
  /// The line that must be in sight.
  var focusLine: Int?
  /// Where the value that is being edited stands.
  var field: (line: Int, column: Int)?

  /// The rows with the title.
  var height: Int { lines.count + 1 }

  /// Puts another part's lines below, under a title of their own.
  mutating func append(_ other: SectionContent, width: Int) {
    let start = lines.count + 1
    lines.append(
      [Span("  \(other.title)", .heading)] + (other.note.isEmpty ? [] : [Span("   ")] + other.note))
    lines += other.lines
    if let line = other.focusLine { focusLine = start + line }
    if let place = other.field { field = (start + place.line, place.column) }
  }
}
