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

  var serverNames: [String] { servers.map(\.name) }
  var clientNames: [String] { clients.map(\.name) }
  var attackers: [String] { clients.filter(\.isAttacker).map(\.name) }
  var stepNames: [String] { steps.map(\.id) }

  func step(named id: String) -> Int? { steps.firstIndex { $0.id == id } }

  init() {}

  /// Of a scenario that has been read, for what is typed beside it.
  init(of scenario: Scenario) {
    users = scenario.world.users.map(\.name)
    stores = scenario.world.stores.map(\.name)
    servers = scenario.world.servers.map {
      Server(name: $0.name, role: $0.role.rawValue, origin: $0.origin.origin)
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
