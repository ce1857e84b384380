import CellUI

/// `/` in the matrix: an attack or a defence by a part of its name.
struct MatrixFind: Hashable, Sendable {
  enum Place: Hashable, Sendable {
    case attack(String)
    case column(Int)
  }

  struct Row: Hashable, Sendable {
    let place: Place
    let name: String
    let words: String
  }

  private let all: [Row]
  private(set) var rows: [Row]
  private(set) var field = TextField()
  var selected = 0

  init(_ matrix: MatrixState) {
    all =
      matrix.attacks.map { Row(place: .attack($0.id), name: $0.id, words: $0.title) }
      + MatrixColumn.all.indices.map { index in
        Row(
          place: .column(index), name: MatrixColumn.all[index].name,
          words: MatrixColumn.all[index].title)
      }
    rows = all
  }

  mutating func type(_ press: KeyPress) {
    if field.handle(press) { find() }
  }

  mutating func paste(_ text: String) {
    field.insert(text)
    find()
  }

  /// Names before what only speaks of it.
  private mutating func find() {
    let words = field.text.split(separator: " ").map { FoldedSearch(String($0)) }
    let named = all.filter { row in words.allSatisfy { $0.isIn(row.name) } }
    let others = all.filter { row in
      !named.contains(row) && words.allSatisfy { $0.isIn(row.name) || $0.isIn(row.words) }
    }
    rows = named + others
    selected = 0
  }
}

extension ExplorerState {
  mutating func receive(_ press: KeyPress, in find: MatrixFind) {
    var find = find
    switch press.key {
    case .esc, .ctrl("c"):
      overlay = nil
      return
    case .enter:
      overlay = nil
      guard find.rows.indices.contains(find.selected) else { return }
      switch find.rows[find.selected].place {
      case .attack(let id): matrix?.select(id: id)
      case .column(let index): matrix?.select(column: index)
      }
      return
    case .down, .tab, .ctrl("n"):
      find.selected = find.selected.moved(by: 1, in: find.rows.count)
    case .up, .backtab, .ctrl("p"):
      find.selected = find.selected.moved(by: -1, in: find.rows.count)
    case .pageDown: find.selected = find.selected.moved(by: 10, in: find.rows.count)
    case .pageUp: find.selected = find.selected.moved(by: -10, in: find.rows.count)
    case .char, .ctrl, .backspace, .delete, .insert, .left, .right, .home, .end, .function:
      find.type(press)
    }
    overlay = .findInMatrix(find)
  }
}

/// Draws the field and what fits.
struct MatrixFindBox {
  let find: MatrixFind

  func draw(on canvas: inout Canvas) -> Point {
    let size = Size(
      width: ListBox.width(canvas.bounds, most: 90),
      height: min(canvas.bounds.height - 2, max(5, find.rows.count + 3)))
    let inner = canvas.box(
      "Find in the matrix", note: [Span("Enter goes there   Esc", .keyHint)],
      in: canvas.bounds.centered(size), focused: true)
    let (top, below) = inner.splitTop(1)
    let cursor = canvas.field(
      find.field, in: top.inset(left: 1, right: 1), hint: "an attack or a defence")
    canvas.list(ListView(count: find.rows.count, selected: find.selected), in: below) { index in
      let row = find.rows[index]
      let isAttack = if case .attack = row.place { true } else { false }
      return [
        Span((isAttack ? "attack" : "defence").padded(to: 9), .dim),
        Span(row.name.padded(to: 28), isAttack ? .attack : .normal), Span(row.words, .dim),
      ]
    }
    if find.rows.isEmpty {
      canvas.line(["   No attack and no defence is called so."], in: below.row(0))
    }
    return cursor
  }
}
