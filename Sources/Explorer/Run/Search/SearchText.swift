import Ledger
import Tokens
import Trace
import Wire

/// A piece of a run's data that can be searched: where it stands, and how it reads.
struct SearchEntry: Hashable, Sendable {
  let moment: Int
  /// The pane that shows it.
  let pane: Pane
  let text: String
  /// The same with secrets by their names, where it has any.
  let named: String?
}

/// Goes through all data of a run: messages, acts, rows, tokens, checks, explanations.
struct SearchText {
  private let model: RunModel

  init(_ model: RunModel) { self.model = model }

  func each(_ tell: (SearchEntry) -> Void) {
    for (index, moment) in model.moments.enumerated() {
      for record in model.trace.records[moment.records] { texts(of: record.event, index, tell) }
      for found in TokenFinder(model).tokens(at: index) where found.moment == index {
        for member in found.token.header.members + (found.token.claims?.members ?? []) {
          add("\(member.name) \(member.value.text())", .token, index, tell)
        }
      }
      guard model.endsStep(index), model.trace.reports.indices.contains(moment.step) else {
        continue
      }
      for text in model.trace.reports[moment.step].explanation where !text.isEmpty {
        add(text, .message, index, tell)
      }
    }
  }

  private func texts(of event: Event, _ moment: Int, _ tell: (SearchEntry) -> Void) {
    switch event {
    case .sent(let it):
      for line in it.request.lines() { add(line, .message, moment, tell) }
    case .received(let it):
      for line in it.response.lines() { add(line, .message, moment, tell) }
    case .ledger(let it):
      for row in it.rows {
        let verdict = CheckWords(row.outcome)
        add("\(row.check.id.text) \(verdict.word) \(verdict.short)", .message, moment, tell)
      }
    case .storeRead(let it): add(row(it.store, it.key, it.row ?? []), .stores, moment, tell)
    case .storeChanged(let it):
      add(row(it.store, it.key, it.after ?? it.before ?? []), .stores, moment, tell)
    case .omitted(let it):
      add("\(it.behaviour) NOT DONE \(it.effect) \(it.defence.text)", .stores, moment, tell)
    case .cookie(let it):
      add("cookie \(it.name) \(it.fate.rawValue) \(it.reason)", .message, moment, tell)
    case .browserStorage(let it):
      add("storage \(it.key) \(it.value ?? "") \(it.origin)", .stores, moment, tell)
    case .act(let it): add("\(it.text) \(it.lootValue ?? "")", .message, moment, tell)
    case .settingChanged(let text), .note(let text), .unapplied(let text):
      add(text, .message, moment, tell)
    case .navigated, .clockMoved, .minted, .crypto: break
    }
  }

  private func row(_ store: StoreID, _ key: RowKey, _ row: Row) -> String {
    let fields = row.map { "\($0.name) \($0.value)" }
    return ([model.trace.label(of: store), model.trace.label(of: key), key.text] + fields)
      .joined(separator: " ")
  }

  private func add(
    _ text: String, _ pane: Pane, _ moment: Int, _ tell: (SearchEntry) -> Void
  ) {
    guard !text.isEmpty else { return }
    let named = Wording(model: model).named(text).plainText
    tell(
      SearchEntry(moment: moment, pane: pane, text: text, named: named == text ? nil : named))
  }
}
