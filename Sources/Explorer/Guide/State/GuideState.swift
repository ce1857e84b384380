import CellUI
import Guide
import Simulation

/// The guide: the decision tree, the measured comparison, mistakes, checklist and words.
struct GuideState: Sendable {
  var page = GuidePage.decide
  var path = DecisionPath()
  private(set) var load = ComparedLoad()
  /// What was measured; nil while nobody has looked, and after a figure has changed.
  private(set) var costs: [MechanismCost]?
  private var rows: [GuidePage: Int] = [:]
  /// The search in the words; nil when nobody searches.
  var query: TextField?
  var isTyping = false
  /// Where `q` leads.
  var origin = Screen.library
  /// The keys as sentences name them.
  var keys = KeyTable.standard

  func press(_ command: Command) -> String { keys.name(command, in: .guide) }

  /// So that a comparison takes less time than a reader notices.
  static let mostPages = 1000

  var row: Int { max(0, min(rowCount - 1, rows[page] ?? 0)) }

  mutating func select(_ row: Int) { rows[page] = max(0, min(rowCount - 1, row)) }

  var rowCount: Int {
    switch page {
    case .decide: path.question?.answers.count ?? 1
    case .compare: ComparedLoad.Field.allCases.count + table.count
    case .mistakes, .checklist: guideRows.count
    case .words: terms.count
    }
  }

  // The decision.

  var selectedAnswer: DecisionQuestion.Answer? {
    guard page == .decide, let question = path.question else { return nil }
    return question.answers.indices.contains(row) ? question.answers[row] : nil
  }

  /// Takes the selected answer; false where there is nothing left to answer.
  mutating func answer() -> Bool {
    guard let answer = selectedAnswer, path.answer(answer.word) else { return false }
    select(0)
    return true
  }

  /// Takes the last answer back, and stands on it again.
  mutating func takeBack() -> Bool {
    guard let last = path.choices.last, path.back() else { return false }
    select(last.question.answers.firstIndex(of: last.answer) ?? 0)
    return true
  }

  // The comparison.

  var table: [ComparisonRow] { costs.map { ComparisonTable.rows($0) } ?? [] }

  var selectedField: ComparedLoad.Field? {
    guard page == .compare, ComparedLoad.Field.allCases.indices.contains(row) else { return nil }
    return ComparedLoad.Field.allCases[row]
  }

  var selectedFigure: ComparisonRow? {
    let index = row - ComparedLoad.Field.allCases.count
    return page == .compare && table.indices.contains(index) ? table[index] : nil
  }

  /// Puts the selected figure of the load one step up or down; false where there is no further.
  mutating func adjust(by direction: Int) -> Bool {
    guard let field = selectedField else { return false }
    let steps = Self.steps(of: field)
    let wanted =
      direction > 0
      ? steps.first { $0 > load[field] } : steps.last { $0 < load[field] }
    guard let wanted else { return false }
    var next = load
    next[field] = wanted
    if next.allPages > Self.mostPages {
      // What was not touched gives way.
      if field == .users {
        next.pages = Self.mostPages / next.users
      } else {
        next.users = Self.mostPages / next.pages
      }
    }
    let changed = next.clamped
    guard changed != load else { return false }
    load = changed
    return true
  }

  mutating func measured(_ load: ComparedLoad, _ costs: [MechanismCost]) {
    guard load == self.load else { return }
    self.costs = costs
  }

  private static func steps(of field: ComparedLoad.Field) -> [Int] {
    switch field {
    case .users: [1, 2, 5, 10, 20, 50, 100, 200]
    case .pages: [1, 2, 5, 10, 20, 50, 100]
    case .servers: [1, 2, 3, 5, 8, 16, 32, 64]
    case .pause: [10, 30, 60, 300, 900, 3600, 86_400]
    case .lifetime: [60, 300, 900, 3600, 28_800, 86_400, 604_800, 2_592_000]
    }
  }

  // Mistakes and checklist.

  var guideRows: [GuideRow] {
    switch page {
    case .mistakes: GuideRows.mistakes
    case .checklist: GuideRows.checklist
    case .decide, .compare, .words: []
    }
  }

  var selectedGuideRow: GuideRow? { guideRows.indices.contains(row) ? guideRows[row] : nil }

  // Words.

  var terms: [Term] {
    guard let query, !query.isEmpty else { return Glossary.all }
    let words = query.text.lowercased().split(separator: " ")
    let found = Glossary.all.filter { term in
      let text = ([term.word] + term.aliases + [term.meaning]).joined(separator: " ").lowercased()
      return words.allSatisfy { text.contains($0) }
    }
    // The word itself before those that only mention it.
    let begins = { (term: Term) in term.word.lowercased().hasPrefix(query.text.lowercased()) }
    return found.filter(begins) + found.filter { !begins($0) }
  }

  var selectedTerm: Term? {
    let terms = page == .words ? terms : []
    return terms.indices.contains(row) ? terms[row] : nil
  }

  /// The scenario that shows what is selected.
  var scenario: String? {
    switch page {
    case .decide: path.advice?.scenario
    case .compare: "combined/three-ways"
    case .mistakes, .checklist: selectedGuideRow?.scenario
    case .words: nil
    }
  }
}
