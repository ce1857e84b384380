import CellUI
import Simulation
import Trace
import Wire

extension ExplorerState {
  /// `e`: opens the request before it is sent, or the answer before it arrives.
  mutating func beginTamper(_ run: RunState) {
    if run.moment?.kind == .response { beginAnswer(run) } else { beginRequest(run) }
  }

  private mutating func beginRequest(_ run: RunState) {
    guard let place = run.tamperedMoment, let sent = run.sent(at: place),
      let target = run.target(at: place)
    else { return }
    let mine = run.branch.request.interventions.filter { $0.changesRequest(at: target.address) }
    let base = mine.isEmpty ? sent.request : sent.original ?? sent.request
    overlay = .tamper(
      TamperState(
        .message(target), base: .request(base), means: ForgerMeans(run),
        now: Int(run.model.time(at: place).seconds),
        draft: TamperDraft(message: .request(sent.request), edits: mine.flatMap(\.edits))))
  }

  private mutating func beginAnswer(_ run: RunState) {
    guard let place = run.tamperedMoment, let answer = run.model.moments[place].partner,
      let received = run.received(at: answer),
      let target = run.target(at: place)
    else { return }
    let mine = run.branch.request.interventions.filter { $0.changesAnswer(at: target.address) }
    let base = mine.isEmpty ? received.response : received.original ?? received.response
    overlay = .tamper(
      TamperState(
        .answer(target.answered(by: answer + 1)), base: .answer(base), means: ForgerMeans(run),
        now: Int(run.model.time(at: answer).seconds),
        draft: TamperDraft(message: .answer(received.response), edits: mine.flatMap(\.edits))))
  }

  /// Tab in the editor: from a request to its answer and back.
  private mutating func switchSide(_ tamper: TamperState) {
    guard let run else { return }
    if tamper.changes {
      notice = "Send what you have changed first, or take it back with u."
      return
    }
    switch tamper.subject {
    case .own: notice = "What comes back will be seen when it is sent."
    case .answer: beginRequest(run)
    case .message(let target):
      let answer = run.model.moments[target.number - 1].partner
      if answer.map({ run.branch.isVeiled($0) }) ?? true {
        notice = "The answer has not come yet: l plays it."
      } else {
        beginAnswer(run)
      }
    }
  }

  /// `o`: a request of one's own, at any place; begins as a copy of the message in sight.
  mutating func beginOwnRequest(_ run: RunState) {
    let trace = run.model.trace
    let sent = run.tamperedMoment.flatMap { run.sent(at: $0) }
    let origin = run.scenario.world.servers.first?.origin
    guard let url = sent?.request.url ?? origin else { return }
    let steps = run.scenario.allSteps.filter { !$0.action.isRepeat }.map(\.id)
    let places = steps.map { Address(step: StepID($0), path: SendPath()) } + [.end]
    let here = run.moment.map { trace.steps[$0.step].id.name }
    let isFirst =
      run.moment.map { run.model.momentsOfStep[$0.step]?.lowerBound == run.position } ?? true
    let place = here.flatMap { steps.firstIndex(of: $0) }.map { isFirst ? $0 : $0 + 1 }
    let clients = run.scenario.world.clients.map(\.name)
    var request = Request(sent?.request.method ?? "GET", url)
    request.body = sent?.request.body ?? ""
    let kept = ["authorization", "content-type"]
    request.headers = Headers(
      sent?.request.headers.fields.filter { kept.contains(ASCII.lowercased($0.name)) } ?? [])
    let draft = TamperDraft(
      message: .request(request), client: clients.firstIndex(of: run.scenario.forger) ?? 0,
      place: place ?? places.count - 1)
    overlay = .tamper(
      TamperState(
        .own(TamperState.Own(places: places, clients: clients)), base: .request(request),
        means: ForgerMeans(run), now: Int(run.model.time(at: run.position).seconds), draft: draft))
  }

  // Keys.

  mutating func receive(_ press: KeyPress, in tamper: TamperState) -> [Effect] {
    var tamper = tamper
    if let input = tamper.input {
      type(press, input, &tamper)
    } else if let row = tamper.presets {
      choosePreset(press, row, &tamper)
    } else {
      guard let command = keys.command(for: press, in: .tamper) else {
        let (leave, send) = (keys.name(.leave, in: .tamper), keys.name(.send, in: .tamper))
        notice = "\(press) does nothing here. \(leave) leaves, \(send) sends."
        return []
      }
      if command == .leave {
        overlay = nil
        notice = "Nothing was sent."
        return []
      }
      if command == .send { return send(tamper) }
      if command == .nextPane {
        switchSide(tamper)
        return []
      }
      perform(command, &tamper)
    }
    overlay = .tamper(tamper)
    return []
  }

  private mutating func type(
    _ press: KeyPress, _ input: TamperState.Input, _ tamper: inout TamperState
  ) {
    if Self.closes(press) {
      tamper.input = nil
    } else if press.key == .enter {
      let text = input.field.text
      let fault =
        switch input.purpose {
        case .change(let row): tamper.enter(text, for: row)
        case .add(let row): tamper.add(text, beside: row)
        }
      notice = fault
      if fault == nil { tamper.input = nil }
    } else {
      _ = tamper.input?.field.handle(press)
    }
  }

  private mutating func choosePreset(
    _ press: KeyPress, _ row: Int, _ tamper: inout TamperState
  ) {
    let all = TamperPreset.all(for: tamper)
    switch ListKey(press, keys) {
    case .close: tamper.presets = nil
    case .move(let rows): tamper.presets = row.moved(by: rows, in: all.count)
    case .choose:
      tamper.presets = nil
      if all.indices.contains(row) { tamper.apply(all[row]) }
    case .copy: break
    case .other(let press):
      guard case .char(let digit) = press.key, let number = digit.wholeNumberValue,
        all.indices.contains(number - 1)
      else { return }
      tamper.presets = nil
      tamper.apply(all[number - 1])
    }
  }

  private mutating func perform(_ command: Command, _ tamper: inout TamperState) {
    guard let row = tamper.selected else { return }
    if let rows = Self.moves[command] {
      tamper.row = tamper.row.moved(by: rows, in: tamper.rows.count)
    } else if let preset = Self.tamperPresets[command] {
      guard TamperPreset.all(for: tamper).contains(preset) else {
        notice =
          preset == .drop || preset == .twice
          ? "That is for a message of a run: Tab goes to the request."
          : "There is no token in this message."
        return
      }
      tamper.apply(preset)
    } else if command == .edit {
      beginInput(row, &tamper)
    } else if command == .addMember {
      tamper.input = TamperState.Input(purpose: .add(row), field: TextField())
    } else if command == .removeMember {
      notice = tamper.remove(row)
    } else if command == .presets {
      if TamperPreset.all(for: tamper).isEmpty {
        notice = "There is nothing here that is often changed: e edits the row."
      } else {
        tamper.presets = 0
      }
    } else if command == .undo {
      if !tamper.undo() { notice = "Nothing has been changed yet." }
    }
  }

  private static let moves: [Command: Int] = [
    .down: 1, .up: -1, .pageDown: 10, .pageUp: -10, .restart: -100_000, .end: 100_000,
  ]

  private static let tamperPresets: [Command: TamperPreset] = [
    .algorithmNone: .algorithmNone, .stripSignature: .stripSignature, .dropMessage: .drop,
    .repeatMessage: .twice,
  ]

  private func beginInput(_ row: TamperRow, _ tamper: inout TamperState) {
    switch (row, tamper.subject) {
    case (.place, .own(let own)):
      tamper.change { $0.place = ($0.place + 1) % own.places.count }
    case (.client, .own(let own)):
      tamper.change { $0.client = ($0.client + 1) % own.clients.count }
    case (.signature, _): tamper.presets = 0
    case (.place, _), (.client, _), (.url, _), (.field, _), (.member, _):
      guard let text = tamper.text(of: row) else { return }
      tamper.input = TamperState.Input(purpose: .change(row), field: TextField(text))
    }
  }

  // Sending.

  /// Always a fork: the run up to here is played again, with what was changed.
  private mutating func send(_ tamper: TamperState) -> [Effect] {
    guard var run else { return [] }
    guard tamper.changes else {
      notice = "Nothing has been changed: e edits the row, p offers presets."
      return []
    }
    overlay = nil
    var request = run.branch.request
    switch tamper.subject {
    case .message(let target):
      request.interventions.removeAll { $0.changesRequest(at: target.address) }
      request.interventions += tamper.draft.changes.map {
        Intervention(at: target.address, fingerprint: target.fingerprint, change: $0)
      }
    case .answer(let target):
      request.interventions.removeAll { $0.changesAnswer(at: target.address) }
      request.interventions.append(
        Intervention(
          at: target.address, fingerprint: target.fingerprint,
          change: .editAnswer(tamper.draft.answerEdits)))
    case .own(let own):
      guard let sent = tamper.draft.ownRequest(own.clients[tamper.draft.client]) else { return [] }
      request.interventions.append(
        Intervention(
          at: own.places[tamper.draft.place], fingerprint: nil, change: .insert(sent)))
    }
    let effects = play(request, &run)
    self.run = run
    return effects
  }

  /// `drop-message` and `repeat-message` from the palette: the same without the editor.
  mutating func change(_ change: Change, _ run: inout RunState) -> [Effect] {
    guard let place = run.tamperedMoment, let sent = run.sent(at: place) else { return [] }
    let moment = run.model.moments[place]
    let trace = run.model.trace
    let print = Fingerprint(
      to: trace.party(sent.to).name, method: sent.request.method, path: sent.request.url.path)
    var request = run.branch.request
    request.interventions.append(
      Intervention(
        at: Address(step: trace.steps[moment.step].id, path: moment.path), fingerprint: print,
        change: change))
    return play(request, &run)
  }

  /// A what-if that is there already is gone to, not played again.
  mutating func play(_ request: RunRequest, _ run: inout RunState) -> [Effect] {
    if let known = run.branch(playing: request) {
      run.go(to: known)
      notice = "This is \(run.branch.name) again."
      return []
    }
    return [.run(request)]
  }
}

extension TamperDraft {
  /// What the engine is to do with the message.
  fileprivate var changes: [Change] {
    let edits = edits.compactMap { edit in
      if case .request(let field) = edit.field {
        Edit(field: field, value: edit.value)
      } else {
        nil
      }
    }
    let edit: [Change] = edits.isEmpty ? [] : [.edit(edits)]
    switch way {
    case .once: return edit
    case .twice: return edit + [.again]
    case .never: return [.drop]
    }
  }

  fileprivate var answerEdits: [AnswerEdit] {
    edits.compactMap { edit in
      if case .answer(let field) = edit.field {
        AnswerEdit(field: field, value: edit.value)
      } else {
        nil
      }
    }
  }

  /// Nil for an answer.
  fileprivate func ownRequest(_ client: String) -> OwnRequest? {
    message.request.map { request in
      OwnRequest(
        client: client, method: request.method, url: request.url.text,
        headers: request.headers.fields.filter { ASCII.lowercased($0.name) != "cookie" },
        cookies: request.cookies, body: request.body)
    }
  }
}

extension Intervention {
  /// What the editor begins with.
  fileprivate var edits: [TamperEdit] {
    switch change {
    case .edit(let edits):
      edits.map { TamperEdit(field: .request($0.field), value: $0.value) }
    case .editAnswer(let edits):
      edits.map { TamperEdit(field: .answer($0.field), value: $0.value) }
    case .drop, .again, .answer, .setting, .insert: []
    }
  }
}

extension RunState {
  /// The request that can be changed here: this one, or the one that is answered.
  var tamperedMoment: Int? {
    guard let moment else { return nil }
    switch moment.kind {
    case .request: return position
    case .response: return moment.partner
    case .attack, .wait, .note, .setting, .quiet: return nil
    }
  }

  /// The address of the request at a moment, for a change of it or of its answer.
  fileprivate func target(at place: Int) -> TamperState.Target? {
    guard let sent = sent(at: place) else { return nil }
    let trace = model.trace
    let words = Wording(model: model)
    let moment = model.moments[place]
    let print = sent.original ?? sent.request
    return TamperState.Target(
      address: Address(step: trace.steps[moment.step].id, path: moment.path),
      fingerprint: Fingerprint(
        to: trace.party(sent.to).name, method: print.method, path: print.url.path),
      number: place + 1, route: "\(words.party(sent.from)) > \(words.party(sent.to))")
  }

  func received(at place: Int) -> ReceivedResponse? {
    guard model.moments.indices.contains(place),
      model.trace.records.indices.contains(model.moments[place].main)
    else { return nil }
    return model.trace.records[model.moments[place].main].event.received
  }

  func sent(at place: Int) -> SentRequest? {
    guard model.moments.indices.contains(place),
      model.trace.records.indices.contains(model.moments[place].main)
    else { return nil }
    return model.trace.records[model.moments[place].main].event.sent
  }
}

extension Action {
  fileprivate var isRepeat: Bool { if case .repeat = self { true } else { false } }
}
