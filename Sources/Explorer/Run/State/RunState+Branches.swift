import Ledger
import Simulation
import Trace

extension RunState {
  /// The run with the selected defence at its next level.
  var toggleRequest: RunRequest? {
    let defences = branch.model.trace.defences
    guard defences.indices.contains(panes.defence) else { return nil }
    let defence = defences[panes.defence]
    let place = defence.levels.firstIndex(of: defence.level) ?? 0
    let level = defence.levels[(place + 1) % max(1, defence.levels.count)]
    var request = branch.request
    request.settings.removeAll { $0.defence == defence.id }
    let original = branches[root(of: current)].model.trace.defences.first { $0.id == defence.id }
    if original?.level != level { request.settings.append(.defence(defence.id, level: level)) }
    return request
  }

  /// The run with the selected defence at its next level from the current step on.
  var toggleHereRequest: RunRequest? {
    let defences = branch.model.trace.defences
    guard defences.indices.contains(panes.defence), let moment else { return nil }
    let defence = defences[panes.defence]
    let place = defence.levels.firstIndex(of: level(of: defence)) ?? 0
    let level = defence.levels[(place + 1) % max(1, defence.levels.count)]
    let at = Address(step: model.trace.steps[moment.step].id, path: SendPath())
    var request = branch.request
    request.interventions.removeAll {
      guard case .setting(let setting) = $0.change else { return false }
      return $0.at == at && setting.defence == defence.id
    }
    request.interventions.append(
      Intervention(
        at: at, fingerprint: nil, change: .setting(.defence(defence.id, level: level))))
    return request
  }

  /// How a defence stands at the current moment, changes on the way counted.
  func level(of defence: DefenceState) -> String {
    let last = moment?.lastRecord ?? -1
    let head = "\(defence.id.text): "
    for record in model.settingChanges where record <= last {
      guard case .settingChanged(let text) = model.trace.records[record].event,
        text.hasPrefix(head)
      else { continue }
      return String(text.dropFirst(head.count))
    }
    return defence.level
  }

  /// Hides the values of all secrets, or shows them again.
  mutating func toggleMask() {
    isMasked.toggle()
    for index in branches.indices { branches[index].mask(isMasked) }
    arrive()
  }

  /// A branch that plays the same run already.
  func branch(playing request: RunRequest) -> Int? {
    branches.firstIndex { $0.request == request }
  }

  /// The branch that a chain of what-ifs began with.
  func root(of branch: Int) -> Int {
    var index = branch
    while let parent = branches[index].parent { index = parent }
    return index
  }

  /// Adds a finished run beside the current one and goes to the same place in it.
  mutating func add(_ request: RunRequest, _ trace: Trace, change words: String? = nil) {
    let isWorld = request.variant != branch.request.variant
    let model = RunModel(trace, decisiveStep: scenario.decisiveStep(of: trace))
    let difference = isWorld ? nil : FirstDifference(model, from: branch.played)
    if !isWorld { whatIfs += 1 }
    let place =
      isWorld
      ? 0
      : model.counterpart(of: position, in: self.model)
        ?? min(position, model.lastMoment)
    branches.append(
      Branch(
        name: isWorld ? request.variant ?? "main" : "what-if#\(whatIfs)", request: request,
        model: model, parent: isWorld ? nil : current,
        change: isWorld ? words : words ?? Self.change(request, from: branch.request, self.model),
        difference: difference, furthest: place))
    branches[branches.count - 1].mask(isMasked)
    move(to: branches.count - 1, position: place)
    if !isWorld { showAnswer(to: request) }
  }

  /// A message that was changed or sent has its answer in sight at once.
  private mutating func showAnswer(to request: RunRequest) {
    let old = branches[branch.parent ?? current].request.interventions
    guard let change = request.interventions.first(where: { !old.contains($0) }),
      let place = model.moments.firstIndex(where: { fits($0, change) }),
      let answer = model.moments[place].partner
    else { return }
    walk = Walk(position: answer)
    arrive()
    panes.shown = .message
  }

  private func fits(_ moment: Moment, _ change: Intervention) -> Bool {
    guard moment.kind == .request else { return false }
    let step = model.trace.steps[moment.step].id
    switch change.change {
    case .edit, .again, .answer, .editAnswer:
      return step == change.at.step && moment.path == change.at.path
    case .insert:
      let own = branch.request.interventions.filter { $0.change.isInsertion }
      let number = own.firstIndex(of: change).map { $0 + 1 }
      return number.map { step == Address.ownStep($0) } ?? false
    case .drop, .setting: return false
    }
  }

  /// Goes to another branch, to the place that corresponds to this one.
  mutating func go(to index: Int) {
    guard branches.indices.contains(index), index != current else { return }
    let other = branches[index].model
    let place = other.counterpart(of: position, in: model) ?? min(position, other.lastMoment)
    move(to: index, position: min(place, branches[index].furthest))
  }

  private mutating func move(to index: Int, position: Int) {
    current = index
    let shown = panes
    if let text = filter?.text { setFilter(text) }
    search = nil
    walk = Walk(position: position)
    arrive()
    // The reader stays with the pane that the change was made in.
    panes.shown = shown.shown
    panes.pinnedStep = moment?.step
  }

  /// Takes the current what-if away; false for a branch that is none.
  mutating func undo() -> Bool {
    branch.parent == nil ? false : delete(current)
  }

  /// Takes a branch away; what was forked from it hangs on its parent then. False for the last one,
  /// and for a world on which what-ifs hang.
  mutating func delete(_ removed: Int) -> Bool {
    guard branches.indices.contains(removed), branches.count > 1 else { return false }
    let parent = branches[removed].parent
    guard parent != nil || !branches.contains(where: { $0.parent == removed }) else {
      return false
    }
    if current == removed { go(to: parent ?? (removed == 0 ? 1 : 0)) }
    branches.remove(at: removed)
    if current > removed { current -= 1 }
    branches = branches.map { $0.without(removed, heir: parent ?? 0) }
    return true
  }

  private static func change(
    _ request: RunRequest, from old: RunRequest, _ model: RunModel
  ) -> String {
    let added =
      request.settings.filter { !old.settings.contains($0) }.map { "\($0.words) from the start" }
      + request.interventions.filter { !old.interventions.contains($0) }.map(\.words)
    if !added.isEmpty { return added.joined(separator: ", ") }
    let removed =
      old.settings.filter { !request.settings.contains($0) }.map(\.words)
      + old.interventions.filter { !request.interventions.contains($0) }.map(\.words)
    return removed.map { "\($0) taken back" }.joined(separator: ", ")
  }
}

extension Branch {
  /// The same branch after another one was removed from the list.
  fileprivate func without(_ removed: Int, heir: Int) -> Branch {
    guard let parent else { return self }
    let newParent = parent == removed ? heir : parent
    var out = Branch(
      name: name, request: request, model: played,
      parent: newParent > removed ? newParent - 1 : newParent, change: change,
      difference: difference, furthest: furthest, unveiled: unveiled)
    out.model = model
    return out
  }
}

extension Setting {
  var defence: DefenceID? {
    switch self {
    case .defence(let id, _): id
    case .storeShared, .serverCount, .balance, .span, .algorithm, .tokens, .verify, .condition,
      .encryption, .extensions, .deployment:
      nil
    }
  }

  /// As a branch is labelled: "pin-alg off".
  var words: String {
    switch self {
    case .defence(let id, let level): "\(id.text) \(level)"
    case .storeShared, .serverCount, .balance, .span, .algorithm, .tokens, .verify, .condition,
      .encryption, .extensions, .deployment:
      text
    }
  }
}
