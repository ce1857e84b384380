import Trace

/// What was there once and is not any more: removed rows, cleared cookies, by record.
struct Losses: Sendable {
  struct LostRow: Hashable, Sendable {
    let store: StoreID
    let key: RowKey
    let row: Row
    let record: Int
  }

  struct LostCookie: Hashable, Sendable {
    let client: PartyID
    let name: String
    let record: Int
  }

  private(set) var rows: [LostRow] = []
  private(set) var cookies: [LostCookie] = []

  init(_ trace: Trace) {
    for (index, record) in trace.records.enumerated() {
      switch record.event {
      case .storeChanged(let it):
        guard let before = it.before, it.after == nil else { continue }
        rows.append(LostRow(store: it.store, key: it.key, row: before, record: index))
      case .cookie(let it):
        guard it.fate == .deleted else { continue }
        cookies.append(LostCookie(client: record.party, name: it.name, record: index))
      case .sent, .received, .ledger, .storeRead, .omitted, .browserStorage, .navigated,
        .clockMoved, .minted, .crypto, .act, .settingChanged, .note, .unapplied:
        continue
      }
    }
  }
}
