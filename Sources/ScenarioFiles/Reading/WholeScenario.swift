/// What only the whole file can be wrong in.
enum WholeScenario {
  static func check(_ root: Node, _ reading: Reading) {
    if let attack = root["attack"], root["secure-if"] == nil {
      reading.say(.attackWithoutGoal, attack)
    }
    checkOrigins(root["world"]?["servers"], reading)
    for entry in root["world"]?["stores"]?.entries ?? [] {
      let isUsed = reading.names.servers.contains { $0.store == entry.key.text }
      if !isUsed { reading.say(.idleStore(entry.key.text), entry.key.range) }
    }
    checkCaptures(root["steps"], reading)
  }

  /// False when there are so many names of one sort that nothing more is read.
  static func checkCounts(_ root: Node, _ reading: Reading) -> Bool {
    let names = reading.names
    let counts = [
      ("users", names.users.count), ("stores", names.stores.count),
      ("servers", names.servers.count), ("clients", names.clients.count),
      ("steps", names.steps.count), ("variants", names.variants.count),
    ]
    guard let (what, count) = counts.first(where: { $0.1 > YAMLLimits.names }) else { return true }
    reading.say(.tooMany(what, count), root[what] ?? root["world"]?[what] ?? root)
    return false
  }

  private static func checkOrigins(_ servers: Node?, _ reading: Reading) {
    for (index, server) in reading.names.servers.enumerated() {
      let earlier = reading.names.servers[..<index].first {
        $0.origin != nil && $0.origin == server.origin
      }
      // A server of an include that meets another one's is told where the scenario has it.
      guard let earlier else { continue }
      let (name, other) = servers?[server.name] == nil ? (earlier, server) : (server, earlier)
      guard let node = servers?[name.name] else { continue }
      reading.say(.sameOrigin(name.name, other.name), node["url"] ?? node)
    }
  }

  private static func checkCaptures(_ steps: Node?, _ reading: Reading) {
    for step in steps?.items ?? [] {
      if let name = step["as"], let text = name.text, !reading.used.contains(text) {
        reading.say(.unusedCapture(text), name)
      }
      for entry in step["capture"]?.entries ?? [] where !reading.used.contains(entry.key.text) {
        reading.say(.unusedCapture(entry.key.text), entry.key.range)
      }
      checkCaptures(step["steps"], reading)
    }
  }
}
