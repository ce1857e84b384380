import Ledger
import Wire

/// Answers questions about one step of a trace.
struct StepReader {
  let judge: Judge
  let step: Int

  var trace: Trace { judge.trace }
  var records: ArraySlice<Record> { trace.records(ofStep: step) }

  func observe(_ field: Field) -> Observation {
    switch field {
    case .status: number(lastResponse?.response.status)
    case .location: text(lastResponse?.response.headers["Location"])
    case .error: text(lastResponse.flatMap { Self.protocolError(of: $0.response) })
    case .tokenStatus: number(lastTokenResponse?.response.status)
    case .tokenError: text(lastTokenResponse.flatMap { Self.protocolError(of: $0.response) })
    case .hops: .count(records.count { $0.event.sent != nil && $0.path.isTopLevel })
    case .servedBy:
      text(lastResponse.map { trace.name(of: $0.from, instance: $0.instance) })
    case .header(let name): header(name)
    case .cookie(let name): cookie(name)
    case .jar(let client, let cookie): jar(client, cookie)
    case .storage(let client, let key): storage(client, key)
    case .body: text(lastResponse.map { Self.readableText(of: $0.response) })
    case .json(let path): json(path)
    case .storeCount(let name): storeCount(name)
    case .row(let name, let key, let field): row(name, key, field)
    case .check(let id): check(id)
    case .token(let kind, let field): token(kind, field)
    case .cost(let field, let total): cost(field, total: total)
    }
  }

  private func text(_ text: String?) -> Observation { text.map { .text($0) } ?? .absent }

  /// A number that names something, such as a status, and is written as it is.
  private func number(_ number: Int?) -> Observation {
    number.map { .text(String($0)) } ?? .absent
  }

  /// The last row of that check that was reached; a row not reached counts when there is no other.
  private func check(_ id: CheckID) -> Observation {
    var found: Outcome?
    for record in records.reversed() {
      guard let ledger = record.event.ledger else { continue }
      for row in ledger.rows.reversed() where row.check.id == id {
        if row.outcome != .notReached { return .check(row.outcome) }
        found = row.outcome
      }
    }
    return found.map { .check($0) } ?? .absent
  }

  private func cost(_ field: CostField, total: Bool) -> Observation {
    let upToHere = judge.cost(upToStep: step)
    let before = total || step == 0 ? Cost() : judge.cost(upToStep: step - 1)
    return .count((upToHere - before)[field])
  }
}
