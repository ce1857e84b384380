import Simulation
import Trace
import Wire

/// The first pass over a scenario: names only, from whatever is well-formed enough to have one.
struct NameCollector {
  private(set) var names = Names()
  /// The indices in `names.steps` of the steps, by the byte that they begin at.
  private(set) var stepsByOffset: [Int: Int] = [:]

  mutating func add(world: Node?) {
    var known = Set(names.users)
    for entry in world?["users"]?.entries ?? [] {
      let name = String(entry.key.text.prefix { $0 != "@" })
      if known.insert(name).inserted { names.users.append(name) }
    }
    names.stores += (world?["stores"]?.entries ?? []).map(\.key.text)
    for entry in world?["servers"]?.entries ?? [] {
      let origin = entry.value["url"]?.text.flatMap { WireURL($0)?.origin }
      names.servers.append(
        Names.Server(
          name: entry.key.text, role: entry.value["role"]?.text, origin: origin,
          store: entry.value["store"]?.text))
      addLoot(of: entry.value)
    }
    for entry in world?["clients"]?.entries ?? [] {
      let isAttacker = entry.value["attacker"]?.text == "true"
      names.clients.append(Names.Client(name: entry.key.text, isAttacker: isAttacker))
    }
    names.databases = names.stores
    names.databases += names.serverNames.filter { !names.stores.contains($0) }
  }

  /// What an attacker's server keeps has its name from the start.
  private mutating func addLoot(of server: Node) {
    for answer in server["answers"]?.entries ?? [] {
      for kept in answer.value["keep"]?.entries ?? [] {
        names.captures[kept.key.text] = Names.beforeTheSteps
      }
    }
  }

  mutating func add(variants: Node?) {
    names.variants = (variants?.entries ?? []).map(\.key.text)
  }

  /// Steps with an id take their names first; the others are named around them.
  mutating func add(steps: Node?, _ reading: Reading) {
    var found: [(node: Node, loop: Int?)] = []
    collect(steps, loop: nil, into: &found)
    checkIDs(found.compactMap { $0.node["id"] }, reading)
    var taken = Set(found.compactMap { $0.node["id"]?.text })
    guard found.count <= YAMLLimits.names else {
      // Told as too many, and never looked up.
      names.steps = found.map { Names.Step(id: "", verb: nil, loop: $0.loop) }
      return
    }
    for (index, (node, loop)) in found.enumerated() {
      let id = node["id"]?.text ?? StepNaming.name(for: node, avoiding: taken)
      taken.insert(id)
      let verb = StepNaming.verb(of: node)
      names.steps.append(Names.Step(id: id, verb: verb, loop: loop))
      stepsByOffset[node.range.lowerBound] = index
      for capture in captures(of: node) where names.captures[capture] == nil {
        names.captures[capture] = index
      }
    }
  }

  private func collect(_ steps: Node?, loop: Int?, into found: inout [(node: Node, loop: Int?)]) {
    for node in steps?.items ?? [] where node.entries != nil {
      found.append((node, loop))
      // The depth of a file is limited, and so is this recursion.
      collect(node["steps"], loop: found.count - 1, into: &found)
    }
  }

  private func checkIDs(_ ids: [Node], _ reading: Reading) {
    var first: [String: Node] = [:]
    for id in ids {
      guard let text = id.text else { continue }
      if let earlier = first[text] {
        let line = reading.place(of: earlier).line
        reading.say(.duplicateStep(text, firstLine: line), id)
      } else {
        first[text] = id
      }
      // `token.error` is a subject of its own.
      if text == "token" { reading.say(.reservedStep(text), id) }
    }
  }

  private func captures(of step: Node) -> [String] {
    let kept = step["as"]?.text.map { [$0] } ?? []
    return kept + (step["capture"]?.entries ?? []).map(\.key.text)
  }
}
