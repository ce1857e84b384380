/// The parts of a run in which two plays of it can diverge; every event belongs to one.
struct AreaNames {
  /// The areas that every run has; stores and jars follow.
  private enum Fixed: String, CaseIterable {
    case request, response, checks, clock, draws, acts

    var index: Int {
      switch self {
      case .request: 0
      case .response: 1
      case .checks: 2
      case .clock: 3
      case .draws: 4
      case .acts: 5
      }
    }
  }

  let names: [String]
  private let nameBytes: [[UInt8]]
  private let firstJar: Int

  init(_ trace: Trace) {
    let stores = trace.stores.indices.map { "store \(trace.label(of: StoreID($0)))" }
    firstJar = Fixed.allCases.count + stores.count
    names = Fixed.allCases.map(\.rawValue) + stores + trace.parties.map { "jar \($0.name)" }
    nameBytes = names.map { Array($0.utf8) }
  }

  var clock: Int { Fixed.clock.index }
  var draws: Int { Fixed.draws.index }

  func index(of record: Record) -> Int {
    switch record.event {
    case .sent: Fixed.request.index
    case .received: Fixed.response.index
    case .ledger, .crypto: Fixed.checks.index
    case .storeRead(let read): index(of: read.store)
    case .storeChanged(let change): index(of: change.store)
    case .omitted(let omission): omission.store.map { index(of: $0) } ?? Fixed.acts.index
    case .cookie, .browserStorage, .navigated: firstJar + Int(record.party.index)
    case .clockMoved: Fixed.clock.index
    case .minted: Fixed.draws.index
    case .act, .settingChanged, .note, .unapplied: Fixed.acts.index
    }
  }

  private func index(of store: StoreID) -> Int { Fixed.allCases.count + Int(store.index) }

  func index(ofName name: UnsafeBufferPointer<UInt8>) -> Int? {
    nameBytes.firstIndex { $0.elementsEqual(name) }
  }

  /// The names of the areas that only one of both has, or that differ.
  func differing(_ left: [AreaDigest], _ right: [AreaDigest]) -> [String] {
    let apart = Set(left).symmetricDifference(right).map { Int($0.area) }
    return Set(apart).sorted().map { names[$0] }
  }
}

/// The digest of one area of one step; enough of it to name what differs, the line's own digest
/// keeps the line whole.
struct AreaDigest: Hashable, Sendable {
  /// Of `AreaNames`.
  let area: Int32
  let digest: UInt64
}
