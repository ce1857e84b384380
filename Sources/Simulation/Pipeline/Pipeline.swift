import Ledger
import Trace
import Wire

/// A row that a check asks to see before it judges.
struct RowReference: Sendable {
  let table: Table
  let key: RowKey
}

/// All that a judge may see besides its facts: no world, no stores, no draws, so that judging for
/// the record cannot leave a mark.
struct Seen: Sendable {
  let now: Instant
  let row: Row?
}

/// A pure judgement over facts that can be switched off, because later code needs nothing of it.
struct Check<Facts>: Sendable {
  let info: CheckInfo
  let refusal: @Sendable (Facts) -> Refusal
  let reads: (@Sendable (Facts) -> RowReference?)?
  let judge: @Sendable (Facts, Seen) -> Finding

  init(
    _ info: CheckInfo, else refusal: Refusal,
    reads: (@Sendable (Facts) -> RowReference?)? = nil,
    judge: @escaping @Sendable (Facts, Seen) -> Finding
  ) {
    self.init(info, elseBy: { _ in refusal }, reads: reads, judge: judge)
  }

  /// For refusals that depend on the facts: an error that goes back to the redirect URI.
  init(
    _ info: CheckInfo, elseBy refusal: @escaping @Sendable (Facts) -> Refusal,
    reads: (@Sendable (Facts) -> RowReference?)? = nil,
    judge: @escaping @Sendable (Facts, Seen) -> Finding
  ) {
    self.info = info
    self.refusal = refusal
    self.reads = reads
    self.judge = judge
  }
}

enum Admission<Out> {
  case enter(Out)
  case refuse(Refusal, expected: String, actual: String)
}

/// Makes the facts for what follows; cannot be switched off.
struct Gate<In, Out>: Sendable {
  let info: CheckInfo
  let admit: @Sendable (In, Sight) -> Admission<Out>

  init(
    _ id: CheckID, _ title: String, _ reference: String = "",
    admit: @escaping @Sendable (In, Sight) -> Admission<Out>
  ) {
    info = CheckInfo(id, title, reference)
    self.admit = admit
  }
}

/// A row of an endpoint's table, before anything is asked.
struct TableRow: Sendable {
  let info: CheckInfo
  /// Makes facts for the rows after it, so that it can be neither switched off nor muted.
  let isGate: Bool
}

/// What one endpoint does with one message: gates, checks and acts in order. The rows and the body
/// are built by the same calls, so that what is shown is what runs.
struct Pipeline<In, Out>: Sendable {
  let rows: [TableRow]
  let body: @Sendable (In, Hearing) throws(Refusal) -> Out

  func gate<Next>(_ gate: Gate<Out, Next>) -> Pipeline<In, Next> {
    Pipeline<In, Next>(rows: rows + [TableRow(info: gate.info, isGate: true)]) {
      [body] (input, hearing) throws(Refusal) in
      let facts = try body(input, hearing)
      switch gate.admit(facts, Sight(hearing: hearing)) {
      case .enter(let next):
        hearing.rows.append(LedgerRow(gate.info, .pass))
        return next
      case .refuse(let refusal, let expected, let actual):
        hearing.rows.append(LedgerRow(gate.info, .fail(expected: expected, actual: actual)))
        throw refusal
      }
    }
  }

  func checks(_ list: [Check<Out>]) -> Pipeline<In, Out> {
    let added = list.map { TableRow(info: $0.info, isGate: false) }
    return Pipeline<In, Out>(rows: rows + added) {
      [body] (input, hearing) throws(Refusal) in
      let facts = try body(input, hearing)
      for check in list {
        if check.info.id == hearing.run.muted {
          hearing.skipped += 1
        } else {
          try hearing.consider(check, facts)
        }
      }
      return facts
    }
  }

  /// Writes, mints, signs or sends; the ledger so far is told first, so that the order in the trace
  /// is the order of things.
  func act<Next>(
    _ work: @escaping @Sendable (Out, Hand) throws(Refusal) -> Next
  ) -> Pipeline<In, Next> {
    Pipeline<In, Next>(rows: rows) { [body] (input, hearing) throws(Refusal) in
      let facts = try body(input, hearing)
      hearing.tell()
      return try work(facts, Hand(hearing: hearing))
    }
  }

  /// The same for work that only some facts need; without it nothing is told yet.
  func act(
    where isNeeded: @escaping @Sendable (Out) -> Bool,
    _ work: @escaping @Sendable (Out, Hand) -> Void
  ) -> Pipeline<In, Out> {
    Pipeline<In, Out>(rows: rows) { [body] (input, hearing) throws(Refusal) in
      let facts = try body(input, hearing)
      if isNeeded(facts) {
        hearing.tell()
        work(facts, Hand(hearing: hearing))
      }
      return facts
    }
  }

  /// Several rows that one judge makes together: a token verifier's ledger.
  func ledger<Next>(
    _ added: [TableRow],
    _ judge: @escaping @Sendable (Out, Hand) -> (rows: [LedgerRow], next: Admission<Next>)
  ) -> Pipeline<In, Next> {
    Pipeline<In, Next>(rows: rows + added) { [body] (input, hearing) throws(Refusal) in
      let facts = try body(input, hearing)
      let (rows, next) = judge(facts, Hand(hearing: hearing))
      hearing.rows += rows
      switch next {
      case .enter(let value): return value
      case .refuse(let refusal, _, _): throw refusal
      }
    }
  }

  func finish(
    _ effect: @escaping @Sendable (Out, Hand) throws(Refusal) -> Response
  ) -> Endpoint where In == Arrival {
    let whole = act { (facts, hand) throws(Refusal) in try effect(facts, hand) }
    return Endpoint(rows: rows) { arrival, hearing in
      do throws(Refusal) {
        return try whole.body(arrival, hearing)
      } catch {
        hearing.close()
        return error.response
      }
    }
  }
}

/// The beginning of every endpoint's table.
func pipeline() -> Pipeline<Arrival, Arrival> {
  Pipeline(rows: []) { (arrival, _) throws(Refusal) in arrival }
}

/// A request as it has reached one server.
struct Arrival: Sendable {
  let request: Request
}

/// A finished pipeline: a table of rows and the code that runs them.
struct Endpoint: Sendable {
  let rows: [TableRow]
  let handle: @Sendable (Arrival, Hearing) -> Response

  /// Several tables under one path, chosen by a form field (RFC 6749 4: `grant_type`).
  static func chosen(
    by field: String, _ choices: [(value: String, endpoint: Endpoint)],
    else refusal: @escaping @Sendable (String?) -> Refusal
  ) -> Endpoint {
    Endpoint(rows: choices.flatMap(\.endpoint.rows)) { arrival, hearing in
      let value = arrival.request.form[field]
      guard let choice = choices.first(where: { $0.value == value }) else {
        return refusal(value).response
      }
      hearing.table = choice.endpoint.rows
      return choice.endpoint.handle(arrival, hearing)
    }
  }

  /// Two tables under one path, chosen by how the server was set up.
  static func either(
    _ first: Endpoint, or second: Endpoint, where isFirst: @escaping @Sendable (Sight) -> Bool
  ) -> Endpoint {
    either(first, or: second) { _, sight in isFirst(sight) }
  }

  /// The same, chosen by the request as well.
  static func either(
    _ first: Endpoint, or second: Endpoint,
    where isFirst: @escaping @Sendable (Arrival, Sight) -> Bool
  ) -> Endpoint {
    Endpoint(rows: first.rows + second.rows) { arrival, hearing in
      let chosen = isFirst(arrival, Sight(hearing: hearing)) ? first : second
      hearing.table = chosen.rows
      return chosen.handle(arrival, hearing)
    }
  }
}
