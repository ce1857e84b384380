import Trace

/// Which of two runs: A is the one at hand ("here"), B the other ("there").
enum CompareSide: Hashable, Sendable {
  case left, right

  var other: CompareSide { self == .left ? .right : .left }
  var letter: String { self == .left ? "A" : "B" }
}

/// Two runs that are being compared.
struct CompareState: Sendable {
  let left: ComparedRun
  let right: ComparedRun
  let model: CompareModel
  /// The row under the cursor.
  var row = 0
  /// The run that Enter goes to.
  var side = CompareSide.left
  /// How far the details below are scrolled.
  var scroll = 0
  /// The reader asked to see what lies behind a question.
  var unveiled = false

  init(_ left: ComparedRun, _ right: ComparedRun) {
    self.left = left
    self.right = right
    model = CompareModel(left, right)
    if let first = model.differing.first(where: { !isVeiled($0) }) { row = first }
  }

  subscript(_ side: CompareSide) -> ComparedRun { side == .left ? left : right }

  /// Whether a question waits before a row.
  func isVeiled(_ row: Int) -> Bool {
    guard !unveiled, let veil = model.veil else { return false }
    return row >= veil
  }

  var hasVeil: Bool { !unveiled && model.veil != nil }

  mutating func move(to wanted: Int) {
    row = max(0, min(model.rows.count - 1, wanted))
    scroll = 0
  }

  /// Goes to the next or previous row that differs; says why it does not.
  mutating func seek(_ direction: Int) -> String? {
    let rows = direction > 0 ? model.differing : model.differing.reversed()
    guard let next = rows.first(where: { ($0 - row) * direction > 0 }) else {
      return direction > 0 ? "No further message differs." : "No earlier message differs."
    }
    if isVeiled(next) {
      return "What differs next comes after a question. :unveil shows it all the same."
    }
    move(to: next)
    return nil
  }
}
