import Cryptography
import Trace
import Wire

extension Run {
  func storeID(_ table: Table) -> StoreID { world.storeID(table, at: seat) }

  /// The key under which a bearer value is kept: its SHA-256, so that the store does not leak it.
  func key(hashing value: String) -> RowKey {
    RowKey(
      Base64.url(Digest.sha256.hash(Array(value.utf8))), secret: secretsByValue[value])
  }

  /// The value itself as the key: whoever reads the store has it.
  func key(raw value: String) -> RowKey { RowKey(value, secret: secretsByValue[value]) }

  /// A read that is seen and counted.
  func read(_ table: Table, _ key: RowKey) -> Row? {
    let store = storeID(table)
    let stored = world.stores[Int(store.index)][key.text]
    emit(.storeRead(StoreRead(store: store, key: stored?.key ?? key, row: stored?.row)))
    return stored?.row
  }

  /// A look for the record, which leaves no mark.
  func peek(_ table: Table, _ key: RowKey) -> Row? {
    world.stores[Int(storeID(table).index)][key.text]?.row
  }

  /// Writes a row, or removes it with nil.
  func write(_ table: Table, _ key: RowKey, _ row: Row?) {
    let store = storeID(table)
    let index = Int(store.index)
    let before = world.stores[index][key.text]
    guard before?.row != row else { return }
    world.stores[index][key.text] = row.map { StoredRow(key: key, row: $0) }
    emit(
      .storeChanged(
        StoreChange(store: store, key: before?.key ?? key, before: before?.row, after: row)))
  }

  /// All rows of a table in the order of their keys; one read, however many rows.
  func scan(_ table: Table) -> [(key: RowKey, row: Row)] {
    let rows = world.stores[Int(storeID(table).index)].values
    return rows.sorted { $0.key.text < $1.key.text }.map { ($0.key, $0.row) }
  }
}

extension World {
  /// The link in the last mail that any server sent to the user.
  func lastMail(to user: String) -> String? {
    storeInfos.indices.lazy.filter { storeInfos[$0].table == Table.outbox.name }
      .compactMap { stores[$0][user]?.row["link"] }.last
  }
}
