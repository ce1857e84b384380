import HashTreeCollections
import Wire

/// A row as it stands in a store; an object, because the maps copy their members often.
package final class HeldRow: Sendable {
  package let key: RowKey
  package let row: Row
  /// The record that wrote it last; -1 when it was there before the first step.
  package let record: Int
  /// When it came into the store, compared with the other rows.
  let order: Int

  init(key: RowKey, row: Row, record: Int, order: Int) {
    self.key = key
    self.row = row
    self.record = record
    self.order = order
  }
}

/// A cookie in a browser's jar.
package struct HeldCookie: Hashable, Sendable {
  package let name: String
  package let value: String
  package let host: String
  /// The record of the decision that stored it last.
  package let record: Int
  let order: Int
}

/// An item of a browser's storage.
package struct HeldItem: Hashable, Sendable {
  package let origin: String
  package let key: String
  package let value: String
  /// The record that wrote it last.
  package let record: Int
  let order: Int
}

/// Something that an attacker keeps under a name.
package struct HeldLoot: Hashable, Sendable {
  package let name: String
  package let value: String
  /// The secret that it is or contains.
  package let secret: SecretID?
  /// How it came into the attacker's hands.
  package let kind: AttackKind
  /// The record of the act.
  package let record: Int
  let order: Int
}

/// Everything that is kept somewhere at one point of a run: rows, cookies, browser storage, loot.
///
/// Persistent maps, so that a copy for every few records costs what has changed since.
package struct Holdings: Sendable {
  private(set) var stores: [TreeDictionary<String, HeldRow>]
  private(set) var jars: [TreeDictionary<Place, HeldCookie>]
  private(set) var storages: [TreeDictionary<Place, HeldItem>]
  private(set) var loots: [TreeDictionary<String, HeldLoot>]

  /// A cookie's host and name, or a stored item's origin and key.
  struct Place: Hashable, Sendable {
    let host: String
    let name: String
  }

  init(_ trace: Trace) {
    stores = Array(repeating: [:], count: trace.stores.count)
    jars = Array(repeating: [:], count: trace.parties.count)
    storages = Array(repeating: [:], count: trace.parties.count)
    loots = Array(repeating: [:], count: trace.parties.count)
    for (order, change) in trace.initialRows.enumerated() {
      apply(change, record: -1, order: order - trace.initialRows.count)
    }
  }

  // Looking. Lists are in the order in which their members came.

  package func rowCount(of store: StoreID) -> Int { stores[Int(store.index)].count }

  package func row(of store: StoreID, key: String) -> HeldRow? { stores[Int(store.index)][key] }

  package func rows(of store: StoreID) -> [HeldRow] {
    stores[Int(store.index)].values.sorted { $0.order < $1.order }
  }

  package func cookies(of client: PartyID) -> [HeldCookie] {
    jars[Int(client.index)].values.sorted { $0.order < $1.order }
  }

  package func storage(of client: PartyID) -> [HeldItem] {
    storages[Int(client.index)].values.sorted { $0.order < $1.order }
  }

  package func loot(of attacker: PartyID) -> [HeldLoot] {
    loots[Int(attacker.index)].values.sorted { $0.order < $1.order }
  }

  // Changing.

  mutating func apply(_ record: Record, at index: Int) {
    let party = Int(record.party.index)
    switch record.event {
    case .storeChanged(let change): apply(change, record: index, order: index)
    case .cookie(let decision): apply(decision, of: party, at: index)
    case .browserStorage(let use) where use.wrote: apply(use, of: party, at: index)
    case .act(let act):
      guard let name = act.loot else { return }
      loots[party][name] = HeldLoot(
        name: name, value: act.lootValue ?? "", secret: act.taken ?? act.made, kind: act.kind,
        record: index, order: loots[party][name]?.order ?? index)
    case .sent, .received, .ledger, .storeRead, .omitted, .browserStorage, .navigated,
      .clockMoved, .minted, .crypto, .settingChanged, .note, .unapplied:
      return
    }
  }

  private mutating func apply(_ change: StoreChange, record: Int, order: Int) {
    let store = Int(change.store.index)
    let key = change.key.text
    guard let row = change.after else {
      stores[store][key] = nil
      return
    }
    stores[store][key] = HeldRow(
      key: change.key, row: row, record: record, order: stores[store][key]?.order ?? order)
  }

  private mutating func apply(_ decision: CookieDecision, of party: Int, at index: Int) {
    let place = Place(host: decision.host, name: decision.name)
    switch decision.fate {
    case .stored, .replaced:
      jars[party][place] = HeldCookie(
        name: decision.name, value: decision.value, host: decision.host, record: index,
        order: jars[party][place]?.order ?? index)
    case .deleted: jars[party][place] = nil
    case .refused, .attached, .withheld: return
    }
  }

  private mutating func apply(_ use: StorageUse, of party: Int, at index: Int) {
    let place = Place(host: use.origin, name: use.key)
    storages[party][place] = use.value.map {
      HeldItem(
        origin: use.origin, key: use.key, value: $0, record: index,
        order: storages[party][place]?.order ?? index)
    }
  }
}
