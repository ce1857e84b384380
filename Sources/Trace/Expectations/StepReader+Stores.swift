import Wire

extension StepReader {
  /// The stores that a name means: all instances, and one table.
  private func stores(_ name: StoreName) -> [Int] {
    let found = trace.stores.indices.filter { name.matches(trace.stores[$0]) }
    guard name.table == nil else { return found }
    // Without a table, the one that is called as the database goes before the others.
    let own = found.filter { trace.stores[$0].table == name.database }
    return own.isEmpty ? found : own
  }

  /// The rows at the end of the step, a key that several instances know once.
  private func rows(_ name: StoreName) -> [String: (key: RowKey, row: Row)]? {
    let stores = stores(name)
    guard !stores.isEmpty else { return nil }
    var rows = [[String: (key: RowKey, row: Row)]](repeating: [:], count: trace.stores.count)
    func apply(_ change: StoreChange) {
      rows[Int(change.store.index)][change.key.text] = change.after.map { (change.key, $0) }
    }
    for change in trace.initialRows { apply(change) }
    for record in recordsSoFar {
      if case .storeChanged(let change) = record.event { apply(change) }
    }
    return stores.reduce(into: [:]) { $0.merge(rows[$1]) { first, _ in first } }
  }

  func storeCount(_ name: StoreName) -> Observation {
    rows(name).map { .count($0.count) } ?? .absent
  }

  /// A row by its key, or by the name of the secret that the key stands for.
  func row(_ name: StoreName, _ key: String, _ field: String?) -> Observation {
    guard let rows = rows(name) else { return .absent }
    let found =
      rows[key]
      ?? rows.values.first { entry in
        entry.key.secret.map { trace.secret($0).name == key } ?? false
      }
    guard let row = found?.row else { return .absent }
    guard let field else { return .words(row.first?.value ?? "") }
    return row[field].map { .words($0) } ?? .absent
  }
}
