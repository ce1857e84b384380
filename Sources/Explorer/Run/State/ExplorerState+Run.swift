import CellUI
import Simulation
import Trace

extension ExplorerState {
  /// A command on the run screen.
  mutating func performInRun(_ command: Command) -> [Effect] {
    guard var run else { return [] }
    let asked = heardCommand(command, run)
    let before = run.branch.request
    let effects = perform(asked, &run)
    if run.branch.request != before { run.judgePuzzle() }
    if let finished = run.tour?.hear(asked), finished {
      run.tour = nil
      progress.tourSeen = true
      notice =
        "That was the tour. \(run.press(.help)) shows all keys; "
        + "\(run.press(.undo)) takes a what-if back."
    }
    self.run = run
    return effects + saveIfFinished() + savePuzzle()
  }

  /// Space is `l` outside the defences; j and k are l and h in the sequence.
  private func heardCommand(_ command: Command, _ run: RunState) -> Command {
    let focus = RunArrangement.of(size).focus(run.panes)
    let walks = focus == .sequence && !run.isAsking
    if command == .toggle, focus != .defences { return .next }
    if command == .down, walks { return .next }
    if command == .up, walks { return .back }
    return command
  }

  private mutating func perform(_ command: Command, _ run: inout RunState) -> [Effect] {
    switch command {
    case .next: notice = run.next()
    case .back: notice = run.back()
    case .enter: return enter(&run)
    case .leave: leave(&run)
    case .nextAttack: seek(&run, 1, "attack") { $0.attack }
    case .previousAttack: seek(&run, -1, "attack") { $0.attack }
    case .nextChange: seek(&run, 1, "change of a store") { $0.storeChanged || $0.omission }
    case .previousChange: seek(&run, -1, "change of a store") { $0.storeChanged || $0.omission }
    case .goTo: overlay = .goTo(TextField())
    case .restart: run.jump(to: 0)
    case .end:
      run.jump(to: run.model.lastMoment)
      if run.position == run.model.lastMoment, !run.isAsking { run.walk.atEnd = true }
    case .firstDifference: if let place = run.branch.firstDifference { run.jump(to: place) }
    case .undo: if run.undo() { notice = "Taken back. This is \(run.branch.name)." }
    case .branches: overlay = .branches(BranchesState(row: run.current))
    case .nameBranch:
      overlay = .branches(
        BranchesState(row: run.current, naming: TextField(run.branch.name)))
    case .keepVariant: keep(true, run.current, run)
    case .keepRun: keep(false, run.current, run)
    case .export: overlay = .exports(ExportState())
    case .mask:
      run.toggleMask()
      notice =
        run.isMasked
        ? "Secrets stand by their names; :mask shows them again." : "Secrets are shown as they are."
    case .unveil: run.branches[run.current].unveiled = true
    case .tour: run.tour = Tour()
    case .challenges: openPuzzles(run)
    case .toggle: return toggle(&run)
    case .copy: return [.copy(RunCopy.text(of: run, size: size))]
    case .why: overlay = .why(why(run))
    case .runTo: overlay = .runTo(RunToState(run.model))
    case .search: overlay = .find(FindState(field: TextField()))
    case .searchPane:
      let pane = RunArrangement.of(size).focus(run.panes)
      overlay = .find(FindState(field: TextField(), pane: pane == .sequence ? .message : pane))
    case .nextHit: notice = run.stepSearch(1)
    case .previousHit: notice = run.stepSearch(-1)
    case .filter: overlay = .filter(TextField(run.filter?.text ?? ""))
    case .tamper: beginTamper(run)
    case .ownRequest: beginOwnRequest(run)
    case .dropMessage: return change(.drop, &run)
    case .repeatMessage: return change(.again, &run)
    case .toggleHere: return run.toggleHereRequest.map { play($0, &run) } ?? []
    case .deeper, .shallower: run.changeDepth(command)
    case .nextPane, .previousPane, .sequence, .message, .stores, .token, .defences, .zoom,
      .otherView, .down, .up, .pageDown, .pageUp:
      run.performInPanes(command, size)
    case .compare: beginCompare(run)
    default: break
    }
    return []
  }

  private mutating func enter(_ run: inout RunState) -> [Effect] {
    if run.walk.atEnd {
      guard let next = library.course.following(run.scenario.id) else {
        screen = .library
        return []
      }
      return open(next.id)
    }
    if run.isAsking {
      run.answer()
    } else if enterThing(&run) {
      return []
    } else if run.walk.check != nil {
      notice = run.next()
    } else {
      notice = run.enterChecks()
    }
    return []
  }

  /// Enter on what the cursor stands on: a check is gone into, anything else opens whole.
  private mutating func enterThing(_ run: inout RunState) -> Bool {
    let focus = RunArrangement.of(size).focus(run.panes)
    guard run.walk.check == nil, run.panes.cursor[focus] != nil else { return false }
    let thing = run.selection(size)
    if focus == .defences, case .record(let record) = thing.subject {
      guard record >= 0 else { return false }
      run.jump(to: run.model.moment(ofRecord: record))
      run.show(.defences)
      return true
    }
    if case .check(let record, let row) = thing.subject,
      let check = run.checks.places.firstIndex(of: LedgerPlace(record: record, row: row))
    {
      run.panes.cursor = [:]
      run.walk.check = check
      run.show(.message)
    } else {
      overlay = .whole(WholeState(name: thing.name, text: thing.value))
    }
    return true
  }

  private mutating func leave(_ run: inout RunState) {
    if run.walk.check != nil {
      run.walk.check = nil
    } else if let pane = run.panes.cursor.keys.first {
      run.panes.cursor[pane] = nil
    } else if run.search != nil {
      run.search = nil
    } else if run.tour != nil {
      run.tour = nil
      progress.tourSeen = true
      notice = "The tour is over. :tour starts it again."
    } else if run.panes.zoomed {
      run.panes.zoomed = false
    } else {
      run.panes.focus = .sequence
    }
  }

  private mutating func seek(
    _ run: inout RunState, _ direction: Int, _ what: String, _ wanted: (MomentMarks) -> Bool
  ) {
    if !run.seek(direction, where: wanted) {
      notice = "There is no \(direction > 0 ? "further" : "earlier") \(what)."
    }
  }

  private mutating func toggle(_ run: inout RunState) -> [Effect] {
    guard let request = run.toggleRequest else { return [] }
    return play(request, &run)
  }

  mutating func addBranch(_ request: RunRequest, _ trace: Trace) -> [Effect] {
    guard var run else { return [] }
    let world = pendingWorld?.request == request ? pendingWorld?.words : nil
    run.add(request, trace, change: world)
    run.judgePuzzle()
    self.run = run
    notice = Self.arrival(run)
    return savePuzzle()
  }

  private static func arrival(_ run: RunState) -> String {
    guard run.branch.parent != nil else { return "This is the world \(run.branch.name)." }
    let what = "\(run.branch.name) \(run.branch.change ?? "")"
    guard let place = run.branch.firstDifference else { return "\(what): no message differs." }
    return "\(verdict(run))\(what): differs from message \(place + 1). "
      + "\(run.press(.firstDifference)) goes there, \(run.press(.undo)) undoes."
  }

  /// Whoever has seen the run to its end wants to know how it ends now; the others walk there.
  private static func verdict(_ run: RunState) -> String {
    guard let parent = run.branch.parent, run.model.trace.verdict != .none,
      run.branches[parent].furthest >= run.branches[parent].model.lastMoment
    else { return "" }
    return "\(EndCard.verdict(of: run)) "
  }

  /// The end of a lesson is written down once, with the answers given.
  private mutating func saveIfFinished() -> [Effect] {
    guard let run, run.walk.atEnd, run.file == nil else { return [] }
    var lesson = progress.lessons[run.scenario.id] ?? Progress.Lesson()
    lesson.finished = true
    lesson.hints = max(lesson.hints, run.hintsTaken)
    for (question, answer) in run.results where lesson.answers[question.step] == nil {
      lesson.answers[question.step] = answer
    }
    guard progress.lessons[run.scenario.id] != lesson else { return [] }
    progress.lessons[run.scenario.id] = lesson
    return [.saveProgress(progress)]
  }
}
