/// One place on the screen.
package struct Cell: Hashable, Sendable {
  package var grapheme: Grapheme
  package var role: StyleRole
  package var emphasis: Emphasis
  /// 1 or 2; 0 for the right half of the wide grapheme to the left.
  package var width: UInt8

  init(_ grapheme: Grapheme, width: UInt8, role: StyleRole, emphasis: Emphasis) {
    self.grapheme = grapheme
    self.width = width
    self.role = role
    self.emphasis = emphasis
  }

  package static let blank = blank(.normal)

  package static func blank(_ role: StyleRole, _ emphasis: Emphasis = []) -> Cell {
    Cell(.space, width: 1, role: role, emphasis: emphasis)
  }

  package var isContinuation: Bool { width == 0 }
}
