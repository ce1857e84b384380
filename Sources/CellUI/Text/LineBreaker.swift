/// Collects the cells of a paragraph into lines, word by word.
struct LineBreaker {
  private let width: Int
  private let indent: Int
  private var done: [[Cell]] = []
  private var line: [Cell] = []
  private var lineWidth = 0
  private var word: [Cell] = []
  private var wordWidth = 0
  private var blanks: [Cell] = []

  init(width: Int, indent: Int) {
    self.width = width
    self.indent = indent
  }

  private var room: Int { done.isEmpty ? width : width - indent }

  mutating func add(_ cell: Cell) {
    if cell.grapheme == .space {
      placeWord()
      blanks.append(cell)
      return
    }
    word.append(cell)
    wordWidth += Int(cell.width)
    // A wide grapheme may be followed by a break: these scripts have no blanks between words.
    if cell.width == 2 { placeWord() }
  }

  mutating func finish() -> [StyledLine] {
    placeWord()
    done.append(line)
    return done.enumerated().map { index, cells in
      let text = spans(cells)
      return index == 0 || indent == 0 ? text : [Span(String(repeating: " ", count: indent))] + text
    }
  }

  private mutating func placeWord() {
    guard !word.isEmpty else { return }
    // A word longer than any line, such as a token, fills this one: it is cut anyway.
    let next = width - indent
    if lineWidth + blanks.count + wordWidth > room, lineWidth > 0, wordWidth <= next { endLine() }
    // Blanks before the first word of a paragraph are its indentation.
    append(blanks)
    blanks = []
    append(word)
    word = []
    wordWidth = 0
  }

  private mutating func append(_ cells: [Cell]) {
    for cell in cells {
      if lineWidth + Int(cell.width) > room { endLine() }
      guard Int(cell.width) <= room else { continue }
      line.append(cell)
      lineWidth += Int(cell.width)
    }
  }

  private mutating func endLine() {
    done.append(line)
    line = []
    lineWidth = 0
    blanks = []
  }

  private func spans(_ cells: [Cell]) -> StyledLine {
    var result: StyledLine = []
    for cell in cells {
      if result.last?.role != cell.role || result.last?.emphasis != cell.emphasis {
        result.append(Span("", cell.role, cell.emphasis))
      }
      cell.grapheme.append(to: &result[result.count - 1].text)
    }
    return result
  }
}
