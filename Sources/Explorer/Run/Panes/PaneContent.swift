import CellUI

/// What a pane shows: a title, a note at the right, and lines that scroll.
struct PaneContent: Sendable {
  var title: String
  /// More of the title, where there is room for it.
  var detail = ""
  var note: StyledLine = []
  var lines: [StyledLine]
  /// The line that must be in sight.
  var focusLine: Int?
  /// What the cursor can stand on, from top to bottom.
  var targets: [PaneTarget] = []
  /// What a click into some lines means.
  var clicks: [(lines: Range<Int>, target: ClickTarget)] = []

  /// The rows with the title.
  var height: Int { lines.count + 1 }
}

/// Helps panes to make lines of one width.
struct LineMaker {
  let width: Int
  let repertoire: Repertoire
  private(set) var lines: [StyledLine] = []
  private(set) var targets: [PaneTarget] = []

  init(width: Int, _ repertoire: Repertoire) {
    self.width = max(1, width)
    self.repertoire = repertoire
  }

  /// Adds a paragraph, broken to the width; from the second line on it is indented.
  mutating func add(_ line: StyledLine, hanging: Int = 0) {
    // Most lines fit, and breaking a line costs more than measuring it.
    if isOneLine(line), line.displayWidth(repertoire) <= width {
      lines.append(line)
    } else {
      lines += Wrap.lines(line, width: width, hanging: hanging, repertoire)
    }
  }

  /// What is added is one thing that the cursor can stand on.
  mutating func target(_ thing: PaneThing, _ add: (inout LineMaker) -> Void) {
    let first = lines.count
    add(&self)
    targets.append(PaneTarget(thing, lines: first..<max(first + 1, lines.count)))
  }

  /// The same for several things on shared lines, each found there by its own word.
  mutating func targets(
    _ things: [(word: String, thing: PaneThing)], _ add: (inout LineMaker) -> Void
  ) {
    let first = lines.count
    add(&self)
    var line = first
    var start = 0
    for (word, thing) in things {
      while line < lines.count {
        let text = lines[line].plainText
        if let at = text.column(of: word, from: start) {
          let end = at + TextWidth.of(word, repertoire)
          targets.append(PaneTarget(thing, lines: line..<line + 1, columns: at..<end))
          start = end
          break
        }
        (line, start) = (line + 1, 0)
      }
    }
  }

  private func isOneLine(_ line: StyledLine) -> Bool {
    line.allSatisfy { !$0.text.utf8.contains(UInt8(ascii: "\n")) }
  }

  /// Adds a line that is cut rather than broken.
  mutating func addCut(_ line: StyledLine) { lines.append(line) }

  mutating func blank() { lines.append([]) }

  /// Adds `name   value`, the value in a column of its own.
  mutating func field(
    _ name: String, _ value: StyledLine, indent: Int = 2, nameWidth: Int, role: StyleRole = .dim
  ) {
    let gap = max(1, nameWidth - TextWidth.of(name, repertoire))
    let head = String(repeating: " ", count: indent)
    let spaces = String(repeating: " ", count: gap)
    add([Span(head), Span(name, role), Span(spaces)] + value, hanging: indent + nameWidth)
  }

  /// Adds parts beside each other, each whole on a line where one can hold it; what stands at the
  /// right keeps its place in the first line.
  mutating func add(parts: [StyledLine], gap: Int = 2, right: StyledLine, hanging: Int) {
    let wanted = right.displayWidth(repertoire)
    let first = wanted > 0 && width - wanted - 2 >= 20 ? width - wanted - 2 : width
    var rows: [StyledLine] = []
    var line: StyledLine = []
    for part in parts {
      let room = rows.isEmpty ? first : width
      let next = line.isEmpty ? part : line + [Span(String(repeating: " ", count: gap))] + part
      if line.isEmpty || next.displayWidth(repertoire) <= room {
        line = next
      } else {
        rows.append(line)
        line = [Span(String(repeating: " ", count: hanging))] + part
      }
    }
    rows.append(line)
    add(rows[0], right: right, hanging: hanging)
    for row in rows.dropFirst() { add(row, hanging: hanging) }
  }

  /// Adds a paragraph with something at the right end of its first line.
  mutating func add(_ left: StyledLine, right: StyledLine, hanging: Int = 4) {
    let wanted = right.displayWidth(repertoire)
    let room = width - wanted - 2
    guard wanted > 0, room >= 20 else {
      add(left + (wanted > 0 ? [Span("  ")] : []) + right, hanging: hanging)
      return
    }
    let broken = Wrap.lines(left, width: room, hanging: hanging, repertoire)
    let first = broken.first ?? []
    let gap = String(repeating: " ", count: width - first.displayWidth(repertoire) - wanted)
    lines.append(first + [Span(gap)] + right)
    lines += broken.dropFirst()
  }
}
