import CellUI
import Guide

extension ExplorerState {
  /// Opens a page of the guide from wherever the reader is; it is as it was left.
  mutating func openGuide(_ page: GuidePage?) -> [Effect] {
    overlay = nil
    if screen != .guide {
      guide.origin = screen == .run ? .run : .library
      screen = .guide
    }
    if let page { guide.page = page }
    return measureWhereNeeded()
  }

  private func measureWhereNeeded() -> [Effect] {
    guide.page == .compare && guide.costs?.first?.load != guide.load ? [.measure(guide.load)] : []
  }

  mutating func performInGuide(_ command: Command) -> [Effect] {
    switch command {
    case .down: guide.select(guide.row + 1)
    case .up: guide.select(guide.row - 1)
    case .pageDown: guide.select(guide.row + 10)
    case .pageUp: guide.select(guide.row - 10)
    case .restart: guide.select(0)
    case .end: guide.select(guide.rowCount - 1)
    case .nextPane: return openGuide(guide.page.next)
    case .previousPane: return openGuide(guide.page.previous)
    case .next: return forward()
    case .enter: return choose()
    case .back, .undo: return backward()
    case .leave: leaveSearch()
    case .search:
      guide.page = .words
      guide.query = guide.query ?? TextField()
      guide.isTyping = true
    case .copy: return copyOfGuide()
    default: break
    }
    return []
  }

  private mutating func forward() -> [Effect] {
    if guide.page == .compare, guide.selectedField != nil {
      guard guide.adjust(by: 1) else {
        notice = "That is as far as it goes."
        return []
      }
      return measureWhereNeeded()
    }
    return choose()
  }

  private mutating func choose() -> [Effect] {
    if guide.page == .decide, guide.answer() { return [] }
    if guide.page == .compare, guide.selectedField != nil {
      notice =
        "\(guide.press(.next)) makes it more, \(guide.press(.back)) less. "
        + "On a figure \(guide.press(.enter)) opens the scenario."
      return []
    }
    guard let scenario = guide.scenario else { return [] }
    return open(scenario)
  }

  private mutating func backward() -> [Effect] {
    switch guide.page {
    case .decide:
      if !guide.takeBack() { notice = "This is the first question." }
    case .compare:
      guard guide.selectedField != nil else { return [] }
      guard guide.adjust(by: -1) else {
        notice = "That is as low as it goes."
        return []
      }
      return measureWhereNeeded()
    case .mistakes, .checklist, .words: break
    }
    return []
  }

  private mutating func leaveSearch() {
    if guide.query != nil {
      guide.query = nil
      guide.isTyping = false
    } else if guide.page == .decide {
      if !guide.takeBack() { notice = "q leaves the guide." }
    }
  }

  /// A key while the search in the words is typed.
  mutating func typeInGuide(_ press: KeyPress) {
    guard var field = guide.query else { return }
    switch press.key {
    case .esc, .ctrl("c"): leaveSearch()
    case .enter: guide.isTyping = false
    case .down: guide.select(guide.row + 1)
    case .up: guide.select(guide.row - 1)
    case .char, .ctrl, .tab, .backtab, .backspace, .delete, .insert, .left, .right, .home, .end,
      .pageUp, .pageDown, .function:
      if field.handle(press) {
        guide.query = field
        guide.select(0)
      }
    }
  }

  /// The advice with the command that gives it, a row with its remedy, a figure, a word.
  private mutating func copyOfGuide() -> [Effect] {
    switch guide.page {
    case .decide:
      guard let advice = guide.path.advice else {
        notice = "There is no advice yet: answer with Enter."
        return []
      }
      let answers = guide.path.choices.map { "\($0.question.id)=\($0.answer.word)" }
      return [.copy("\(advice.title)\nauthscope decide \(answers.joined(separator: " "))")]
    case .compare:
      let load = guide.load
      return [
        .copy(
          "authscope compare --users \(load.users) --pages \(load.pages) --servers "
            + "\(load.servers) --pause \(load.pause)s --lifetime \(load.lifetime)s")
      ]
    case .mistakes, .checklist:
      return guide.selectedGuideRow.map {
        [.copy("\($0.claim.id) \($0.claim.text) \($0.remedy)")]
      } ?? []
    case .words:
      return guide.selectedTerm.map { [.copy("\($0.word): \($0.meaning) \($0.reference)")] } ?? []
    }
  }
}
