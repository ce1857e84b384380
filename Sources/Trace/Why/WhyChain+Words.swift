import Ledger

extension WhyChain {
  /// `app#2`, "Alice's laptop".
  func who(_ party: PartyID, _ instance: UInt8 = 0) -> String {
    trace.party(party).kind.isClient
      ? trace.party(party).title : trace.name(of: party, instance: instance)
  }

  func who(_ record: Int) -> String {
    who(trace.records[record].party, trace.records[record].instance)
  }

  /// The message that a record belongs to, in a few words: "GET /me", "303 to POST /login".
  func message(_ record: Int) -> String {
    switch trace.records[record].event {
    case .sent(let it): return "\(it.request.method) \(it.request.url.path)"
    case .received(let it):
      let asked = request(around: record).map { " to \(message($0))" } ?? ""
      return "\(it.response.status)\(asked)"
    case .act(let it): return it.text
    case .ledger, .storeRead, .storeChanged, .omitted, .cookie, .browserStorage, .navigated,
      .clockMoved, .minted, .crypto, .settingChanged, .note, .unapplied:
      return trace.steps[trace.step(ofRecord: record)].id.description
    }
  }

  /// ", while it answers POST /login"; nothing outside an exchange.
  func occasion(_ record: Int) -> String {
    request(around: record).map { " while it answers \(message($0))" } ?? ""
  }

  /// The request that is being answered at a record.
  func request(around record: Int) -> Int? {
    let path = trace.records[record].path
    let first = trace.range(ofStep: trace.step(ofRecord: record)).lowerBound
    guard record > first else { return nil }
    return (first..<record).last {
      trace.records[$0].path == path && trace.records[$0].event.sent != nil
    }
  }

  /// From a request to its answer, or to the end of what has been seen.
  func exchange(_ request: Int) -> Range<Int> {
    let path = trace.records[request].path
    let end = trace.range(ofStep: trace.step(ofRecord: request)).upperBound
    let answer = (request..<end).first {
      trace.records[$0].path == path && trace.records[$0].event.received != nil
    }
    return request..<(answer.map { $0 + 1 } ?? end)
  }

  /// The records that come before now, the latest first.
  var past: ReversedCollection<Range<Int>> { (0..<max(0, last + 1)).reversed() }

  func words(_ outcome: Outcome) -> (sign: WhyLink.Sign, text: String) {
    switch outcome {
    case .pass: return (.passed, "passed")
    case .fail(let expected, let actual):
      return (.failed, "FAILED: expected \(expected); it is \(actual)")
    case .off(.defence(let id), let finding):
      return (.omitted, "was not asked, the defence \(id.text) is off\(words(finding))")
    case .off(.caller(let why), let finding):
      return (.omitted, "was not asked: \(why)\(words(finding))")
    case .notApplicable(let why): return (.given, "has nothing to judge: \(why)")
    case .notReached: return (.omitted, "was not reached")
    }
  }

  private func words(_ finding: Finding) -> String {
    switch finding {
    case .holds: "; it would have passed"
    case .fails(let expected, let actual):
      "; it would have FAILED: expected \(expected), it is \(actual)"
    case .moot(let why): "; it would have had nothing to judge: \(why)"
    }
  }
}
