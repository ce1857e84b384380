import Simulation
import Trace
import Wire

/// Every name that a scenario declares, collected before anything is read, so that a part may look
/// forward and a broken part does not make its name unknown.
struct Names: Sendable {
  struct Server: Sendable {
    let name: String
    let role: String?
    let origin: String?
    /// The store of its sessions, when it is not its own database.
    let store: String?
  }

  struct Client: Sendable {
    let name: String
    let isAttacker: Bool
  }

  struct Step: Sendable {
    let id: String
    let verb: Verb?
    /// The index of the `repeat` that it stands in.
    let loop: Int?
  }

  var users: [String] = []
  /// The declared ones.
  var stores: [String] = []
  /// All that `store NAME` can mean: declared stores, and the servers' own databases.
  var databases: [String] = []
  var servers: [Server] = []
  var clients: [Client] = []
  var steps: [Step] = []
  var variants: [String] = []
  /// The step that makes each capture first.
  var captures: [String: Int] = [:]
  /// For a capture that a server makes, whenever it is asked.
  static let beforeTheSteps = -1

  var serverNames: [String] { servers.map(\.name) }
  var clientNames: [String] { clients.map(\.name) }
  var attackers: [String] { clients.filter(\.isAttacker).map(\.name) }
  var stepNames: [String] { steps.map(\.id) }

  /// The tables of a database; those of all when a role is misspelt.
  func tables(in database: String) -> [String] {
    var found: Set<Simulation.Table> = []
    for server in servers {
      guard let role = server.role.flatMap({ ServerRole(rawValue: $0) }) else {
        found.formUnion(Simulation.Table.allCases)
        continue
      }
      for table in role.tables {
        let home = table.isSessionState ? server.store ?? server.name : server.name
        if home == database { found.insert(table) }
      }
    }
    return Simulation.Table.allCases.filter { found.contains($0) }.map(\.name)
  }

  /// Whether a server of a known role keeps accounts.
  func keepsAccounts(_ server: String) -> Bool {
    guard let role = servers.first(where: { $0.name == server })?.role.flatMap(ServerRole.init)
    else { return true }
    return role.tables.contains(.users)
  }

  func step(named id: String) -> Int? { steps.firstIndex { $0.id == id } }

  /// Of a course: its lessons, and the scenarios that there are, if that is known.
  var lessons: [String] = []
  var scenarios: [String]?
  /// Whether an include could not be read, so that its names are missing here.
  var areIncomplete = false

  init() {}

  /// Of a scenario that has been read, for what is typed beside it.
  init(of scenario: Scenario) {
    users = scenario.world.users.map(\.name)
    stores = scenario.world.stores.map(\.name)
    servers = scenario.world.servers.map {
      Server(name: $0.name, role: $0.role.rawValue, origin: $0.origin.origin, store: $0.store)
    }
    databases = stores + serverNames.filter { !stores.contains($0) }
    clients = scenario.world.clients.map { Client(name: $0.name, isAttacker: $0.attacker) }
    variants = scenario.variants.map(\.name)
    add(scenario.steps, loop: nil)
  }

  private mutating func add(_ steps: [Simulation.Step], loop: Int?) {
    for step in steps {
      self.steps.append(Step(id: step.id, verb: step.action.verb, loop: loop))
      if case .repeat(_, let inner) = step.action { add(inner, loop: self.steps.count - 1) }
    }
  }
}
