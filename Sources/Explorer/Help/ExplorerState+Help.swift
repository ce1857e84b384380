import CellUI

extension ExplorerState {
  mutating func performInHelp(_ command: Command, over: Screen, scroll: Int) {
    let page = max(1, size.height - 3)
    switch command {
    case .down: moveHelp(over, scroll + 1)
    case .up: moveHelp(over, scroll - 1)
    case .pageDown: moveHelp(over, scroll + page)
    case .pageUp: moveHelp(over, scroll - page)
    case .leave: screen = over
    default: break
    }
  }

  private mutating func moveHelp(_ over: Screen, _ offset: Int) {
    let view = HelpView(keys: keys, context: Self.context(of: over), glyphs: .unicode)
    let last = max(0, view.lines(width: size.width - 1).count - (size.height - 2))
    screen = .help(over: over, scroll: max(0, min(last, offset)))
  }

  static func context(of screen: Screen) -> KeyContext {
    switch screen {
    case .library: .library
    case .run: .run
    case .bench: .bench
    case .guide: .guide
    case .compare: .compare
    case .matrix: .matrix
    case .help(let over, _): context(of: over)
    }
  }
}
