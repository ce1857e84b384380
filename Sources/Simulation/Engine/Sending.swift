import Ledger
import Trace
import Wire

/// The circumstances of a send, for the balancer and for who is named as sender.
struct Sender {
  let party: PartyID
  let instance: UInt8
}

/// What a person does to an answer on its way back.
private struct ChangedAnswer {
  /// In place of the server's own.
  var forged: Response?
  var edits: [AnswerEdit] = []

  var isUntouched: Bool { forged == nil && edits.isEmpty }
}

extension Run {
  /// The choke point: every message of a run goes through here, and tampering happens here.
  ///
  /// Nil when nobody answers: no such server, or the message was dropped.
  func send(_ request: Request, from sender: Sender) -> Response? {
    let outer = (path, party, instance, seat, script)
    defer { (path, party, instance, seat, script) = outer }
    script = nil
    let number = (sends[path.packed] ?? 0) &+ 1
    sends[path.packed] = number
    path = path.child(number)
    party = sender.party
    instance = sender.instance
    guard let server = world.serverIndex(at: request.url) else {
      emit(.note("Nobody answers at \(request.url.origin)."))
      return nil
    }
    return deliver(request, to: server, from: sender)
  }

  private func deliver(_ request: Request, to server: Int, from sender: Sender) -> Response? {
    var request = request
    var original: Request?
    var answer = ChangedAnswer()
    var copies = 1
    for change in changes(for: request, to: server) {
      switch change {
      case .edit(let edits):
        original = original ?? request
        for edit in edits { apply(edit, to: &request) }
      case .drop:
        emit(.note("\(request.method) \(request.url.path) is dropped on the way."))
        return nil
      case .again: copies += 1
      case .answer(let response): answer.forged = response
      case .editAnswer(let edits): answer.edits += edits
      case .setting, .insert: continue
      }
    }
    var last: Response?
    for _ in 0..<copies {
      last = exchange(request, original, answer, with: server, from: sender)
    }
    return last
  }

  private func exchange(
    _ request: Request, _ original: Request?, _ changed: ChangedAnswer, with server: Int,
    from sender: Sender
  ) -> Response {
    let chosen = chooseInstance(of: server, for: sender)
    let to = world.partyID(server: server)
    let shown = world.servers[server].count > 1 ? UInt8(clamping: chosen) : 0
    emit(
      .sent(
        SentRequest(
          from: sender.party, to: to, instance: shown, request: request, original: original)))
    seat = Seat(server: server, instance: chosen)
    party = to
    instance = shown
    let own = handle(request, at: server)
    var response = changed.forged ?? own
    for edit in changed.edits { apply(edit, to: &response) }
    emit(
      .received(
        ReceivedResponse(
          from: to, to: sender.party, instance: shown, response: response,
          original: changed.isUntouched ? nil : own)))
    return response
  }

  private func handle(_ request: Request, at server: Int) -> Response {
    let spec = world.servers[server]
    if !request.url.isSecure, spec.origin.isSecure { return Transport.redirect(request) }
    if spec.deployment.tls != .here {
      emit(.note("TLS ends at a proxy: \(spec.name) sees http and X-Forwarded-Proto: https."))
    }
    var response = Sharing.preflight(request, self) ?? answer(request, of: spec)
    Sharing.announce(in: &response, to: request, self)
    Referrers.announce(in: &response, of: spec, self)
    Framing.announce(in: &response, to: request, of: spec, self)
    if request.url.isSecure { Transport.announce(in: &response, self) }
    return response
  }

  private func answer(_ request: Request, of spec: ServerSpec) -> Response {
    let routes = Routes.of(spec.role)
    guard let usual = routes[request.method, request.url.path] else {
      return routes.unknown(request)
    }
    let endpoint = Outage.endpoint(for: request, at: spec, self) ?? usual
    let hearing = Hearing(
      run: self, endpoint: "\(request.method) \(request.url.path)", table: endpoint.rows)
    return endpoint.handle(Arrival(request: request), hearing)
  }

  private func chooseInstance(of server: Int, for sender: Sender) -> Int {
    let spec = world.servers[server]
    guard spec.count > 1 else { return 1 }
    switch spec.balance {
    case .roundRobin:
      world.turns[server] += 1
      return (world.turns[server] - 1) % spec.count + 1
    case .sticky: return Int(sender.party.index) % spec.count + 1
    }
  }

  /// A server that asks another one while it answers, or a page's program that asks a server.
  func sendFromServer(_ request: Request) -> Response? {
    if let script { return fetch(request, for: script) }
    return send(request, from: Sender(party: party, instance: instance))
  }
}
