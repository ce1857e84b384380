import CellUI

extension ExplorerState {
  /// A key while a list or a field lies over the screen.
  mutating func receiveInOverlay(_ press: KeyPress) -> [Effect] {
    switch overlay {
    case nil: return []
    case .palette(let palette): return receive(press, in: palette)
    case .goTo(let field):
      receive(press, in: field)
      return []
    case .branches(let list): return receive(press, in: list)
    case .keep(let keep): return receive(press, in: keep)
    case .exports(let list):
      receive(press, in: list)
      return []
    case .compareWith(let row): return receive(press, comparing: row)
    case .compareSource(let field): return receive(press, source: field)
    case .prompt(let prompt): return receive(press, in: prompt)
    case .choice(let choice): return receive(press, in: choice)
    case .question(let question):
      receive(press, to: question)
      return []
    case .why(let why): return receive(press, in: why)
    case .runTo(let runTo):
      receive(press, in: runTo)
      return []
    case .find(let find): return receive(press, in: find)
    case .filter(let field):
      receive(press, filter: field)
      return []
    case .tamper(let tamper): return receive(press, in: tamper)
    case .puzzles(let list): return receive(press, in: list)
    case .glossary(let words): return receive(press, in: words)
    case .exportProgress(let field): return receive(press, progressPath: field)
    case .findInMatrix(let find):
      receive(press, in: find)
      return []
    case .whole(let whole): return receive(press, in: whole)
    }
  }

  static func closes(_ press: KeyPress) -> Bool {
    press.key == .esc || press.key == .ctrl("c")
  }

  private mutating func receive(_ press: KeyPress, in palette: PaletteState) -> [Effect] {
    if Self.closes(press) {
      overlay = nil
      return []
    }
    var palette = palette
    let rows = palette.rows(keys.bindings(in: keyContext))
    switch press.key {
    case .enter:
      overlay = nil
      guard rows.indices.contains(palette.selected) else { return [] }
      return perform(rows[palette.selected].command)
    case .down, .tab, .ctrl("n"): palette.selected = min(rows.count - 1, palette.selected + 1)
    case .up, .backtab, .ctrl("p"): palette.selected = max(0, palette.selected - 1)
    case .char, .ctrl, .esc, .backspace, .delete, .insert, .left, .right, .home, .end, .pageUp,
      .pageDown, .function:
      if palette.field.handle(press) { palette.selected = 0 }
    }
    overlay = .palette(palette)
    return []
  }

  private mutating func receive(_ press: KeyPress, in field: TextField) {
    var field = field
    if Self.closes(press) {
      overlay = nil
    } else if press.key == .enter {
      overlay = nil
      goTo(field.text)
    } else {
      _ = field.handle(press)
      overlay = .goTo(field)
    }
  }

  /// Goes to a message by its number; without one, to the start.
  private mutating func goTo(_ text: String) {
    guard var run else { return }
    let wanted = text.filter { $0 != " " }
    if wanted.isEmpty {
      run.jump(to: 0)
    } else if let number = Int(wanted), number >= 1, number <= run.model.moments.count {
      run.jump(to: number - 1)
    } else if let place = run.firstMoment(ofStep: wanted) {
      run.jump(to: place)
    } else {
      notice = "There are messages 1 to \(run.model.moments.count), and no step \(wanted)."
    }
    self.run = run
  }
}

extension RunState {
  /// The first moment of the step of that name, or of the first one that begins so.
  fileprivate func firstMoment(ofStep name: String) -> Int? {
    let steps = model.trace.steps
    let step =
      steps.firstIndex { $0.id.description == name }
      ?? steps.firstIndex { $0.id.description.hasPrefix(name) }
    return step.flatMap { model.momentsOfStep[$0]?.lowerBound }
  }
}
