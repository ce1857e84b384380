import Ledger
import Trace
import Wire

/// Everything that changes in a run besides the trace: stores, jars, captures, turns.
struct World {
  /// 2026-01-01T00:00:00Z, where every run begins.
  static let start = Instant(milliseconds: 1_767_225_600_000)

  let spec: WorldSpec
  let servers: [ServerSpec]
  let parties: [Party]
  let storeInfos: [StoreInfo]
  /// The first store of a server's table, by server and table; nil where it has no such table.
  private let storeBase: [[Int?]]

  var stores: [[String: StoredRow]]
  var browsers: [Browser]
  var captures: [String: String] = [:]
  /// The names of cookies that somebody has copied, by their values: a copy is sent as it was found,
  /// whatever a scenario calls it.
  var cookieNames: [String: String] = [:]
  /// How many requests each server has taken, for the balancer.
  var turns: [Int]
  /// Key sets that a server's instance has fetched.
  var keyCaches: [Seat: [String: String]] = [:]
  /// What providers say of themselves, as a server's instance has read it.
  var metadata: [Seat: [String: String]] = [:]
  /// Nonces that holders of keys were given for their proofs.
  var proofNonces: [NonceHolder: String] = [:]
  /// Providers whose condition has changed since the start.
  var conditions: [String: ServerCondition] = [:]
  /// When an instance has last fetched an issuer's keys again.
  var keyRefetches: [Seat: [String: Instant]] = [:]
  /// Keys that were not in a fetched set, and were looked for again.
  var missedKeys: Set<MissedKey> = []
  /// How many signing keys each server has had.
  var keyNumbers: [String: Int] = [:]
  /// What a server's instance was told about tokens, by token, and until when it relies on it.
  var introspections: [Seat: [String: RememberedAnswer]] = [:]
  /// Where clients that ask were told to find their providers' endpoints, by the provider's name.
  var addresses: [Seat: [String: ProviderAddresses]] = [:]

  init(_ spec: WorldSpec) {
    self.spec = spec
    servers = spec.servers
    let clients = spec.clients.count
    parties = spec.clients.map(Self.party) + spec.servers.map(Self.party)
    var infos: [StoreInfo] = []
    var bases: [[Int?]] = []
    for (index, server) in spec.servers.enumerated() {
      bases.append(
        Self.addStores(
          of: server, owner: PartyID(clients + index), spec: spec, to: &infos, known: bases,
          servers: spec.servers))
    }
    storeInfos = infos
    storeBase = bases
    stores = Array(repeating: [:], count: infos.count)
    browsers = spec.clients.map { _ in Browser() }
    turns = Array(repeating: 0, count: spec.servers.count)
  }

  /// The server of that origin, the first one where two claim it; one of https listens at the
  /// default port of http too, if only to send browsers on.
  @inline(__always)
  func serverIndex(at url: WireURL) -> Int? {
    let exact = servers.firstIndex {
      $0.origin.host == url.host && $0.origin.scheme == url.scheme && $0.origin.port == url.port
    }
    if exact != nil || url.scheme != "http" || url.port != nil { return exact }
    return servers.firstIndex { $0.origin.base == "https://\(url.host)/" }
  }

  // Inlined always: the run is a class, and a call on its world would copy the world first.
  @inline(__always)
  func partyID(client: Int) -> PartyID { PartyID(client) }
  @inline(__always)
  func partyID(server: Int) -> PartyID { PartyID(spec.clients.count + server) }

  @inline(__always)
  func storeID(_ table: Table, at seat: Seat) -> StoreID {
    guard let base = storeBase[seat.server][table.rawValue] else {
      preconditionFailure("\(servers[seat.server].name) keeps no \(table)")
    }
    return StoreID(storeInfos[base].instance == nil ? base : base + seat.instance - 1)
  }

  func has(_ table: Table, server: Int) -> Bool { storeBase[server][table.rawValue] != nil }

  private static func addStores(
    of server: ServerSpec, owner: PartyID, spec: WorldSpec, to infos: inout [StoreInfo],
    known: [[Int?]], servers: [ServerSpec]
  ) -> [Int?] {
    var bases = [Int?](repeating: nil, count: Table.allCases.count)
    for table in server.role.tables {
      let database = table.isSessionState ? server.store : server.name
      // Two servers that name one store share its tables.
      let sharing = servers.prefix(known.count).firstIndex {
        table.isSessionState && $0.store == database && $0.role.tables.contains(table)
      }
      if let sharing, let base = known[sharing][table.rawValue], infos[base].instance == nil {
        bases[table.rawValue] = base
        continue
      }
      let shared = spec.stores.first { $0.name == database }?.shared ?? true
      let split = table.isSessionState && !shared
      bases[table.rawValue] = infos.count
      for number in 1...(split ? server.count : 1) {
        infos.append(
          StoreInfo(
            database: database, table: table.name, owner: owner, instance: split ? number : nil))
      }
    }
    return bases
  }

  private static func party(_ client: ClientSpec) -> Party {
    let person = client.user.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    let title =
      client.title
      ?? (client.attacker
        ? client.name.prefix(1).uppercased() + client.name.dropFirst()
        : person.map { "\($0)'s \(client.name.split(separator: "-").last ?? "browser")" }
          ?? client.name)
    return Party(
      name: client.name, title: title, kind: client.attacker ? .attacker : .browser, origin: nil,
      instances: 1)
  }

  private static func party(_ server: ServerSpec) -> Party {
    Party(
      name: server.name, title: server.name, kind: server.role.partyKind,
      origin: server.origin.origin, instances: server.count)
  }
}

/// An answer that a server goes by for a while without asking again.
struct RememberedAnswer {
  let body: String
  let until: Instant
}

/// A row with what its key stands for.
struct StoredRow: Hashable {
  let key: RowKey
  let row: Row
}

extension WorldSpec {
  /// Every defence's level: the scenario's where it names one, else the standard.
  var levels: [DefenceID: String] {
    var out: [DefenceID: String] = [:]
    for defence in DefenceCatalogue.all { out[defence.id] = defence.standard }
    for choice in defences { out[choice.defence] = choice.level }
    return out
  }

  mutating func apply(_ setting: Setting) {
    switch setting {
    case .defence(let id, let level):
      let choice = DefenceChoice(defence: id, level: level)
      if let index = defences.firstIndex(where: { $0.defence == id }) {
        defences[index] = choice
      } else {
        defences.append(choice)
      }
    case .storeShared(let name, let shared):
      if let index = stores.firstIndex(where: { $0.name == name }) {
        stores[index].shared = shared
      } else {
        stores.append(StoreSpec(name: name, shared: shared))
      }
    case .serverCount(let name, let count): change(name) { $0.count = count }
    case .balance(let name, let balance): change(name) { $0.balance = balance }
    case .span(let name, let span, let value): change(name) { $0.spans[span] = value }
    case .algorithm(let name, let algorithm): change(name) { $0.algorithm = algorithm }
    case .tokens(let name, let format): change(name) { $0.tokens = format }
    case .verify(let name, let way): change(name) { $0.verify = way }
    case .condition(let name, let word): change(name) { $0.condition = word }
    case .encryption(let name, let way): change(name) { $0.encryption = way }
    case .extensions(let name, let names): change(name) { $0.extensions = names }
    case .deployment(let name, let choice): change(name) { choice.apply(to: &$0) }
    }
  }

  private mutating func change(_ name: String, _ edit: (inout ServerSpec) -> Void) {
    guard let index = server(named: name) else { return }
    edit(&servers[index])
  }
}
