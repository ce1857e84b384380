import Tokens
import Trace
import Wire

extension Run {
  /// What is to be done with a message; what was made for another one is told and left out.
  func changes(for request: Request, to server: Int) -> [Change] {
    // Most runs are as the scenario has them, and every message asks.
    if pending.isEmpty { return [] }
    let address = Address(step: step, path: path)
    guard let waiting = pending.removeValue(forKey: address) else { return [] }
    let here = Fingerprint(
      to: world.servers[server].name, method: request.method, path: request.url.path)
    var out: [Change] = []
    for intervention in waiting {
      if let print = intervention.fingerprint, print != here {
        emit(
          .unapplied(
            "The change at \(address) was made for \(print.text); here is \(here.text)."))
      } else {
        out.append(intervention.change)
      }
    }
    return out
  }

  func reportUnusedInterventions() {
    for address in pending.keys.sorted(by: { $0.description < $1.description }) {
      emit(.unapplied("Nothing was sent at \(address), so the change there did nothing."))
    }
  }

  func apply(_ edit: Edit, to request: inout Request) {
    request.apply(edit, value: value(of: edit, in: request))
  }

  func apply(_ edit: AnswerEdit, to response: inout Response) {
    response.apply(edit, value: value(edit.value, instead: response.value(of: edit.field)))
  }

  private func value(of edit: Edit, in request: Request) -> String? {
    value(edit.value, instead: request.value(of: edit.field))
  }

  private func value(_ value: EditValue?, instead old: String?) -> String? {
    switch value {
    case nil: nil
    case .text(let text): text
    case .secret(let name): trace.secrets.first { $0.name == name }?.value ?? ""
    case .token(let forgery): forged(forgery, in: old ?? "")
    }
  }

  /// The field's text with a forged token in place of its own.
  private func forged(_ forgery: TokenForgery, in text: String) -> String {
    guard let place = TokenInField(text), let token = try? UnverifiedToken(place.token),
      let forged = forger(attackerName).forge(forgery, from: token)
    else {
      emit(.unapplied("There is no token to change in \"\(text.prefix(40))\"."))
      return text
    }
    tell(forged)
    register(.forged, forged.text, from: place.token)
    return place.holding(forged.text)
  }

  private var attackerName: String { scenario.forger }

  // Requests of one's own.

  /// The lines of the script that they stand in, made before the run begins.
  func scriptOwnRequests() {
    for intervention in inputs.interventions {
      guard case .insert(let own) = intervention.change else { continue }
      let number = ownLines.count + 1
      ownLines.append(Int32(trace.script.count))
      trace.script.append(
        ScriptLine(
          name: Address.ownStep(number).name, verb: .request, caption: own.caption, look: nil))
    }
  }

  /// Sends what was inserted before a step, or behind the last one.
  func sendOwnRequests(before step: StepID) {
    if pending.isEmpty { return }
    let address = Address(step: step, path: SendPath())
    let isHere = pending[address]?.contains { $0.change.isInsertion } ?? false
    guard isHere else { return }
    pending[address]?.removeAll { $0.change.isInsertion }
    if pending[address]?.isEmpty == true { pending[address] = nil }
    var number = 0
    for intervention in inputs.interventions {
      guard case .insert(let own) = intervention.change else { continue }
      number += 1
      if intervention.at == address { perform(own, number: number) }
    }
  }

  private func perform(_ own: OwnRequest, number: Int) {
    let client = scenario.world.clients.firstIndex { $0.name == own.client }
    let party = client.map { world.partyID(client: $0) } ?? PartyID(0)
    open(Address.ownStep(number), line: ownLines[number - 1], party: party)
    guard let client else {
      emit(.unapplied("There is no client \(own.client), so nothing was sent."))
      return
    }
    guard let url = WireURL(own.url) else {
      emit(.unapplied("\"\(own.url)\" is not a URL, so nothing was sent."))
      return
    }
    var visit = Visit(client: client, method: own.method, url: url)
    visit.headers = own.headers
    visit.cookies = own.cookies
    visit.body = own.body
    browse(visit)
  }
}

extension Change {
  package var isInsertion: Bool { if case .insert = self { true } else { false } }
}

extension Scenario {
  /// The client whose own key a forger by hand signs with: the attacker, else the first one.
  package var forger: String {
    (world.clients.first { $0.attacker } ?? world.clients.first)?.name ?? "attacker"
  }
}

extension Request {
  /// What stands in a field; nil where the request has none of that name.
  package func value(of field: MessageField) -> String? {
    switch field {
    case .header(let name): headers[name]
    case .form(let name): form[name]
    case .query(let name): url.query[name]
    case .cookie(let name): cookies[name]
    case .method: method
    case .path: url.path
    case .body: body
    }
  }

  package mutating func apply(_ edit: Edit, value: String?) {
    switch edit.field {
    case .header(let name): headers.set(name, value)
    case .form(let name):
      var pairs = form
      pairs.set(name, value)
      body = FormCoding.encode(pairs)
    case .query(let name):
      var pairs = url.query
      pairs.set(name, value)
      url.query = pairs
    case .cookie(let name):
      var pairs = cookies
      pairs.set(name, value)
      let text = pairs.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
      headers.set("Cookie", pairs.isEmpty ? nil : text)
    case .method: method = value ?? method
    case .path: url.path = value ?? url.path
    case .body: body = value ?? ""
    }
  }
}
