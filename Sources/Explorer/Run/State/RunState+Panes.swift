import CellUI
import Trace

extension RunState {
  mutating func changeDepth(_ command: Command) {
    let wanted = depth.rawValue + (command == .deeper ? 1 : -1)
    depth = Depth(rawValue: wanted) ?? depth
  }

  mutating func performInPanes(_ command: Command, _ size: Size) {
    let focus = RunArrangement.of(size).focus(panes)
    switch command {
    case .sequence: choose(.sequence)
    case .message: choose(.message)
    case .stores: choose(.stores)
    case .token: choose(.token)
    case .defences: choose(.defences)
    case .nextPane: choose(Pane.after(focus, 1))
    case .previousPane: choose(Pane.after(focus, -1))
    case .zoom: panes.zoomed.toggle()
    case .otherView: switchView(focus)
    case .down: move(focus, by: 1, size)
    case .up: move(focus, by: -1, size)
    case .pageDown: page(focus, by: 1, size)
    case .pageUp: page(focus, by: -1, size)
    default: break
    }
  }

  private mutating func switchView(_ focus: Pane) {
    switch focus {
    case .sequence: panes.showsLines.toggle()
    case .stores: panes.showsAllRows.toggle()
    case .token: panes.token += 1
    case .message, .defences: panes.showsBytes.toggle()
    }
    panes.cursor = [:]
  }

  /// A page of the box that does not fit on the screen, else of the pane.
  private mutating func page(_ focus: Pane, by pages: Int, _ size: Size) {
    if let box = RunView(self, size: size).boxScroll, box.above + box.below > 0 {
      panes.boxScroll = box.moved(by: pages * max(1, box.viewHeight - 1))
    } else {
      move(focus, by: pages * 10, size)
    }
  }

  private mutating func move(_ focus: Pane, by rows: Int, _ size: Size) {
    if isAsking {
      moveInQuestion(by: rows)
      return
    }
    switch focus {
    case .sequence: jump(to: position + rows)
    case .defences where recording != nil: moveCursor(focus, by: rows, size)
    case .defences:
      let last = model.trace.defences.count - 1
      panes.defence = max(0, min(last, panes.defence + rows))
    case .message, .stores, .token: moveCursor(focus, by: rows, size)
    }
  }
}

extension Scroll {
  fileprivate func moved(by rows: Int) -> Int {
    var scroll = self
    scroll.scroll(by: rows)
    return scroll.offset
  }
}

extension Pane {
  /// The command that goes to the pane.
  var command: Command {
    switch self {
    case .sequence: .sequence
    case .message: .message
    case .stores: .stores
    case .token: .token
    case .defences: .defences
    }
  }

  var title: String {
    switch self {
    case .sequence: "Sequence"
    case .message: "Message"
    case .stores: "Stores"
    case .token: "Token"
    case .defences: "Defences"
    }
  }

  static func after(_ pane: Pane, _ step: Int) -> Pane {
    let all = Pane.allCases
    let index = all.firstIndex(of: pane) ?? 0
    return all[(index + step + all.count) % all.count]
  }
}
