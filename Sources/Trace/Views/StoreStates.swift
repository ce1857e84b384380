/// What every store, jar and attacker held at any point of a run.
///
/// A root of persistent maps stands for every few records; those behind it are replayed on it.
package struct StoreStates: Sendable {
  /// How many records lie between two roots: fewer cost memory, more cost time.
  private static let stride = 128

  package let trace: Trace
  private let roots: [Holdings]

  package init(_ trace: Trace) {
    self.trace = trace
    var now = Holdings(trace)
    var roots: [Holdings] = []
    roots.reserveCapacity(trace.records.count / Self.stride + 1)
    for (index, record) in trace.records.enumerated() {
      if index % Self.stride == 0 { roots.append(now) }
      now.apply(record, at: index)
    }
    if roots.isEmpty || trace.records.count % Self.stride == 0 { roots.append(now) }
    self.roots = roots
  }

  /// What is held when a record has happened; -1 for the start of the run.
  package func states(afterRecord record: Int) -> Holdings {
    let count = min(max(0, record + 1), trace.records.count)
    let root = count / Self.stride
    var now = roots[root]
    for index in root * Self.stride..<count { now.apply(trace.records[index], at: index) }
    return now
  }

  package func rows(of store: StoreID, afterRecord record: Int) -> [HeldRow] {
    states(afterRecord: record).rows(of: store)
  }

  package func cookies(of client: PartyID, afterRecord record: Int) -> [HeldCookie] {
    states(afterRecord: record).cookies(of: client)
  }

  package func loot(of attacker: PartyID, afterRecord record: Int) -> [HeldLoot] {
    states(afterRecord: record).loot(of: attacker)
  }

  /// What the records of a beat did to rows, in order; a row may have several marks.
  package func marks(_ beat: Beat) -> [RowMark] {
    beat.records.compactMap { RowMark(trace.records[$0].event, record: $0) }
  }
}

/// What happened to a row.
package struct RowMark: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case read, written, removed
    /// A defence that is off would have changed or removed it here.
    case spared
  }

  package let store: StoreID
  package let key: RowKey
  package let kind: Kind
  /// The row as it was: what a removed one held; nil when there was none.
  package let before: Row?
  package let record: Int

  init?(_ event: Event, record: Int) {
    self.record = record
    switch event {
    case .storeRead(let read):
      (store, key, kind, before) = (read.store, read.key, .read, read.row)
    case .storeChanged(let change):
      let kind: Kind = change.after == nil ? .removed : .written
      (store, key, self.kind, before) = (change.store, change.key, kind, change.before)
    case .omitted(let omission):
      guard let store = omission.store, let key = omission.key else { return nil }
      (self.store, self.key, kind, before) = (store, key, .spared, nil)
    case .sent, .received, .ledger, .cookie, .browserStorage, .navigated, .clockMoved, .minted,
      .crypto, .act, .settingChanged, .note, .unapplied:
      return nil
    }
  }
}
