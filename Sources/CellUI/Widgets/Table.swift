/// A column of a table.
package struct TableColumn: Hashable, Sendable {
  package var title: String
  package var length: Length
  package var alignment: Alignment

  package init(_ title: String, _ length: Length, _ alignment: Alignment = .leading) {
    self.title = title
    self.length = length
    self.alignment = alignment
  }
}

/// Columns that share a width; header and rows are drawn by the same measure.
package struct Table: Hashable, Sendable {
  package var columns: [TableColumn]
  package var gap: Int

  package init(_ columns: [TableColumn], gap: Int = 2) {
    self.columns = columns
    self.gap = gap
  }

  /// The place of every column in a row.
  package func places(in row: Rect) -> [Rect] { row.columns(columns.map(\.length), gap: gap) }
}

extension Canvas {
  package mutating func header(_ table: Table, in row: Rect) {
    for (column, place) in zip(table.columns, table.places(in: row)) {
      line([Span(column.title, .heading)], in: place, alignment: column.alignment)
    }
  }

  /// Draws one row of a table; each cell is cut to its column.
  package mutating func row(_ cells: [StyledLine], of table: Table, in row: Rect) {
    for ((column, place), cell) in zip(zip(table.columns, table.places(in: row)), cells) {
      line(cell, in: place, alignment: column.alignment)
    }
  }
}
