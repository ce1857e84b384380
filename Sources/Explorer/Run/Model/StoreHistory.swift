import Trace

/// The stores after each moment, and who touched which row.
struct StoreHistory: Sendable {
  /// A row as it stands, and the moments that wrote and last read it.
  struct RowState: Hashable, Sendable {
    var key: RowKey
    var row: Row
    /// Nil: it was there from the start.
    var writtenAt: Int?
    var readAt: Int?
  }

  /// A row that a moment removed.
  struct Removal: Hashable, Sendable {
    let key: RowKey
    let row: Row
    let at: Int
  }

  /// One store after a moment, its rows in the order of their keys.
  struct Table: Hashable, Sendable {
    let store: StoreID
    var rows: [RowState] = []
    var removals: [Removal] = []
    /// The last moment that asked it for a row that was not there, by the row's label.
    var misses: [Miss] = []
  }

  struct Miss: Hashable, Sendable {
    let key: RowKey
    let at: Int
  }

  private let trace: Trace
  private let moments: [Moment]

  init(_ trace: Trace, _ moments: [Moment]) {
    self.trace = trace
    self.moments = moments
  }

  /// All stores when a moment is over.
  func tables(after moment: Int) -> [Table] {
    var tables = trace.stores.indices.map { Table(store: StoreID($0)) }
    for change in trace.initialRows { apply(change, at: nil, to: &tables) }
    guard !moments.isEmpty else { return tables }
    for index in 0...min(moment, moments.count - 1) {
      for record in trace.records[moments[index].records] {
        switch record.event {
        case .storeChanged(let change): apply(change, at: index, to: &tables)
        case .storeRead(let read): note(read, at: index, in: &tables)
        case .sent, .received, .ledger, .omitted, .cookie, .browserStorage, .navigated,
          .clockMoved, .minted, .crypto, .act, .settingChanged, .note, .unapplied:
          break
        }
      }
    }
    return tables
  }

  private func apply(_ change: StoreChange, at moment: Int?, to tables: inout [Table]) {
    let store = Int(change.store.index)
    let place = tables[store].rows.firstIndex { $0.key == change.key }
    if let after = change.after {
      let state = RowState(key: change.key, row: after, writtenAt: moment, readAt: nil)
      if let place { tables[store].rows[place] = state } else { tables[store].rows.append(state) }
    } else if let place {
      let removed = tables[store].rows.remove(at: place)
      if let moment {
        tables[store].removals.append(Removal(key: removed.key, row: removed.row, at: moment))
      }
    }
  }

  private func note(_ read: StoreRead, at moment: Int, in tables: inout [Table]) {
    let store = Int(read.store.index)
    if let place = tables[store].rows.firstIndex(where: { $0.key == read.key }) {
      tables[store].rows[place].readAt = moment
    } else if read.row == nil {
      tables[store].misses.append(Miss(key: read.key, at: moment))
    }
  }
}
