import CellUI
import Trace

/// Something in a pane that a reader can point at: what it is about, and its whole value.
struct PaneThing: Hashable, Sendable {
  let subject: WhySubject
  /// "the cookie sid", "check session-known".
  let name: String
  /// The value without anything left out, as it is copied and opened.
  let value: String
  /// It says how something came out, so that a copy of it wants the command that shows it.
  var isVerdict = false

  init(_ subject: WhySubject, _ name: String, _ value: String, isVerdict: Bool = false) {
    self.subject = subject
    self.name = name
    self.value = value
    self.isVerdict = isVerdict
  }
}

/// Where a thing stands in a pane's lines.
struct PaneTarget: Hashable, Sendable {
  let thing: PaneThing
  let lines: Range<Int>
  /// Nil for whole lines.
  let columns: Range<Int>?

  init(_ thing: PaneThing, lines: Range<Int>, columns: Range<Int>? = nil) {
    self.thing = thing
    self.lines = lines
    self.columns = columns
  }
}

extension PaneTarget {
  /// Its part of a row on the screen.
  func place(in row: Rect) -> Rect {
    let columns = columns ?? 1..<row.width
    return Rect(x: row.x + columns.lowerBound, y: row.y, width: columns.count, height: 1)
      .intersection(row)
  }
}

extension String {
  /// The column of an ASCII word that stands alone, at or after a column; for lines of names.
  func column(of word: String, from start: Int) -> Int? {
    let text = Array(self)
    let wanted = Array(word)
    guard !wanted.isEmpty, text.count >= wanted.count, start <= text.count - wanted.count else {
      return nil
    }
    return (start...text.count - wanted.count).first { at in
      text[at..<at + wanted.count].elementsEqual(wanted)
        && (at == 0 || text[at - 1] == " ")
        && (at + wanted.count == text.count || text[at + wanted.count] == " ")
    }
  }
}
