import CellUI
import Simulation

extension ExplorerState {
  mutating func receive(_ press: KeyPress, in list: BranchesState) -> [Effect] {
    guard var run else { return [] }
    var list = list
    let rows = BranchRow.all(run)
    if list.naming != nil {
      name(press, &list, rows, &run)
      self.run = run
      return []
    }
    if list.isDeleting {
      confirm(press, &list, rows, &run)
      self.run = run
      return []
    }
    if let command = keys.command(for: press, in: .chooser) {
      return perform(command, &list, rows, run)
    }
    switch ListKey(press, keys) {
    case .close: overlay = nil
    case .move(let by):
      list.row = list.row.moved(by: by, in: rows.count)
      overlay = .branches(list)
    case .choose: return choose(rows, list.row, run)
    case .copy: break
    case .other(let press):
      let command = keys.command(for: press, in: .run)
      if command == .branches { overlay = nil }
      if command == .toggle { return choose(rows, list.row, run) }
    }
    return []
  }

  private mutating func choose(_ rows: [BranchRow], _ row: Int, _ run: RunState) -> [Effect] {
    overlay = nil
    guard rows.indices.contains(row) else { return [] }
    switch rows[row] {
    case .branch(let index):
      var run = run
      run.go(to: index)
      run.judgePuzzle()
      notice = "This is \(run.branch.name)."
      self.run = run
      return []
    case .world(let name):
      return [
        .run(RunRequest(scenario: run.scenario.id, variant: name, seed: run.branch.request.seed))
      ]
    }
  }

  private mutating func perform(
    _ command: Command, _ list: inout BranchesState, _ rows: [BranchRow], _ run: RunState
  ) -> [Effect] {
    guard rows.indices.contains(list.row), case .branch(let index) = rows[list.row] else {
      notice = "This world has not been run yet: \(keys.name(.enter, in: .list)) runs it."
      return []
    }
    if command == .deleteBranch {
      list.isDeleting = true
      overlay = .branches(list)
    } else if command == .nameBranch {
      list.naming = TextField(run.branches[index].name)
      overlay = .branches(list)
    } else {
      keep(command == .keepVariant, index, run)
    }
    return []
  }

  /// Nothing is deleted by one key.
  private mutating func confirm(
    _ press: KeyPress, _ list: inout BranchesState, _ rows: [BranchRow], _ run: inout RunState
  ) {
    list.isDeleting = false
    defer { overlay = .branches(list) }
    guard press.key == .char("y"), rows.indices.contains(list.row),
      case .branch(let index) = rows[list.row]
    else {
      notice = "Nothing was deleted."
      return
    }
    let name = run.branches[index].name
    guard run.delete(index) else {
      notice =
        run.branches.count == 1
        ? "This is the only run there is." : "What-ifs hang on \(name): delete those first."
      return
    }
    run.judgePuzzle()
    list.row = min(list.row, BranchRow.all(run).count - 1)
    notice = "\(name) is deleted. This is \(run.branch.name)."
  }

  private mutating func name(
    _ press: KeyPress, _ list: inout BranchesState, _ rows: [BranchRow], _ run: inout RunState
  ) {
    if Self.closes(press) {
      list.naming = nil
    } else if press.key == .enter {
      let name = list.naming?.text.trimmed ?? ""
      if case .branch(let index) = rows[list.row], !name.isEmpty {
        run.branches[index].name = String(name.prefix(40))
      }
      list.naming = nil
    } else {
      _ = list.naming?.handle(press)
    }
    overlay = .branches(list)
  }

  // Keeping.

  /// Asks for the file's path; says why a branch cannot be a variant.
  mutating func keep(_ asVariant: Bool, _ index: Int, _ run: RunState) {
    let branch = run.branches[index]
    let name = branch.fileName
    let lesson = run.scenario.id.split(separator: "/").last.map(String.init) ?? "run"
    guard asVariant else {
      overlay = .keep(
        KeepState(
          form: .savedRun, branch: index, path: TextField("\(lesson)-\(name).authscope")))
      return
    }
    if !branch.request.interventions.isEmpty {
      let key = keys.name(.keepRun, in: .chooser)
      notice = "A variant only changes settings from the start; save the run instead: \(key)."
    } else if branch.request.settings.isEmpty {
      notice = "Nothing was changed here: there is nothing to keep as a variant."
    } else if run.scenario.variant(named: name) != nil {
      let key = keys.name(.nameBranch, in: .chooser)
      notice = "There is a variant \(name) already; \(key) gives this branch another name."
    } else {
      overlay = .keep(
        KeepState(
          form: .variant(name), branch: index, path: TextField("\(lesson)-\(name).yaml")))
    }
  }

  mutating func receive(_ press: KeyPress, in keep: KeepState) -> [Effect] {
    guard let run, run.branches.indices.contains(keep.branch) else { return [] }
    var keep = keep
    if Self.closes(press) {
      overlay = nil
      notice = "Nothing was written."
      return []
    }
    guard press.key == .enter else {
      _ = keep.path.handle(press)
      overlay = .keep(keep)
      return []
    }
    let path = keep.path.text.trimmed
    guard !path.isEmpty else {
      notice = "Write the path of the new file, or Esc."
      return []
    }
    overlay = nil
    let branch = run.branches[keep.branch]
    return [
      .keep(
        KeepRequest(
          form: keep.form, run: branch.request, title: branch.change ?? branch.name, path: path))
    ]
  }
}

extension Branch {
  /// A name for a file and for a variant: `what-if-1`.
  var fileName: String {
    let plain = name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    let text = String(plain).split(separator: "-").joined(separator: "-").lowercased()
    return text.first?.isLetter ?? false ? text : "run-\(text)"
  }
}
