import CellUI

/// Draws the list of branches and worlds.
struct BranchesBox {
  let list: BranchesState
  let run: RunState
  let keys: KeyTable
  let notice: String?
  let glyphs: Glyphs

  func draw(on canvas: inout Canvas) -> Point? {
    let width = ListBox.lineWidth(canvas.bounds)
    ListBox(
      title: "Branches and worlds", note: [Span(keys.listNote("goes there"), .keyHint)],
      rows: BranchRow.all(run).map { lines($0, width: width) }, selected: list.row,
      foot: [foot]
    ).draw(on: &canvas)
    guard let field = list.naming else { return nil }
    let size = Size(width: min(60, canvas.bounds.width - 2), height: 3)
    let inner = canvas.box(
      "The branch's name", note: [Span("Enter   Esc", .keyHint)],
      in: canvas.bounds.centered(size), focused: true)
    return canvas.field(field, in: inner.inset(left: 1, right: 1).row(0))
  }

  private var foot: StyledLine {
    if list.isDeleting { return [Span(" Delete this branch? y deletes it.", .warning)] }
    if let notice { return [Span(" \(notice)", .warning)] }
    return keys.bindings(in: .chooser).flatMap { binding in
      [Span(" \(binding.keyName)", .key), Span(" \(binding.footer ?? "")  ", .keyHint)]
    }
  }

  private func lines(_ row: BranchRow, width: Int) -> [StyledLine] {
    var out = LineMaker(width: width, glyphs.repertoire)
    switch row {
    case .branch(let index):
      let branch = run.branches[index]
      let isCurrent = index == run.current
      let indent = String(repeating: "  ", count: depth(of: index))
      let what = branch.change ?? run.title(ofWorld: branch.request.variant)
      let seen = "seen to \(branch.furthest + 1) of \(branch.model.moments.count)"
      out.add(
        [
          Span((indent + branch.name).padded(to: 24), isCurrent ? .strong : .normal),
          Span(what, branch.change == nil ? .dim : .changed),
        ], right: [Span(isCurrent ? "here, \(seen)" : seen, .dim)], hanging: 24)
      if let difference = branch.difference {
        out.add(
          [
            Span("\(indent)  \(glyphs.change) ", .changed),
            Span("differs from message \(difference.moment + 1) on: ", .dim),
            Span(difference.words, .dim),
          ], hanging: 6)
      } else if branch.parent != nil {
        out.add([Span("\(indent)    no message differs", .dim)])
      }
    case .world(let name):
      out.add(
        [Span((name ?? "main").padded(to: 24)), Span(run.title(ofWorld: name), .dim)],
        right: [Span("not run yet", .inactive)], hanging: 24)
    }
    return out.lines
  }

  /// How many forks lie before a branch.
  private func depth(of index: Int) -> Int {
    var depth = 0
    var at = index
    while let parent = run.branches[at].parent {
      depth += 1
      at = parent
    }
    return depth
  }
}

extension RunState {
  /// A variant's title; for the scenario as it stands, that.
  func title(ofWorld name: String?) -> String {
    guard let name else { return "the scenario as it stands" }
    return scenario.variant(named: name)?.title ?? ""
  }
}

/// Draws the field for a file's path.
struct KeepBox {
  let keep: KeepState
  let run: RunState
  let glyphs: Glyphs

  func draw(on canvas: inout Canvas) -> Point {
    let size = Size(width: ListBox.width(canvas.bounds, most: 90), height: 4)
    let inner = canvas.box(
      title, note: [Span("Enter writes   Esc", .keyHint)], in: canvas.bounds.centered(size),
      focused: true)
    canvas.line([Span(" \(what)", .dim)], in: inner.row(1))
    return canvas.field(keep.path, in: inner.inset(left: 1, right: 1).row(0), hint: "path")
  }

  private var title: String {
    switch keep.form {
    case .variant(let name): "Keep as the variant \(name), in a new file"
    case .savedRun: "Save the run"
    case .export(let name): "Export as \(name)"
    }
  }

  private var what: String {
    switch keep.form {
    case .variant: "A copy of the scenario with this variant; no file is written over."
    case .savedRun: "`authscope replay` plays it again and compares; no file is written over."
    case .export: "What has not been played yet is in it too; no file is written over."
    }
  }
}
