import Wire

extension WhyChain {
  func tellRecord(_ record: Int, _ out: inout Links) {
    guard trace.records.indices.contains(record) else { return }
    switch trace.records[record].event {
    case .sent(let sent): tellRequest(sent, record, &out)
    case .received(let received): tellAnswer(received, record, &out)
    case .act(let act):
      out.subject("\(who(record)) \(act.text)", .attack, at: record)
      out.add(.given, "The scenario says so, in the step \(stepName(record)).")
      for secret in [act.taken, act.made].compactMap({ $0 }) { follow(secret, &out) }
      for found in index.annotate(act.lootValue ?? "") { follow(found.secret, &out) }
    case .omitted: tellOmission(record, &out)
    case .ledger, .storeRead, .storeChanged, .cookie, .browserStorage, .navigated, .clockMoved,
      .minted, .crypto, .settingChanged, .note, .unapplied:
      out.subject(message(record), at: record)
      out.add(.given, "The scenario says so.")
    }
  }

  private func tellRequest(_ sent: SentRequest, _ record: Int, _ out: inout Links) {
    out.subject("\(who(sent.from)) sends \(message(record))", at: record)
    tellTampering(sent, record, &out)
    if let redirect = redirect(to: sent.request.url, before: record) {
      out.add(.sent, "The browser follows \(message(redirect)).", at: redirect)
    } else if let starter = sent.request.headers["Origin"] ?? sent.request.headers["Referer"],
      sent.request.headers["Sec-Fetch-Site"].map({ $0 != "none" }) ?? false
    {
      out.add(.sent, "A page of \(starter) makes the browser send it.", at: record)
    } else if let outer = enclosing(record) {
      out.add(.sent, "\(who(record)) asks while it answers \(message(outer)).", at: outer)
    } else {
      out.add(.given, "The scenario says so, in the step \(stepName(record)).")
    }
    for secret in index.annotate(sent.request.lines().joined(separator: "\n")).map(\.secret) {
      follow(secret, &out)
    }
  }

  private func tellAnswer(_ received: ReceivedResponse, _ record: Int, _ out: inout Links) {
    out.subject("\(who(record)) answers \(message(record))", at: record)
    if received.original != nil {
      out.add(.attack, "It is not the server's own answer.", at: record)
    }
    guard let request = request(around: record) else { return }
    tellFailure(in: request, &out)
    let path = trace.records[request].path
    for place in request..<record where trace.records[place].path == path {
      switch trace.records[place].event {
      case .storeChanged(let change): tellChange(change, place, &out)
      case .omitted(let omission): tellOmitted(omission, place, &out)
      case .ledger(let ledger):
        for row in ledger.rows {
          guard case .off(.defence, .fails) = row.outcome else { continue }
          out.add(
            .omitted, "\(who(place)): the check \(row.check.id.text) \(words(row.outcome).text).",
            at: place)
        }
      case .sent, .received, .storeRead, .cookie, .browserStorage, .navigated, .clockMoved,
        .minted, .crypto, .act, .settingChanged, .note, .unapplied:
        continue
      }
    }
    out.add(.sent, "\(message(request)) asked for it.", at: request)
    // An answer is given for what the request brought along.
    guard let sent = trace.records[request].event.sent else { return }
    for found in index.annotate(sent.request.lines().joined(separator: "\n")) {
      follow(found.secret, &out)
    }
  }

  private func tellTampering(_ sent: SentRequest, _ record: Int, _ out: inout Links) {
    guard let original = sent.original else { return }
    out.add(
      .attack, "It was changed on the way; it was \(original.method) \(original.url.path).",
      at: record)
  }

  private func stepName(_ record: Int) -> String {
    trace.steps[trace.step(ofRecord: record)].id.description
  }

  /// The message that a server was answering when it sent this one.
  private func enclosing(_ record: Int) -> Int? {
    let path = trace.records[record].path.parent
    guard !path.isEmpty else { return nil }
    let first = trace.range(ofStep: trace.step(ofRecord: record)).lowerBound
    return (first..<record).last {
      trace.records[$0].path == path && trace.records[$0].event.sent != nil
    }
  }

  private func redirect(to url: WireURL, before record: Int) -> Int? {
    let first = trace.range(ofStep: trace.step(ofRecord: record)).lowerBound
    return (first..<record).last { place in
      guard let response = trace.records[place].event.received?.response,
        let location = response.headers["Location"]
      else { return false }
      return location == url.text || url.text.hasSuffix(location)
    }
  }

  // Parts.

  func tellPart(
    _ record: Int, _ place: MessagePlace, _ value: String, _ out: inout Links
  ) {
    guard trace.records.indices.contains(record) else { return }
    if place == .startLine {
      tellRecord(record, &out)
      return
    }
    out.subject("\(place.words) of \(message(record))", at: record)
    let secrets = index.annotate(value).map(\.secret)
    if let sent = trace.records[record].event.sent, let original = sent.original,
      !original.lines().contains(where: { $0.contains(value) })
    {
      out.add(.attack, "It was changed on the way.", at: record)
    }
    for secret in secrets { follow(secret, &out) }
    if secrets.isEmpty { tellPlain(place, value, record, &out) }
  }

  /// A value that is no secret: who puts it there by rule, or where it was first said.
  private func tellPlain(
    _ place: MessagePlace, _ value: String, _ record: Int, _ out: inout Links
  ) {
    if case .header(let name) = place, let rule = HeaderOrigin.rule(name) {
      out.add(.given, rule)
    }
    guard value.utf8.count >= 3, let first = firstMention(of: value, before: record) else {
      out.add(.given, "\(who(record)) puts it there; it was in no message before.")
      return
    }
    out.add(.sent, "It was said first in \(message(first)).", at: first)
  }

  /// The first message that holds a text.
  private func firstMention(of value: String, before record: Int) -> Int? {
    return (0..<record).first { place in
      trace.records[place].event.messageTexts.contains { ByteSearch.first(value, in: $0) != nil }
    }
  }
}

/// Who puts a header into a message, where a rule says so.
enum HeaderOrigin {
  private static let rules: [String: String] = [
    "origin": "The browser writes it, and no page can change it (RFC 6454 7, Fetch 3.1).",
    "referer": "The browser writes it: the page that started the request (RFC 9110 10.1.3).",
    "sec-fetch-site": "The browser writes it: how the starting page stands to the server.",
    "sec-fetch-mode": "The browser writes it (Fetch Metadata).",
    "sec-fetch-dest": "The browser writes it (Fetch Metadata).",
    "sec-fetch-user": "The browser writes it when a person clicked (Fetch Metadata).",
    "content-type": "Whoever makes the body says what it is (RFC 9110 8.3).",
    "cache-control": "The server keeps credentials out of caches (RFC 9111 5.2).",
    "strict-transport-security": "The server asks for TLS from now on (RFC 6797).",
    "www-authenticate": "A 401 says how to authenticate (RFC 9110 11.6.1).",
  ]

  static func rule(_ name: String) -> String? { rules[ASCII.lowercased(name)] }
}
