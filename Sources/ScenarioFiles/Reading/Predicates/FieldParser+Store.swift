import Trace

extension FieldParser {
  // `store sessions count`, `store idp.codes count`, `store shop links.alice`,
  // `store sessions sid#1`, `store sessions sid#1.user`, `store idp.users alice.email`
  func store(_ line: inout Line, after head: Line.Word) throws(Misread) -> Field {
    guard let name = line.next() else {
      throw Misread(.needs(head.text, "the name of a store"), head.range)
    }
    let store = try storeName(name)
    guard let what = line.next() else {
      throw Misread(.needs(name.text, "count, or the key of a row"), name.range)
    }
    if what.text == "count" {
      try checkTable(store, name)
      return .storeCount(store)
    }
    return try row(what, in: store, name)
  }

  private func storeName(_ name: Line.Word) throws(Misread) -> StoreName {
    if names.databases.contains(name.text) { return StoreName(database: name.text, table: nil) }
    guard let (database, table) = name.split(at: ".") else {
      throw Misread(.unknownName(name.text, "store", among: names.databases), name.range)
    }
    guard names.databases.contains(database.text) else {
      throw Misread(
        .unknownName(database.text, "store", among: names.databases), database.range)
    }
    return StoreName(database: database.text, table: try self.table(table, in: database.text))
  }

  /// A wrong table would make `absent` hold for ever.
  private func table(_ table: Line.Word, in database: String) throws(Misread) -> String {
    let tables = names.tables(in: database)
    guard tables.contains(table.text) else {
      throw Misread(.unknownTable(table.text, in: database, among: tables), table.range)
    }
    return table.text
  }

  /// A database of several tables needs one, unless one is called as itself.
  private func checkTable(_ store: StoreName, _ name: Line.Word) throws(Misread) {
    let tables = names.tables(in: store.database)
    guard store.table == nil, tables.count > 1, !tables.contains(store.database) else { return }
    throw Misread(.severalTables(store.database, tables), name.range)
  }

  /// Without a table yet, `links.alice` begins with one; the name of a secret (`sid#1`) never does.
  private func row(
    _ word: Line.Word, in store: StoreName, _ name: Line.Word
  ) throws(Misread) -> Field {
    var store = store
    var key = word
    if store.table == nil, let (head, tail) = word.split(at: "."), !head.text.contains("#") {
      store = StoreName(database: store.database, table: try table(head, in: store.database))
      key = tail
    }
    try checkTable(store, name)
    guard let (row, field) = key.split(at: ".") else {
      guard !key.text.isEmpty else { throw Misread(.needs(word.text, "a key"), word.range) }
      return .row(store, key: key.text, field: nil)
    }
    guard !row.text.isEmpty, !field.text.isEmpty else {
      throw Misread(.needs(word.text, "a key and a field"), word.range)
    }
    return .row(store, key: row.text, field: field.text)
  }
}
