import Ledger
import Simulation
import Wire

/// `world:`, of a scenario or of an included file.
enum WorldGrammar {
  static let codec = table.codec({ WorldSpec() }) { world, _, _ in world }

  private static let table = Table<WorldSpec>([
    .optional("users", UserGrammar.codec, "people and their accounts: NAME, or NAME@SERVER") {
      $0.users = $1
    },
    .optional("stores", stores, "stores that hold session state, shared by instances or not") {
      $0.stores = $1
    },
    .optional("servers", ServerGrammar.codec, "servers, and apps that answer redirects") {
      $0.servers = $1
    },
    .optional("clients", clients, "who starts messages: browsers and attackers") {
      $0.clients = $1
    },
    .optional("defences", defences, "switches: true, false, or a level") { $0.defences = $1 },
  ])

  private static let stores = Codec<[NamedEntry<Bool>]>.entries(
    Table<Bool>([
      .optional("shared", .boolean, "false: one in each instance's memory") { $0 = $1 }
    ]).codec({ true }) { shared, _, _ in shared }
  ).map { entries, _, reading -> [StoreSpec]? in
    entries.allOrNil { entry -> StoreSpec? in
      guard Identifier.check(entry.key, "store", reading) else { return nil }
      return StoreSpec(name: entry.key.text, shared: entry.value)
    }
  }

  private static let clients = Codec<[NamedEntry<ClientSpec>]>.entries(
    Table<ClientSpec>([
      .optional("user", .known("user") { $0.names.users }, "the person who uses it") {
        $0.user = $1
      },
      .optional("attacker", .boolean, "true: it steals, forges and replays") {
        $0.attacker = $1
      },
      .optional("title", .prose, "its name on the screen") { $0.title = $1 },
    ]).codec({ ClientSpec(name: "", user: nil, attacker: false) }) { client, _, _ in client }
  ).map { entries, _, reading -> [ClientSpec]? in
    entries.allOrNil { entry -> ClientSpec? in
      guard Identifier.check(entry.key, "client", reading) else { return nil }
      var client = entry.value
      client.name = entry.key.text
      return client
    }
  }

  private static let defences = Codec<[DefenceChoice]>(.defences) { node, reading in
    guard let entries = node.entries else {
      reading.say(.expected("a mapping", found: node.kind), node)
      return nil
    }
    return entries.allOrNil { choice($0, reading) }
  }

  private static func choice(_ entry: Node.Entry, _ reading: Reading) -> DefenceChoice? {
    guard let defence = reading.vocabulary.defence(named: entry.key.text) else {
      let known = reading.vocabulary.defences.map(\.id.text)
      reading.say(.unknownName(entry.key.text, "defence", among: known), entry.key.range)
      return nil
    }
    guard let text = Codec<String>.text.read(entry.value, reading) else { return nil }
    do throws(Problem) {
      let level = try SettingParser.level(text, of: defence)
      return DefenceChoice(defence: defence.id, level: level)
    } catch {
      reading.say(error, entry.value)
      return nil
    }
  }
}
