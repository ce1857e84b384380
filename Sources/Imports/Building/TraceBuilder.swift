import Trace
import Wire

/// Makes a trace of the exchanges of a file: a step for each row of redirects.
struct TraceBuilder {
  private let exchanges: [ImportedExchange]
  private(set) var report: ImportReport
  private var trace: Trace
  private var secrets: SecretRegister
  /// Requests that wait for their answer, innermost last.
  private var open: [(exchange: ImportedExchange, address: Address)] = []

  /// The exchanges in the order of time.
  init(_ exchanges: [ImportedExchange], _ report: ImportReport, name: String, title: String?) {
    self.exchanges = exchanges
    self.report = report
    let identity = RunIdentity(
      scenario: name, title: title ?? name, variant: nil, seed: 0, settings: [])
    trace = Trace(
      identity: identity, start: exchanges.first?.began ?? Instant(milliseconds: 0))
    secrets = SecretRegister(exchanges)
  }

  mutating func trace(unreadable: [Int]) -> Trace {
    let rows = RedirectRows.arrange(exchanges)
    trace.parties = PartyRegister(exchanges, writer: report.writer).parties
    var jars = JarReplay(exchanges, writer: report.writer)
    for exchange in exchanges where trace.party(exchange.client).origin == nil {
      jars.play(exchange)
    }
    for group in steps(rows) { add(group) }
    trace.secrets = secrets.secrets
    report.missing = MissingParts(exchanges, report, trace.parties).found(unreadable: unreadable)
    trace.imported = report
    return trace
  }

  // Steps.

  /// Our own files say which step an entry belongs to; in others a row of redirects is a step.
  private func steps(_ rows: [[ImportedExchange]]) -> [[ImportedExchange]] {
    guard exchanges.allSatisfy({ $0.step != nil }) else { return rows.flatMap(Self.cut) }
    var out: [[ImportedExchange]] = []
    for exchange in exchanges {
      if let last = out.last?.last, last.step == exchange.step {
        out[out.count - 1].append(exchange)
      } else {
        out.append([exchange])
      }
    }
    return out.flatMap(Self.cut)
  }

  /// A place within a step has a number up to 255.
  private static func cut(_ row: [ImportedExchange]) -> [[ImportedExchange]] {
    stride(from: 0, to: row.count, by: 255).map { Array(row[$0..<min($0 + 255, row.count)]) }
  }

  private mutating func add(_ group: [ImportedExchange]) {
    guard let first = group.first else { return }
    let id = StepID(first.step ?? "entry-\(first.entry)")
    trace.steps.append(
      StepSpan(
        id: id, first: Int32(trace.records.count), time: first.began,
        line: Int32(trace.script.count)))
    let more = group.count - 1
    let rest = more == 0 ? "" : ", and \(more) more"
    let client = trace.party(first.client).name
    trace.script.append(
      ScriptLine(
        name: id.name, verb: .request,
        caption: "\(client) \(first.request.method) \(first.url.base)\(rest)", look: nil))
    for (index, exchange) in group.enumerated() {
      let own = exchange.path.flatMap { SendPath($0) }
      let path = own ?? SendPath(packed: UInt64(index + 1))
      while let outer = open.last, !path.isInside(outer.address.path) { close(outer.address) }
      begin(exchange, Address(step: id, path: path))
    }
    while let outer = open.last { close(outer.address) }
  }

  // Messages.

  private mutating func begin(_ exchange: ImportedExchange, _ address: Address) {
    for decision in exchange.sentCookies {
      record(exchange, exchange.client, address, exchange.began, .cookie(decision))
    }
    let found = SecretFinder.secrets(in: exchange.request, meaning: exchange.message)
    mint(found, by: exchange.client, exchange, address)
    let sent = SentRequest(
      from: exchange.client, to: exchange.server, instance: exchange.instance,
      request: exchange.request, original: nil)
    record(exchange, exchange.client, address, exchange.began, .sent(sent))
    open.append((exchange, address))
  }

  private mutating func close(_ address: Address) {
    guard let exchange = open.popLast()?.exchange else { return }
    guard let response = exchange.response else {
      let why = exchange.failure.map { ": \($0)" } ?? ""
      let text = "No answer is in the file\(why)."
      record(exchange, exchange.client, address, exchange.ended, .note(text))
      return
    }
    mint(SecretFinder.secrets(in: response), by: exchange.server, exchange, address)
    let received = ReceivedResponse(
      from: exchange.server, to: exchange.client, instance: exchange.instance, response: response,
      original: nil)
    record(exchange, exchange.server, address, exchange.ended, .received(received))
    for decision in exchange.keptCookies {
      record(exchange, exchange.client, address, exchange.ended, .cookie(decision))
    }
    guard exchange.isPage, exchange.isTopLevel, exchange.redirect == nil else { return }
    let starter = exchange.first.request.headers["Referer"].flatMap { WireURL($0)?.origin }
    let navigation = Navigation(url: exchange.url.base, initiator: starter)
    record(exchange, exchange.client, address, exchange.ended, .navigated(navigation))
  }

  private mutating func mint(
    _ found: [SecretFinder.Found], by party: PartyID, _ exchange: ImportedExchange,
    _ address: Address
  ) {
    for (kind, value) in found {
      for id in secrets.add(kind, value, by: party, at: address) {
        record(exchange, party, address, exchange.began, .minted(id))
      }
    }
  }

  private mutating func record(
    _ exchange: ImportedExchange, _ party: PartyID, _ address: Address, _ time: Instant,
    _ event: Event
  ) {
    trace.records.append(
      Record(party: party, instance: 0, path: address.path, time: time, event: event))
    report.entryOfRecord.append(Int32(clamping: exchange.entry))
  }
}

extension SendPath {
  /// Whether a message with this path is sent while the other is answered.
  fileprivate func isInside(_ other: SendPath) -> Bool {
    var path = parent
    while !path.isEmpty {
      if path == other { return true }
      path = path.parent
    }
    return false
  }
}
