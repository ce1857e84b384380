import CellUI
import Trace

extension ExplorerState {
  /// Runs of more moments are searched when the text is complete.
  private static let longest = 2000

  mutating func receive(_ press: KeyPress, in find: FindState) -> [Effect] {
    guard var run else { return [] }
    var find = find
    if Self.closes(press) {
      overlay = nil
      return []
    }
    guard press.key == .enter else {
      if find.field.handle(press) { find.search = search(find.field.text, run, find.pane) }
      overlay = .find(find)
      return []
    }
    overlay = nil
    guard !find.field.isEmpty else {
      run.search = nil
      self.run = run
      return []
    }
    run.search = find.search ?? RunSearch(find.field.text, through: run.model, pane: find.pane)
    notice = run.stepSearch(1)
    self.run = run
    return []
  }

  func search(_ text: String, _ run: RunState, _ pane: Pane? = nil) -> RunSearch? {
    guard run.model.moments.count <= Self.longest else { return nil }
    return RunSearch(text, in: run.model.searchEntries, pane: pane)
  }
}

extension RunState {
  /// Goes to the next or previous hit; says where that is.
  mutating func stepSearch(_ direction: Int) -> String {
    guard var search else { return "Search with \(press(.search)) first." }
    guard let hit = search.step(direction, from: position) else {
      self.search = nil
      return "\"\(search.text)\" is nowhere in this run."
    }
    let number = (search.current ?? 0) + 1
    jump(to: hit.moment)
    self.search = search
    if position == hit.moment {
      show(hit.pane)
      return "\"\(search.text)\": \(number) of \(search.hits.count), message \(hit.moment + 1). "
        + "\(press(.nextHit)) next, \(press(.previousHit)) back, \(press(.leave)) ends."
    }
    return "A question stands before message \(hit.moment + 1)."
  }
}
