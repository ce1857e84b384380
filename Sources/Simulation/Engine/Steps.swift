import Trace
import Wire

extension Run {
  /// A step begins one virtual second after the one before.
  private static let stepSpan = TimeSpan(seconds: 1)

  func perform(_ step: Step, line: Int32, round: Int32) {
    if case .repeat(let count, let inner) = step.action {
      repeatSteps(inner, count: count, line: line)
      return
    }
    sendOwnRequests(before: StepID(step.id, round: round))
    now = now.advanced(by: Self.stepSpan)
    open(StepID(step.id, round: round), line: line, party: actor(of: step.action))
    applySettings()
    switch step.action {
    case .request(let request): perform(request)
    case .deliver(let delivery): perform(delivery)
    case .steal(let theft): perform(theft)
    case .tamper(let tampering): perform(tampering)
    case .forge(let forgery): perform(forgery)
    case .wait(let span):
      now = now.advanced(by: span)
      emit(.clockMoved(span))
    case .set(let settings): for setting in settings { change(setting) }
    case .run(let script): perform(script)
    case .predict: break
    case .note(let text): emit(.note(text))
    case .repeat: break
    }
  }

  private func repeatSteps(_ steps: [Step], count: Int, line: Int32) {
    for round in 1...max(1, count) {
      for (index, inner) in steps.enumerated() {
        perform(inner, line: line + 1 + Int32(index), round: Int32(round))
      }
    }
  }

  /// From here on, everything belongs to this step.
  func open(_ id: StepID, line: Int32, party: PartyID) {
    tellOfStep()
    step = id
    path = SendPath()
    sends.removeAll(keepingCapacity: true)
    draws.removeAll(keepingCapacity: true)
    self.party = party
    instance = 0
    trace.steps.append(
      StepSpan(id: step, first: Int32(trace.records.count), time: now, line: line))
  }

  private func actor(of action: Action) -> PartyID {
    switch action {
    case .request(let step): world.partyID(client: step.client)
    case .deliver(let step): world.partyID(client: step.to)
    case .run(let step): world.partyID(client: step.client)
    case .forge(let step): world.partyID(client: step.by)
    case .steal, .tamper: attacker
    case .wait, .set, .predict, .note, .repeat: PartyID(0)
    }
  }

  /// The first attacker; the victim's own browser where a scenario has none.
  var attacker: PartyID {
    let index = scenario.world.clients.firstIndex { $0.attacker }
    return world.partyID(client: index ?? 0)
  }

  /// Changes of setting that wait at this step.
  private func applySettings() {
    if pending.isEmpty { return }
    let address = Address(step: step, path: SendPath())
    guard let waiting = pending.removeValue(forKey: address) else { return }
    for intervention in waiting {
      if case .setting(let setting) = intervention.change {
        change(setting)
      } else {
        emit(.unapplied("The change at \(address) needs a message; a step has none by itself."))
      }
    }
  }

  /// A setting that changes while the run goes on; few can.
  private func change(_ setting: Setting) {
    switch setting {
    case .defence(let id, let level):
      setLevel(id, level)
      emit(.settingChanged("\(id.text): \(level)"))
    case .condition(let server, let condition):
      world.conditions[server] = condition
      emit(.settingChanged("\(server): \(condition.rawValue)"))
    case .storeShared, .serverCount, .balance, .span, .algorithm, .tokens, .verify, .encryption,
      .extensions, .deployment:
      emit(.unapplied("\(setting.text) can only be set from the start."))
    }
  }

  private func perform(_ request: RequestStep) {
    guard let url = address(request.url) else {
      emit(.note("\"\(text(request.url))\" is not a URL, so nothing was sent."))
      return
    }
    var visit = Visit(client: request.client, method: request.method, url: url)
    visit.headers = headers(of: SentWithToken(request), to: url)
    if !request.form.isEmpty { visit.body = FormCoding.encode(pairs(request.form)) }
    visit.cookies = pairs(request.cookies).map { asFound($0) }
    visit.initiator = document(request.from, client: request.client)
    show(request.shows, &visit)
    visit.follow = request.follow
    visit.fill = pairs(request.fill)
    if let guess = request.guess { perform(guess, with: visit) } else { browse(visit) }
    if isAskedAgain(request.proof, client: request.client, at: url) {
      visit.headers = headers(of: SentWithToken(request), to: url)
      browse(visit)
    }
    capture(request.captures, client: request.client)
  }

  private func show(_ place: Showing, _ visit: inout Visit) {
    switch place {
    case .window: return
    case .image: visit.purpose = .image
    case .frame, .popup:
      visit.purpose = place == .frame ? .frame : .popup
      visit.parent = visit.initiator
      world.browsers[visit.client].child = nil
      world.browsers[visit.client].lastMessage = nil
    }
  }

  private func perform(_ delivery: DeliverStep) {
    guard let url = WireURL(text(delivery.link)) else {
      emit(.note("There is no link to open: \"\(text(delivery.link))\" is not a URL."))
      return
    }
    let origin = delivery.from.map { "a page of \($0)" } ?? "a message"
    emit(
      .act(
        AttackAct(
          kind: .deliver, text: "opens a link from \(origin)", target: nil, taken: nil,
          made: nil, loot: nil, lootValue: nil)))
    var visit = Visit(client: delivery.to, method: "GET", url: url)
    visit.initiator = document(delivery.from, client: delivery.to)
    visit.follow = delivery.follow
    visit.fill = pairs(delivery.fill)
    browse(visit)
    capture(delivery.captures, client: delivery.to)
  }

  /// The page that a scenario names: the open one where it is meant, with the policy that it has.
  private func document(_ url: String?, client: Int) -> Document? {
    let open = world.browsers[client].document
    if url == RequestStep.openPage { return open }
    guard let url = url.flatMap({ WireURL($0) }) else { return nil }
    return open.flatMap { $0.url.text == url.text ? $0 : nil } ?? Document(url: url)
  }

  private func perform(_ tampering: TamperStep) {
    let edits = tampering.edits.map {
      Edit(field: $0.field, value: $0.value.map { .text(text($0)) })
    }
    pending[tampering.address, default: []].append(
      Intervention(at: tampering.address, fingerprint: nil, change: .edit(edits)))
    emit(
      .act(
        AttackAct(
          kind: .tamper, text: "waits on the network to change \(tampering.address)", target: nil,
          taken: nil, made: nil, loot: nil, lootValue: nil)))
  }

  func capture(_ captures: [Capture], client: Int) {
    for capture in captures {
      world.captures[capture.name] = value(of: capture.source, client: client)
    }
  }

  func value(of source: CaptureSource, client: Int) -> String? {
    let browser = world.browsers[client]
    switch source {
    case .redirectURL: return browser.lastRedirect?.text
    case .redirectParameter(let name): return browser.lastRedirect?.parameter(name)
    case .json(let path):
      guard let body = browser.lastResponse?.body, let json = try? JSONValue.parse(body) else {
        return nil
      }
      return json.text(atPath: path)
    case .cookie(let name):
      let cookie = browser.jar.cookies.last { $0.isCalled(name) }
      if let cookie { world.cookieNames[cookie.value] = cookie.name }
      return cookie?.value
    case .formField(let name):
      return browser.lastResponse.flatMap { HTMLForm.first(in: $0.body) }?
        .fields.first { $0.name == name }?.value
    case .mail(let user): return world.lastMail(to: user)
    case .sent(let name): return browser.lastRequest?.sent(name)
    case .message(let name): return browser.lastMessage?.data[name]
    case .kept(let name): return browser.kept(name)
    }
  }

  /// The URL that a template comes to. Steps that are repeated name the same ones again and again.
  private func address(_ template: Template) -> WireURL? {
    let text = text(template)
    if let known = addresses[text] { return known }
    guard let url = WireURL(text) else { return nil }
    if template.captures.isEmpty { addresses[text] = url }
    return url
  }

  func text(_ template: Template) -> String {
    if template.parts.count == 1, case .text(let text) = template.parts[0] { return text }
    var out = ""
    for part in template.parts {
      switch part {
      case .text(let text): out += text
      case .capture(let name): out += world.captures[name] ?? ""
      }
    }
    return out
  }

  /// A copied cookie under its own name, which may have a prefix (RFC 6265bis 4.1.3).
  func asFound(_ pair: Pair) -> Pair {
    let name = world.cookieNames[pair.value] ?? pair.name
    return Pair(name.hasSuffix("-" + pair.name) ? name : pair.name, pair.value)
  }

  /// Those whose captures were made; nobody can send what they do not have.
  func pairs(_ pairs: [TemplatePair]) -> [Pair] {
    pairs.filter { isThere($0.value) }.map { Pair($0.name, text($0.value)) }
  }

  func isThere(_ template: Template) -> Bool {
    let missing = template.captures.first { world.captures[$0] == nil }
    if let missing { emit(.note("There is no $\(missing) to send.")) }
    return missing == nil
  }
}

extension Cookie {
  /// Whether that is its name, a prefix with a promise left out (RFC 6265bis 4.1.3).
  func isCalled(_ name: String) -> Bool {
    self.name == name || self.name == "__Host-" + name || self.name == "__Secure-" + name
  }
}

extension WireURL {
  /// A parameter of the query, or of the fragment where answers stand there (RFC 6749 4.2.2).
  func parameter(_ name: String) -> String? {
    query[name] ?? fragment.flatMap { FormCoding.parse($0)[name] }
  }
}

extension Browser {
  /// What the page that is open holds under a name.
  func kept(_ name: String) -> String? {
    guard let document else { return nil }
    return document.variables[name] ?? storage[document.origin]?[name]
  }
}

extension JSONValue {
  /// A member by a dotted path, as text; nil when it is not there.
  func text(atPath path: String) -> String? {
    var value = self
    for part in path.split(separator: ".") {
      let item = Int(part).flatMap { index in
        value.array.flatMap { $0.indices.contains(index) ? $0[index] : nil }
      }
      guard let next = item ?? value[String(part)] else { return nil }
      value = next
    }
    return value.string ?? value.text()
  }
}
