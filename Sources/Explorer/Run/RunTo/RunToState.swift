import CellUI
import Trace

/// `r`: a place is typed, or chosen from the list.
struct RunToState: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    let goal: RunGoal
    let name: String
  }

  private let all: [Row]
  /// Those that fit what is typed.
  private(set) var rows: [Row]
  private(set) var field = TextField()
  var selected = 0

  init(_ model: RunModel) {
    all = model.goals.map { Row(goal: $0, name: $0.name(model.trace)) }
    rows = all
  }

  mutating func type(_ press: KeyPress) {
    guard field.handle(press) else { return }
    filter()
  }

  mutating func paste(_ text: String) {
    field.insert(text)
    filter()
  }

  private mutating func filter() {
    let words = field.text.split(separator: " ").map { FoldedSearch(String($0)) }
    rows = all.filter { row in
      words.allSatisfy { $0.isIn(row.name) || $0.isIn(row.goal.kind) }
    }
    selected = 0
  }
}
