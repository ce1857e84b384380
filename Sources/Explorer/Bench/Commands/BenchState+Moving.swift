import CellUI

extension BenchState {
  /// A command that only moves; false for one that changes something.
  mutating func move(_ command: Command, _ size: Size) -> Bool {
    switch command {
    case .token: choose(.token)
    case .header: choose(.header)
    case .claims: choose(.claims)
    case .policy: choose(.policy)
    case .checks: choose(.checks)
    case .nextPane: choose(pane(after: 1))
    case .previousPane: choose(pane(after: -1))
    case .next: sideways(1)
    case .back: sideways(-1)
    case .down: rows(1, size)
    case .up: rows(-1, size)
    case .pageDown: rows(page(size), size)
    case .pageUp: rows(-page(size), size)
    case .restart: rows(-rowCount(view.focus), size)
    case .end: rows(rowCount(view.focus), size)
    case .zoom: view.zoomed.toggle()
    case .otherView: nextAside()
    case .deeper: view.depth = Depth(rawValue: view.depth.rawValue + 1) ?? view.depth
    case .shallower: view.depth = Depth(rawValue: view.depth.rawValue - 1) ?? view.depth
    case .leave:
      if view.showsCauses { view.showsCauses = false } else { view.zoomed = false }
    default:
      return false
    }
    return true
  }

  private mutating func choose(_ pane: BenchPane) { view.focus = pane }

  private func pane(after step: Int) -> BenchPane {
    let all = BenchPane.allCases
    let index = all.firstIndex(of: view.focus) ?? 0
    return all[(index + step + all.count) % all.count]
  }

  private mutating func sideways(_ step: Int) {
    if view.focus == .token {
      moveCaret(by: step)
    } else {
      choose(pane(after: step))
    }
  }

  private mutating func moveCaret(by step: Int) {
    view.caret = max(0, min(model.bytes.count - 1, view.caret + step))
  }

  /// Down and up; past the end of header, claims and policy the next of them begins.
  private mutating func rows(_ step: Int, _ size: Size) {
    let pane = view.focus
    if pane == .token {
      let width = BenchView(self, size: size).tokenWidth
      moveCaret(by: abs(step) >= model.bytes.count ? step : step * width)
      return
    }
    let last = rowCount(pane) - 1
    let wanted = view.row(pane) + step
    if abs(step) == 1, wanted < 0 || wanted > last, let next = flow(from: pane, step) {
      view.focus = next
      view.rows[next] = step > 0 ? 0 : max(0, rowCount(next) - 1)
    } else {
      view.rows[pane] = max(0, min(last, wanted))
    }
  }

  private func flow(from pane: BenchPane, _ step: Int) -> BenchPane? {
    let order: [BenchPane] = [.header, .claims, .policy]
    guard let index = order.firstIndex(of: pane) else { return nil }
    var next = index + step
    while order.indices.contains(next), rowCount(order[next]) == 0 { next += step }
    return order.indices.contains(next) ? order[next] : nil
  }

  private func page(_ size: Size) -> Int {
    view.focus == .token ? 4 : max(1, size.height / 3)
  }

  private mutating func nextAside() {
    let all = BenchAside.allCases
    let index = (view.aside.rawValue + 1) % all.count
    view.aside = all[index]
  }
}
