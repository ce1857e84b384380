import Trace

/// The parties that take part in a run, in the order of their lanes: clients, servers, attackers.
struct Lanes: Hashable, Sendable {
  let parties: [PartyID]
  private let places: [PartyID: Int]

  init(_ trace: Trace) {
    var seen: Set<PartyID> = []
    for record in trace.records { seen.formUnion(Self.parties(in: record)) }
    func rank(_ id: PartyID) -> Int {
      switch trace.party(id).kind {
      case .browser: 0
      case .nativeApp: 1
      case .webApp, .oauthClient: 2
      case .provider: 3
      case .api: 4
      case .attacker: 5
      }
    }
    parties = seen.sorted { (rank($0), $0) < (rank($1), $1) }
    places = Dictionary(uniqueKeysWithValues: parties.enumerated().map { ($1, $0) })
  }

  func index(of party: PartyID) -> Int { places[party] ?? 0 }

  private static func parties(in record: Record) -> [PartyID] {
    switch record.event {
    case .sent(let it): [it.from, it.to]
    case .received(let it): [it.from, it.to]
    case .act(let it): [record.party] + (it.target.map { [$0] } ?? [])
    case .ledger, .storeRead, .storeChanged, .omitted, .cookie, .browserStorage, .navigated,
      .clockMoved, .minted, .crypto, .settingChanged, .note, .unapplied:
      []
    }
  }
}
