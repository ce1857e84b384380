import Trace

extension RunState {
  /// One moment on, or one check; says what stands in the way.
  mutating func next() -> String? {
    if walk.check != nil {
      nextCheck()
      return nil
    }
    if walk.atEnd {
      return "This is the end. \(press(.enter)) opens the next lesson, \(press(.back)) goes back."
    }
    skipQuestion()
    if let next = neighbour(of: position, 1) {
      walk.position = next
      arrive()
    } else {
      walk.atEnd = true
      panes.boxScroll = 0
    }
    return nil
  }

  mutating func back() -> String? {
    if let check = walk.check {
      walk.check = check > 0 ? check - 1 : nil
      return nil
    }
    if walk.atEnd {
      walk.atEnd = false
      return nil
    }
    guard let before = neighbour(of: position, -1) else {
      return position == 0
        ? "This is the first message. \(press(.help)) is help."
        : "No message before it fits the filter (\(press(.filter)))."
    }
    walk.position = before
    arrive()
    return nil
  }

  private mutating func nextCheck() {
    guard let check = walk.check else { return }
    if check + 1 < checks.rows.count {
      walk.check = check + 1
      return
    }
    walk.check = nil
    if moment?.kind == .request, let answer = moment?.partner {
      walk.position = answer
      arrive()
    }
  }

  /// The checks that belong to the current message.
  var checks: MessageChecks { MessageChecks(model, at: position) }

  mutating func enterChecks() -> String? {
    guard !checks.rows.isEmpty else { return "No server makes checks here." }
    walk.check = 0
    show(.message)
    return nil
  }

  mutating func skipQuestion() {
    guard isAsking, let question = question?.question else { return }
    var state = questionState(question)
    state.take(.skipped, of: question, in: branch.name)
    setQuestionState(question, state)
  }

  /// Goes to a moment; on the way forward no further than the next open question.
  mutating func jump(to target: Int) {
    var target = max(0, min(target, model.lastMoment))
    if target > position {
      skipQuestion()
      let ahead = position + 1...target
      target = model.questions.keys.filter { ahead ~= $0 && isOpenQuestion($0) }.min() ?? target
    }
    walk = Walk(position: target)
    arrive()
  }

  private func isOpenQuestion(_ moment: Int) -> Bool {
    guard let question = model.questions[moment]?.question else { return false }
    return questionState(question).reply == .open
  }

  /// Goes to the next or previous moment with a mark; false if there is none.
  mutating func seek(_ direction: Int, where wanted: (MomentMarks) -> Bool) -> Bool {
    var index = position + direction
    while model.moments.indices.contains(index) {
      if wanted(model.marks[index]) {
        jump(to: index)
        return true
      }
      index += direction
    }
    return false
  }

  /// After every change of place: lifts the veil, chooses the pane, marks what is new.
  mutating func arrive() {
    walk.check = nil
    branches[current].furthest = max(branch.furthest, position)
    panes.scroll = [:]
    panes.cursor = [:]
    panes.boxScroll = 0
    panes.token = 0
    guard let moment else { return }
    if panes.pinnedStep != moment.step {
      panes.pinnedStep = nil
      panes.shown = fittingPane
    }
    if hasStoreNews { panes.unseen.insert(.stores) }
    if TokenFinder(model).hasToken(at: position) { panes.unseen.insert(.token) }
    panes.unseen.remove(panes.shown)
  }

  private var hasStoreNews: Bool {
    guard model.marks.indices.contains(position) else { return false }
    let marks = model.marks[position]
    return marks.storeChanged || marks.omission
  }

  /// The pane that shows what has just happened.
  private var fittingPane: Pane {
    guard let moment else { return .message }
    if model.endsStep(position), let look = model.trace.look(ofStep: moment.step),
      look != .sequence
    {
      return look
    }
    let marks = model.marks[position]
    if marks.refused { return .message }
    if marks.storeChanged || marks.omission { return .stores }
    if moment.kind == .attack { return forgesToken ? .token : .stores }
    return .message
  }

  private var forgesToken: Bool {
    guard let moment, case .act(let act) = model.trace.records[moment.main].event else {
      return false
    }
    return act.kind == .forge
  }

  /// Brings a pane into sight because the reader asked for it.
  mutating func choose(_ pane: Pane) {
    panes.focus = pane
    if pane != .sequence {
      panes.shown = pane
      panes.pinnedStep = moment?.step
    }
    panes.unseen.remove(pane)
  }

  /// Brings a pane into sight without moving the keys there.
  mutating func show(_ pane: Pane) {
    panes.shown = pane
    panes.unseen.remove(pane)
  }
}

extension Trace {
  func look(ofStep step: Int) -> Pane? { script[Int(steps[step].line)].look }
}
