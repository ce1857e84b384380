import Ledger

extension WhyChain {
  func tellRow(_ store: StoreID, _ key: RowKey, _ out: inout Links) {
    out.subject("the row \(trace.label(of: key)) in \(trace.label(of: store))")
    var isKnown = false
    for place in past {
      switch trace.records[place].event {
      case .storeChanged(let change) where change.store == store && change.key.text == key.text:
        tellChange(change, place, &out)
        isKnown = true
      case .storeRead(let read) where read.store == store && read.key.text == key.text:
        let found = read.row == nil ? "looks for it and does not find it" : "reads it"
        out.add(
          .read, "\(who(place)) \(found)\(occasion(place)).", at: place)
      case .omitted(let omission) where omission.key?.text == key.text && omission.store == store:
        tellOmitted(omission, place, &out)
      case .sent, .received, .ledger, .storeRead, .storeChanged, .omitted, .cookie,
        .browserStorage, .navigated, .clockMoved, .minted, .crypto, .act, .settingChanged, .note,
        .unapplied:
        continue
      }
    }
    let isInitial = trace.initialRows.contains { $0.store == store && $0.key.text == key.text }
    if isInitial {
      out.add(.given, "It was there before the first message: the scenario declares it.")
    } else if !isKnown {
      out.add(.given, "Nobody has written such a row.")
    }
    if let secret = key.secret { follow(secret, &out) }
  }

  /// A row written, replaced or removed.
  func tellChange(_ change: StoreChange, _ place: Int, _ out: inout Links) {
    let row = "the row \(trace.label(of: change.key)) in \(trace.label(of: change.store))"
    let verb: String
    if change.after == nil {
      verb = "deletes"
    } else {
      verb = change.before == nil ? "writes" : "changes"
    }
    out.add(
      change.after == nil ? .removed : .stored,
      "\(who(place)) \(verb) \(row)\(occasion(place)).", at: place)
  }

  func tellOmitted(_ omission: Omission, _ place: Int, _ out: inout Links) {
    out.add(
      .omitted,
      "NOT DONE: \(omission.behaviour). It \(omission.effect); the defence "
        + "\(omission.defence.text) is off.", at: place)
  }

  func tellOmission(_ record: Int, _ out: inout Links) {
    guard case .omitted(let omission) = trace.records[record].event else { return }
    out.subject("\(omission.behaviour): NOT DONE at \(message(record))", at: record)
    out.add(.omitted, "It \(omission.effect).", at: record)
    tellLevel(omission.defence, &out)
    if let store = omission.store, let key = omission.key { tellRow(store, key, &out) }
  }

  func tellNoStore(_ party: PartyID, _ out: inout Links) {
    let name = trace.party(party).name
    out.subject("\(name) keeps no sessions")
    out.add(
      .given,
      "It believes what a token says once its signature is verified, and looks nothing up. "
        + "What it does not keep, it cannot delete.")
  }

  // Clients.

  func tellCookie(_ client: PartyID, _ host: String, _ name: String, _ out: inout Links) {
    out.subject("the cookie \(name) of \(host) at \(who(client))")
    for place in past where trace.records[place].party == client {
      guard case .cookie(let it) = trace.records[place].event, it.name == name, it.host == host
      else { continue }
      let why = it.reason.isEmpty ? "" : ": \(it.reason)"
      switch it.fate {
      case .stored, .replaced:
        out.add(.stored, "The browser keeps it from \(message(answer(before: place))).", at: place)
        for secret in index.annotate(it.value).map(\.secret) { follow(secret, &out) }
        return
      case .deleted: out.add(.removed, "The browser throws it away\(why).", at: place)
      case .refused: out.add(.failed, "The browser refuses it\(why).", at: place)
      case .attached: out.add(.sent, "It goes with \(request(after: place))\(why).", at: place)
      case .withheld: out.add(.omitted, "The browser keeps it back\(why).", at: place)
      }
    }
  }

  /// The request that a browser adds a cookie to.
  private func request(after place: Int) -> String {
    let party = trace.records[place].party
    let sent = trace.records.indices[place...].first { index in
      trace.records[index].event.sent.map { $0.from == party } ?? false
    }
    return sent.map { message($0) } ?? "a request"
  }

  /// The answer that a browser's decision is about.
  private func answer(before place: Int) -> Int {
    let path = trace.records[place].path
    return (0...place).last {
      trace.records[$0].path == path && trace.records[$0].event.received != nil
    } ?? place
  }

  func tellItem(_ client: PartyID, _ origin: String, _ key: String, _ out: inout Links) {
    out.subject("\(key) in the storage of \(origin) at \(who(client))")
    for place in past {
      guard case .browserStorage(let it) = trace.records[place].event, it.wrote, it.key == key,
        it.origin == origin
      else { continue }
      out.add(
        .stored, "A script of \(origin) writes it; every script of that origin reads it.",
        at: place)
      for secret in index.annotate(it.value ?? "").map(\.secret) { follow(secret, &out) }
      return
    }
  }

  func tellLoot(_ client: PartyID, _ name: String, _ out: inout Links) {
    out.subject("what \(who(client)) keeps as $\(name)")
    for place in past where trace.records[place].party == client {
      guard case .act(let act) = trace.records[place].event, act.loot == name else { continue }
      out.add(.attack, "\(who(place)) \(act.text).", at: place)
      for secret in [act.taken, act.made].compactMap({ $0 }) { follow(secret, &out) }
      for found in index.annotate(act.lootValue ?? "") { follow(found.secret, &out) }
      return
    }
  }
}
