import Simulation

/// A scenario's own world first, then the parts that includes bring.
struct WorldMerge {
  /// A world with the file and the node that it was read from.
  struct Part {
    let world: WorldSpec
    let node: Node
    let file: SourceFile
  }

  private(set) var world: WorldSpec
  private let own: Part

  init(_ own: Part) {
    self.own = own
    world = own.world
  }

  /// Names meet nobody's twice, except that the scenario's choice of a defence beats an include's.
  mutating func add(_ part: Part, _ reading: Reading) {
    for user in part.world.users {
      if world.users.contains(where: { $0.name == user.name && $0.server == user.server }) {
        clash("\(user.name)@\(user.server)", "user", in: "users", user.name, part, reading)
      } else {
        world.users.append(user)
      }
    }
    for store in part.world.stores {
      if world.stores.contains(where: { $0.name == store.name }) {
        clash(store.name, "store", in: "stores", store.name, part, reading)
      } else {
        world.stores.append(store)
      }
    }
    for server in part.world.servers {
      if world.server(named: server.name) != nil {
        clash(server.name, "server", in: "servers", server.name, part, reading)
      } else {
        world.servers.append(server)
      }
    }
    for client in part.world.clients {
      if world.client(named: client.name) != nil {
        clash(client.name, "client", in: "clients", client.name, part, reading)
      } else {
        world.clients.append(client)
      }
    }
    for choice in part.world.defences
    where !world.defences.contains(where: { $0.defence == choice.defence }) {
      world.defences.append(choice)
    }
  }

  /// Told where the scenario declares it, or in the second include when both are included.
  private func clash(
    _ name: String, _ what: String, in section: String, _ key: String, _ part: Part,
    _ reading: Reading
  ) {
    let isIts = { (entry: Node.Entry) in entry.key.text.prefix { $0 != "@" } == key }
    if let entry = own.node[section]?.entries?.first(where: isIts) {
      reading.say(.declaredByInclude(name, what, file: part.file.name), entry.key.range)
    } else if let entry = part.node[section]?.entries?.first(where: isIts) {
      reading.report.say(.declaredTwice(name, what), entry.key.range, in: part.file)
    }
  }
}
