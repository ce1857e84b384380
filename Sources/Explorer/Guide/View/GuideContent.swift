import CellUI

/// A page of the guide as lines: the list, and what is to say of the selected row.
struct GuideContent {
  var title: String
  var note: StyledLine = []
  var lines: [StyledLine] = []
  /// The lines of the selected row.
  var focus: Range<Int>?
  /// The lines of each row that can be selected.
  var rows: [Range<Int>] = []
  var asideTitle: String
  var aside: [StyledLine] = []
}

/// The parts of pages that are drawn alike.
struct GuideLines {
  let width: Int
  let glyphs: Glyphs

  var maker: LineMaker { LineMaker(width: width, glyphs.repertoire) }

  /// Adds a row that can be selected; its lines.
  func row(
    _ line: StyledLine, isSelected: Bool, hanging: Int = 4, to out: inout LineMaker
  ) -> Range<Int> {
    let first = out.lines.count
    out.add([Span(isSelected ? "\(glyphs.marker) " : "  ", .accent)] + line, hanging: hanging)
    return first..<out.lines.count
  }

  /// A paragraph under a word that says what it is.
  func part(_ name: String, _ text: String, _ role: StyleRole = .normal, to out: inout LineMaker) {
    out.add([Span("  \(name)  ", .heading), Span(text, role)], hanging: 2)
  }
}
