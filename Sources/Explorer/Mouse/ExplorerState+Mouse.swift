import CellUI
import Trace

extension ExplorerState {
  mutating func receive(_ mouse: MouseEvent) -> [Effect] {
    switch mouse.action {
    case .press(.left): return click(at: mouse.position)
    case .wheelDown: return turn(1, at: mouse.position)
    case .wheelUp: return turn(-1, at: mouse.position)
    case .press, .release, .drag, .move: return []
    }
  }

  /// `:mouse`
  mutating func toggleMouse() -> [Effect] {
    hasMouse.toggle()
    notice =
      hasMouse
      ? "Clicks and the wheel are the explorer's again."
      : "The mouse is the terminal's now: select text as usual. :mouse takes it back."
    return [.mouse(hasMouse)]
  }

  // Clicks. The first selects, a second one on the same place is Enter.

  private mutating func click(at point: Point) -> [Effect] {
    guard let target = clickTarget(self, at: point) else { return [] }
    let isSecond = lastClick.map { $0.target == target && now - $0.second <= 1 } ?? false
    lastClick = isSecond ? nil : Click(target: target, second: now)
    notice = nil
    let effects = overlay == nil ? select(target) : selectInOverlay(target)
    guard isSecond, target.isChosenByEnter else { return effects }
    return effects + choose()
  }

  private mutating func choose() -> [Effect] {
    if overlay != nil { return receiveInOverlay(chooseKey) }
    return perform(screen == .library ? .open : .enter)
  }

  private var chooseKey: KeyPress {
    switch overlay {
    case .palette, .runTo, .glossary, .findInMatrix, .choice: KeyPress(.enter)
    case .tamper(let tamper) where tamper.presets == nil:
      keys.binding(.edit, in: .tamper)?.keys.first ?? KeyPress(.enter)
    default: keys.binding(.enter, in: .list)?.keys.first ?? KeyPress(.enter)
    }
  }

  private mutating func select(_ target: ClickTarget) -> [Effect] {
    switch target {
    case .command(let command): return perform(command)
    case .row(let row): selectRow(row)
    case .lesson(let id): library.select(id: id)
    case .moment(let moment, let branch):
      run?.go(to: branch)
      run?.jump(to: moment)
      run?.choose(.sequence)
    case .pane(let pane): return perform(pane.command)
    case .thing(let pane, let index):
      run?.choose(pane)
      run?.panes.cursor = [pane: index]
    case .defence(let index):
      run?.choose(.defences)
      run?.panes.defence = index
    case .answer(let row): run?.select(answer: row)
    case .cell(let attack, let column):
      matrix?.select(attack: attack)
      matrix?.select(column: column)
    case .compared(let row, let side):
      compare?.side = side
      compare?.move(to: row)
    case .outside: break
    }
    return []
  }

  private mutating func selectRow(_ row: Int) {
    if screen == .library {
      library.select(row: row)
    } else if screen == .guide {
      guide.isTyping = false
      guide.select(row)
    }
  }

  private mutating func selectInOverlay(_ target: ClickTarget) -> [Effect] {
    guard case .row(let row) = target else { return [] }
    switch overlay {
    case .palette(var palette):
      palette.selected = row
      overlay = .palette(palette)
    case .branches(var list):
      list.row = row
      overlay = .branches(list)
    case .exports(var list):
      list.row = row
      overlay = .exports(list)
    case .compareWith: overlay = .compareWith(row)
    case .choice(var choice):
      choice.row = row
      overlay = .choice(choice)
    case .why(var why):
      why.row = row
      overlay = .why(why)
    case .runTo(var runTo):
      runTo.selected = row
      overlay = .runTo(runTo)
    case .tamper(var tamper):
      if tamper.presets == nil { tamper.row = row } else { tamper.presets = row }
      overlay = .tamper(tamper)
    case .puzzles(var list):
      list.row = row
      overlay = .puzzles(list)
    case .glossary(var glossary):
      glossary.row = row
      overlay = .glossary(glossary)
    case .findInMatrix(var find):
      find.selected = row
      overlay = .findInMatrix(find)
    case .goTo, .keep, .compareSource, .prompt, .question, .find, .filter, .whole,
      .exportProgress, nil:
      break
    }
    return []
  }

  // The wheel.

  private static let notch = 3

  private mutating func turn(_ direction: Int, at point: Point) -> [Effect] {
    if overlay != nil { return turnOverlay(direction) }
    guard !library.isTyping, !guide.isTyping, bench?.edit == nil else { return [] }
    notice = nil
    if screen == .run, let target = clickTarget(self, at: point), let pane = target.pane,
      pane != .sequence
    {
      run?.scroll(pane, by: direction * Self.notch, size)
      return []
    }
    return perform(direction > 0 ? .down : .up, onRun: direction > 0 ? .next : .back)
  }

  private mutating func perform(_ command: Command, onRun other: Command) -> [Effect] {
    guard screen == .run, let run else { return perform(command) }
    // Over a question the wheel goes through its rows.
    return perform(run.isAsking ? command : other)
  }

  private mutating func turnOverlay(_ direction: Int) -> [Effect] {
    let command: Command = direction > 0 ? .down : .up
    switch overlay {
    case .palette, .runTo, .choice, .glossary, .findInMatrix:
      return receiveInOverlay(KeyPress(direction > 0 ? .down : .up))
    case .tamper(let tamper) where tamper.presets == nil:
      return press(command, in: .tamper)
    case .branches, .exports, .compareWith, .why, .tamper, .whole, .puzzles:
      return press(command, in: .list)
    case .goTo, .keep, .compareSource, .prompt, .question, .find, .filter, .exportProgress, nil:
      return []
    }
  }

  private mutating func press(_ command: Command, in context: KeyContext) -> [Effect] {
    guard let key = keys.binding(command, in: context)?.keys.first else { return [] }
    return receiveInOverlay(key)
  }
}

extension ClickTarget {
  /// Whether a second click does what Enter does there.
  fileprivate var isChosenByEnter: Bool {
    switch self {
    case .row, .lesson, .thing, .answer, .cell, .compared, .moment: true
    case .command, .pane, .defence, .outside: false
    }
  }

  /// The pane of the run screen that it belongs to.
  fileprivate var pane: Pane? {
    switch self {
    case .pane(let pane), .thing(let pane, _): pane
    case .moment: .sequence
    case .defence: .defences
    case .command, .row, .lesson, .answer, .cell, .compared, .outside: nil
    }
  }
}

extension RunState {
  /// Puts the cursor on a row of the question.
  fileprivate mutating func select(answer row: Int) {
    guard let question = question?.question else { return }
    var state = questionState(question)
    state.row = max(0, min(rows(of: question).count - 1, row))
    setQuestionState(question, state)
  }

  /// Moves what a pane shows, its cursor aside.
  fileprivate mutating func scroll(_ pane: Pane, by rows: Int, _ size: Size) {
    panes.cursor[pane] = nil
    var scroll = RunView(self, size: size).scroll(of: pane)
    scroll.scroll(by: rows)
    panes.scroll[pane] = scroll.offset
  }
}
