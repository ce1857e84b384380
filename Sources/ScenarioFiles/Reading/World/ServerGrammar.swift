import Simulation
import Trace
import Wire

/// `app: { role: web-app, url: https://app.test, count: 2, store: sessions }`
enum ServerGrammar {
  static let counts = 1...64
  static let extensions = ["read-only"]
  static let groups = 0...1000
  static let algorithms = ["HS256", "RS256", "ES256", "Ed25519"]

  private struct Draft {
    var role: ServerRole?
    var origin: WireURL?
    var changes: [@Sendable (inout ServerSpec) -> Void] = []
  }

  static let codec = Codec<[NamedEntry<ServerSpec>]>.entries(server).map {
    entries, _, reading -> [ServerSpec]? in
    entries.allOrNil { entry -> ServerSpec? in
      guard Identifier.check(entry.key, "server", reading) else { return nil }
      var server = entry.value
      let ownStore = server.store.isEmpty
      server.name = entry.key.text
      if ownStore { server.store = server.name }
      return server
    }
  }

  private static let server = table.codec({ Draft() }) { draft, node, reading -> ServerSpec? in
    guard let role = draft.role, let origin = draft.origin else { return nil }
    var server = ServerSpec(name: "", role: role, origin: origin)
    for change in draft.changes { change(&server) }
    return isFit(server, node, reading) ? server : nil
  }

  private static let table = Table<Draft>(
    [
      .required(
        "role", .word(),
        "what it is: web-app, api, gateway, oauth-client, native-app, browser-app, provider, proxy,"
          + " backend, site, attacker"
      ) { $0.role = $1 },
      .required("url", origin, "where it answers: scheme and host") { $0.origin = $1 },
      change("count", .integer(counts), "how many instances stand behind the name") {
        $0.count = $1
      },
      change("balance", .word(), "how an instance is chosen for a request") { $0.balance = $1 },
      change(
        "store", .known("store") { $0.names.databases },
        "the store that holds its sessions; without it, its own database"
      ) { $0.store = $1 },
      change("algorithm", .oneOf(algorithms), "the algorithm of the tokens that it signs") {
        $0.algorithm = $1
      },
      change("trusts", serverName, "the server whose tokens an API takes") { $0.trusts = $1 },
      change("provider", .oneOrList(serverName), "the provider of an OAuth client, or several") {
        $0.providers = $1
      },
      change(
        "api", serverName, "the API that an OAuth client calls, or that a gateway stands before"
      ) { $0.api = $1 },
      change("allows", .list(.origin), "other origins whose scripts may read its answers") {
        $0.allows = $1.compactMap(\.url)
      },
      change("scopes", .list(.scope), "the scopes that an OAuth client asks for") {
        $0.scopes = $1
      },
      change("grants", .list(.word()), "the grants that an OAuth client is registered for") {
        $0.grants = $1
      },
      change("secret", UserGrammar.secret, "the secret that a client and its provider share") {
        $0.secret = $1
      },
      change("authenticates", .word(), "how an OAuth client shows who it is: secret, private-key") {
        $0.authenticates = $1
      },
      change("bound-tokens", .boolean, "whether a client is registered for bound tokens only") {
        $0.boundTokens = $1
      },
      change("apps", .list(serverName), "the apps whose users an OAuth client signs in") {
        $0.apps = $1
      },
      change("logout-hint", .boolean, "whether an OAuth client keeps the ID token for its logout") {
        $0.keepsHint = $1
      },
      change("response-mode", .word(), "how an OAuth client wants its answers brought") {
        $0.responseMode = $1
      },
      change("tokens", .word(), "what a provider's access tokens are: jwt or opaque") {
        $0.tokens = $1
      },
      change("verify", .word(), "how an API checks tokens: alone, or by introspection") {
        $0.verify = $1
      },
      change("condition", .word(), "whether a provider works: healthy, maintenance, broken") {
        $0.condition = $1
      },
      change(
        "encryption", .word(), "how tokens for an API are encrypted: none, public-key, password"
      ) { $0.encryption = $1 },
      change("extensions", .list(.oneOf(extensions)), "critical headers that an API understands") {
        $0.extensions = $1
      },
      change("discovers", .boolean, "whether an OAuth client asks providers for their endpoints") {
        $0.discovers = $1
      },
      change("behind", serverName, "the server that a proxy stands before") { $0.behind = $1 },
      change("tls", .word(), "where TLS ends: here, or at a proxy that it heeds or ignores") {
        $0.deployment.tls = $1
      },
      change("sessions", .word(), "where an app keeps its sessions: store, or cookie") {
        $0.deployment.sessions = $1
      },
      change(
        "transaction-cookie", .word(), "the SameSite of an OAuth client's transaction cookie"
      ) { $0.deployment.transactionSite = $1 },
      change("groups", .integer(groups), "how many groups a provider lists in an ID token") {
        $0.deployment.groups = $1
      },
      change("answers", HostileGrammar.codec, "what an attacker's server answers, and keeps") {
        $0.answers = $1
      },
    ]
      + ServerSpan.allCases.map { span in
        change(span.rawValue, .duration, span.words) { $0.spans[span] = $1 }
      })

  private static let serverName = Codec<String>.known("server") { $0.names.serverNames }

  private static func change<Value: Sendable>(
    _ key: String, _ codec: Codec<Value>, _ words: String,
    _ store: @escaping @Sendable (inout ServerSpec, Value) -> Void
  ) -> Property<Draft> {
    .optional(key, codec, words) { draft, value in
      draft.changes.append { store(&$0, value) }
    }
  }

  /// A native app is redirected to a path of its own scheme (RFC 8252 7.1); servers have an origin.
  private static let origin = Codec<WireURL>.line("https://app.test") {
    line, _ throws(Misread) in
    guard let url = WireURL(line.text) else { throw Misread(.notURL(line.text), line.range) }
    let isPrivateScheme = url.host.isEmpty
    let isOrigin = url.path == "/" && url.rawQuery == nil && url.fragment == nil
    guard isPrivateScheme || isOrigin else { throw Misread(.notOrigin(line.text), line.range) }
    return url
  }

  private static func isFit(_ server: ServerSpec, _ node: Node, _ reading: Reading) -> Bool {
    var fits = true
    func complain(_ problem: Problem, _ key: String) {
      reading.say(problem, node[key] ?? node)
      fits = false
    }
    // A role that is misspelt is told where it stands.
    func has(_ name: String, _ role: ServerRole) -> Bool {
      let server = reading.names.servers.first { $0.name == name }
      return server?.role.flatMap { ServerRole(rawValue: $0) }.map { $0 == role } ?? true
    }
    if server.origin.host.isEmpty, server.role != .nativeApp {
      complain(.notURL(server.origin.text), "url")
    }
    let isClient = server.role.isClient
    if isClient, node["provider"] == nil { complain(.clientWithoutProvider, "role") }
    if server.verify == .introspection, server.trusts == nil {
      complain(.introspectionOfNobody, "verify")
    }
    if server.role == .gateway, server.trusts == nil || server.api == nil {
      complain(.gatewayWithoutServers, "role")
    }
    if server.encryption != .none, server.role != .api {
      complain(.encryptionOfStrangers, "encryption")
    }
    if (server.role == .proxy) != (server.behind != nil) {
      complain(.proxyBeforeNobody, server.behind == nil ? "role" : "behind")
    }
    if !server.answers.isEmpty, server.role != .attacker {
      complain(.answersOfHonestServer, "answers")
    }
    for provider in server.providers
    where !has(provider, .provider) && !has(provider, .attacker) {
      complain(.wrongRole(provider, "provider"), "provider")
    }
    if let api = server.api, !has(api, .api) {
      complain(.wrongRole(api, "api"), "api")
    }
    return fits
  }
}

extension ServerSpan {
  /// What the time is the length of.
  var words: String {
    switch self {
    case .accessLifetime: "how long its access tokens are good for"
    case .refreshLifetime: "how long its refresh tokens are good for"
    case .idleTimeout: "how long a session lives without a request"
    case .absoluteTimeout: "how long a session lives at most"
    case .codeLifetime: "how long its authorization codes are good for"
    case .introspectionCache: "how long an API relies on what it was told about a token"
    case .refreshGrace: "how long a used refresh token is taken again, for requests in parallel"
    case .leeway: "how far clocks may differ when it verifies times"
    case .clockAhead: "how far its clock is ahead"
    case .clockDrift: "how far each instance's clock is ahead of that of the one before"
    }
  }
}

extension Codec where Value == String {
  static func oneOf(_ words: [String]) -> Codec {
    Codec(.words(words)) { node, reading in
      if let text = node.text, words.contains(text) { return text }
      reading.say(.unknownWord(node.text ?? node.kind, among: words), node)
      return nil
    }
  }

  /// A scope token (RFC 6749 3.3).
  static let scope = Codec.line("a scope") { line, _ throws(Misread) in
    let isToken = line.text.utf8.allSatisfy {
      (0x21..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    guard isToken else { throw Misread(.notScope(line.text), line.range) }
    return line.text
  }
}
