import Simulation

/// `alice: { at: app, password: ... }`, or `alice@idp: { password: ... }`.
enum UserGrammar {
  /// Shorter secrets are found inside other text by chance, when a secret's ways are looked for.
  static let shortestSecret = 8

  private struct Draft {
    var at: [String]?
    var password = ""
    var role = "user"
    var email: String?
    var isEmailVerified = true
    var codes: [String] = []
  }

  static let codec = Codec<[UserSpec]>(.map(.object(table.schema))) { node, reading in
    guard let entries = node.entries else {
      reading.say(.expected("a mapping", found: node.kind), node)
      return nil
    }
    return entries.allOrNil { read($0, reading) }.map { $0.flatMap { $0 } }
  }

  private static let table = Table<Draft>([
    .optional(
      "at", .oneOrList(.known("server") { $0.names.serverNames }),
      "the server that keeps the account, or several with an account each"
    ) { $0.at = $1 },
    .required("password", secret, "eight characters or more") { $0.password = $1 },
    .optional("role", .name("role"), "user, unless it says something else, such as admin") {
      $0.role = $1
    },
    .optional("email", .prose, "an e-mail address") { $0.email = $1 },
    .optional("email-verified", .boolean, "false: the server has not made sure of the address") {
      $0.isEmailVerified = $1
    },
    .optional("codes", .list(secret), "a printed list of one-time codes, at a provider") {
      $0.codes = $1
    },
  ])

  static let secret = Codec<String>.text.map { text, node, reading -> String? in
    if text.count >= shortestSecret { return text }
    reading.say(.shortSecret(text.count), node)
    return nil
  }

  private static func read(_ entry: Node.Entry, _ reading: Reading) -> [UserSpec]? {
    var draft = Draft()
    let isComplete = table.read(entry.value, into: &draft, reading)
    let word = Line.Word(text: entry.key.text, range: 0..<entry.key.text.utf8.count)
    let (name, server) = word.split(at: "@").map { ($0, Optional($1)) } ?? (word, nil)
    guard Identifier.isValid(name.text) else {
      reading.say(Misread(.badName(name.text, "user"), name.range), in: entry.key)
      return nil
    }
    guard let servers = servers(of: entry, server, draft, reading), isComplete else { return nil }
    for server in servers where !reading.names.keepsAccounts(server) {
      reading.say(.noAccounts(server), entry.key.range)
    }
    return servers.map {
      UserSpec(
        name: name.text, server: $0, password: draft.password, role: draft.role,
        email: draft.email, isEmailVerified: draft.isEmailVerified, codes: draft.codes)
    }
  }

  private static func servers(
    of entry: Node.Entry, _ server: Line.Word?, _ draft: Draft, _ reading: Reading
  ) -> [String]? {
    guard let server else {
      if draft.at == nil, entry.value["at"] == nil {
        reading.say(.userWithoutServer(entry.key.text), entry.key.range)
      }
      return draft.at
    }
    if entry.value["at"] != nil {
      reading.say(.userWithTwoServers(entry.key.text), entry.key.range)
      return nil
    }
    guard reading.names.serverNames.contains(server.text) else {
      let known = reading.names.serverNames
      reading.say(
        Misread(.unknownName(server.text, "server", among: known), server.range), in: entry.key)
      return nil
    }
    return [server.text]
  }
}
