import Wire

/// A store's index in `Trace.stores`.
package struct StoreID: Hashable, Sendable, Comparable {
  package let index: Int16
  package init(_ index: Int) { self.index = Int16(index) }
  package static func < (a: StoreID, b: StoreID) -> Bool { a.index < b.index }
}

/// One table of a server's data: `sessions`, `idp.codes`, or one instance's own `sessions@app#1`.
package struct StoreInfo: Hashable, Sendable {
  /// The name that the scenario gives: `sessions`, `idp`.
  package let database: String
  package let table: String
  /// The servers that use it, by index.
  package let owner: PartyID
  /// The instance whose memory it is; nil when all instances share it.
  package let instance: Int?

  package init(database: String, table: String, owner: PartyID, instance: Int?) {
    self.database = database
    self.table = table
    self.owner = owner
    self.instance = instance
  }

  /// The name without the instance: `sessions`, `idp.codes`.
  package var name: String { database == table ? table : "\(database).\(table)" }
}

/// A row's fields, in order.
package typealias Row = [Pair]

/// What names a row: the key as it is stored, and the secret that it stands for.
package struct RowKey: Hashable, Sendable {
  package let text: String
  /// The secret of which the key is the value or the hash.
  package let secret: SecretID?

  package init(_ text: String, secret: SecretID? = nil) {
    self.text = text
    self.secret = secret
  }
}
