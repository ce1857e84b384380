import Wire

extension StepReader {
  /// What is held at the end of the step.
  private var holdings: Holdings {
    judge.states.states(afterRecord: trace.range(ofStep: step).upperBound - 1)
  }

  /// The stores that a name means: all instances, and one table.
  private func stores(_ name: StoreName) -> [StoreID] {
    let found = trace.stores.indices.filter { name.matches(trace.stores[$0]) }
    // Without a table, the one that is called as the database goes before the others.
    let own = found.filter { trace.stores[$0].table == name.database }
    return (name.table == nil && !own.isEmpty ? own : found).map { StoreID($0) }
  }

  /// A key that several instances know counts once.
  func storeCount(_ name: StoreName) -> Observation {
    let stores = stores(name)
    let holdings = holdings
    guard let first = stores.first else { return .absent }
    if stores.count == 1 { return .count(holdings.rowCount(of: first)) }
    return .count(Set(stores.flatMap { holdings.rows(of: $0).map(\.key.text) }).count)
  }

  /// A row by its key, or by the name of the secret that the key stands for.
  func row(_ name: StoreName, _ key: String, _ field: String?) -> Observation {
    let stores = stores(name)
    let holdings = holdings
    let byKey = stores.lazy.compactMap { holdings.row(of: $0, key: key) }.first
    let found =
      byKey
      ?? stores.lazy.flatMap { holdings.rows(of: $0) }.first { held in
        held.key.secret.map { trace.secret($0).name == key } ?? false
      }
    guard let row = found?.row else { return .absent }
    guard let field else { return .words(row.first?.value ?? "") }
    return row[field].map { .words($0) } ?? .absent
  }

  /// A cookie in a client's jar at the end of the step; the newest when several hosts set one.
  func jar(_ client: String, _ name: String) -> Observation {
    guard let party = trace.parties.firstIndex(where: { $0.name == client }) else {
      return .absent
    }
    let held = holdings.cookies(of: PartyID(party)).filter { $0.name.hasSameBytes(as: name) }
    let newest = held.max { $0.record < $1.record }
    return newest.map { .words($0.value) } ?? .absent
  }

  /// An item of a client's localStorage at the end of the step; the newest of several origins.
  func storage(_ client: String, _ key: String) -> Observation {
    guard let party = trace.parties.firstIndex(where: { $0.name == client }) else {
      return .absent
    }
    let held = holdings.storage(of: PartyID(party)).filter { $0.key.hasSameBytes(as: key) }
    let newest = held.max { $0.record < $1.record }
    return newest.map { .words($0.value) } ?? .absent
  }
}
