import Ledger
import Trace
import Wire

/// One message's way through one endpoint: the ledger that grows, and what was told of it.
final class Hearing {
  let run: Run
  let endpoint: String
  /// The table's rows; a path with several tables narrows them to the one that was chosen.
  var table: [TableRow]
  var rows: [LedgerRow] = []
  /// Muted checks, which have no row.
  var skipped = 0
  private var told = 0

  init(run: Run, endpoint: String, table: [TableRow]) {
    self.run = run
    self.endpoint = endpoint
    self.table = table
  }

  /// Emits the rows so far.
  func tell() {
    guard !rows.isEmpty else { return }
    run.emit(.ledger(CheckLedger(endpoint: endpoint, rows: rows)))
    told += rows.count
    rows.removeAll(keepingCapacity: false)
  }

  /// After a refusal: what was not asked any more is in the ledger too.
  func close() {
    let done = told + rows.count + skipped
    if done < table.count { rows += table[done...].map { LedgerRow($0.info, .notReached) } }
    tell()
  }

  func consider<Facts>(_ check: Check<Facts>, _ facts: Facts) throws(Refusal) {
    let off = check.info.defence.flatMap { run.isQuietlyOff($0) ? $0 : nil }
    let reference = check.reads?(facts)
    let row: Row?
    if let reference {
      // Only a real read is seen and counted; judging for the record is not one.
      row =
        off == nil
        ? run.read(reference.table, reference.key) : run.peek(reference.table, reference.key)
    } else {
      row = nil
    }
    let finding = check.judge(facts, Seen(now: run.serverTime, row: row))
    // A check that does not fail lets the message pass whether it is on or off.
    if case .fails = finding, let defence = check.info.defence { run.turns(on: defence) }
    if let off {
      rows.append(LedgerRow(check.info, .off(.defence(off), finding)))
      return
    }
    switch finding {
    case .holds:
      rows.append(LedgerRow(check.info, .pass))
    case .moot(let why):
      rows.append(LedgerRow(check.info, .notApplicable(why)))
    case .fails(let expected, let actual):
      rows.append(LedgerRow(check.info, .fail(expected: expected, actual: actual)))
      throw check.refusal(facts)
    }
  }
}

/// What a gate may do: look, and be seen looking.
struct Sight {
  let hearing: Hearing
  private var run: Run { hearing.run }

  var now: Instant { run.serverTime }
  var server: ServerSpec { _read { yield run.currentServer } }
  func server(named name: String) -> ServerSpec? { run.server(named: name) }
  /// A client's usual provider.
  var provider: ServerSpec? { server.provider.flatMap { run.server(named: $0) } }
  func read(_ table: Table, _ key: RowKey) -> Row? { run.read(table, key) }
  func key(hashing value: String) -> RowKey { run.key(hashing: value) }
  func key(raw value: String) -> RowKey { run.key(raw: value) }
  func isOff(_ defence: DefenceID) -> Bool { run.isOff(defence) }
  func isQuietlyOff(_ defence: DefenceID) -> Bool { run.isQuietlyOff(defence) }
  func turns(on defence: DefenceID) { run.turns(on: defence) }
  func level(_ defence: DefenceID) -> String { run.level(defence) }
  func span(_ span: ServerSpan) -> TimeSpan { run.span(span) }
  func name(ofSecret value: String) -> String { run.name(ofSecret: value) }
  /// Whether the password is the user's; the hash's use is counted (RFC 7914).
  func passwordMatches(_ password: String, _ row: Row) -> Bool {
    run.passwordMatches(password, row)
  }
}

/// What an act may do besides: write, mint, sign, send, and leave things undone.
struct Hand {
  let hearing: Hearing
  var run: Run { hearing.run }
  var sight: Sight { Sight(hearing: hearing) }

  var now: Instant { run.serverTime }
  var server: ServerSpec { _read { yield run.currentServer } }
  func server(named name: String) -> ServerSpec? { run.server(named: name) }
  func read(_ table: Table, _ key: RowKey) -> Row? { run.read(table, key) }
  func key(hashing value: String) -> RowKey { run.key(hashing: value) }
  func isOff(_ defence: DefenceID) -> Bool { run.isOff(defence) }
  func isQuietlyOff(_ defence: DefenceID) -> Bool { run.isQuietlyOff(defence) }
  func level(_ defence: DefenceID) -> String { run.level(defence) }
  func span(_ span: ServerSpan) -> TimeSpan { run.span(span) }
  func name(ofSecret value: String) -> String { run.name(ofSecret: value) }
  /// The registered secret of that value, for a row's key.
  func secret(_ value: String) -> SecretID? { run.secretsByValue[value] }

  func write(_ table: Table, _ key: RowKey, _ row: Row?) { run.write(table, key, row) }
  func rows(_ table: Table) -> [(key: RowKey, row: Row)] { run.scan(table) }
  func mint(_ kind: SecretKind, bytes: Int = 16) -> String { run.mint(kind, bytes: bytes) }
  func register(_ kind: SecretKind, _ value: String, from: String? = nil) {
    run.register(kind, value, from: from)
  }
  func uniqueID() -> String { run.uniqueID() }
  func count(_ operation: CryptoOperation, _ algorithm: String, amount: Int = 1) {
    run.emit(
      .crypto(CryptoUse(operation: operation, algorithm: algorithm, amount: amount)))
  }
  func send(_ request: Request) -> Response? { run.sendFromServer(request) }
  func note(_ text: String) { run.emit(.note(text)) }

  /// Records a behaviour that its defence would have brought about here.
  func omit(
    _ defence: DefenceID, _ behaviour: String, would effect: String, table: Table? = nil,
    key: RowKey? = nil
  ) {
    run.emit(
      .omitted(
        Omission(
          defence: defence, behaviour: behaviour, effect: effect,
          store: table.map { run.storeID($0) }, key: key)))
  }
}
