import Ledger
import Trace
import Wire

/// Who is there before the first step.
package struct WorldSpec: Sendable {
  package var users: [UserSpec] = []
  package var stores: [StoreSpec] = []
  package var servers: [ServerSpec] = []
  package var clients: [ClientSpec] = []
  package var defences: [DefenceChoice] = []

  package init() {}

  package func server(named name: String) -> Int? { servers.firstIndex { $0.name == name } }
  package func client(named name: String) -> Int? { clients.firstIndex { $0.name == name } }
}

package struct DefenceChoice: Hashable, Sendable {
  package let defence: DefenceID
  package let level: String

  package init(defence: DefenceID, level: String) {
    self.defence = defence
    self.level = level
  }
}

/// A person's account at one server.
package struct UserSpec: Hashable, Sendable {
  package var name: String
  /// The server that keeps the account.
  package var server: String
  package var password: String
  package var role: String
  package var email: String?
  /// Whether the server has made sure that the address is the person's.
  package var isEmailVerified: Bool
  /// A printed list of one-time codes, at a provider.
  package var codes: [String]

  package init(
    name: String, server: String, password: String, role: String = "user", email: String? = nil,
    isEmailVerified: Bool = true, codes: [String] = []
  ) {
    self.name = name
    self.server = server
    self.password = password
    self.role = role
    self.email = email
    self.isEmailVerified = isEmailVerified
    self.codes = codes
  }
}

/// A named store that servers keep session state in.
package struct StoreSpec: Hashable, Sendable {
  package var name: String
  /// Shared by all instances, or one in each instance's memory.
  package var shared: Bool

  package init(name: String, shared: Bool) {
    self.name = name
    self.shared = shared
  }
}

package enum ServerRole: String, Hashable, Sendable, CaseIterable {
  case webApp = "web-app"
  case api
  /// In front of an API: it checks tokens, and passes on what it lets through.
  case gateway
  case oauthClient = "oauth-client"
  case nativeApp = "native-app"
  /// A page whose scripts are the client: a public one (OAuth 2.0 for Browser-Based Apps 6.3).
  case browserApp = "browser-app"
  case provider
  /// Pages of somebody else: an attacker's, or a neighbour's.
  case site
  /// A server of an attacker's: it answers as the scenario says, and keeps what it is told.
  case attacker
  /// Ends TLS in front of an app of the house, and signs people in for it.
  case proxy
  /// The app behind a proxy, which goes by what the proxy says.
  case backend

  package var partyKind: PartyKind {
    switch self {
    case .webApp, .site, .proxy, .backend: .webApp
    case .api, .gateway: .api
    case .oauthClient, .browserApp: .oauthClient
    case .nativeApp: .nativeApp
    case .provider: .provider
    case .attacker: .attacker
    }
  }
}

extension ServerRole {
  /// Whether it is an OAuth client from the start.
  package var isClient: Bool {
    self == .oauthClient || self == .nativeApp || self == .browserApp
  }

  /// Whether it is a client that cannot keep a secret (RFC 6749 2.1).
  var isPublicClient: Bool { self == .nativeApp || self == .browserApp }

  /// Whether it may be registered as a client: attackers register apps as well.
  var mayBeClient: Bool { isClient || self == .attacker }
}

/// How a balancer chooses the instance for a request.
package enum Balance: String, Hashable, Sendable, CaseIterable {
  case roundRobin = "round-robin"
  /// Always the same instance for one client.
  case sticky
}

package enum ServerSpan: String, Hashable, Sendable, CaseIterable {
  case accessLifetime = "access-lifetime"
  case refreshLifetime = "refresh-lifetime"
  case idleTimeout = "idle-timeout"
  case absoluteTimeout = "absolute-timeout"
  case codeLifetime = "code-lifetime"
  case introspectionCache = "introspection-cache"
  case refreshGrace = "refresh-grace"
  case leeway
  case clockAhead = "clock-ahead"
  case clockDrift = "clock-drift"
}

/// A server, or an app that answers redirects on a device.
package struct ServerSpec: Hashable, Sendable {
  package var name: String
  package var role: ServerRole
  package var origin: WireURL
  package var count: Int
  package var balance: Balance
  /// The store that holds its sessions; its own database is called as itself.
  package var store: String
  /// The algorithm of the tokens that it signs: HS256, RS256, ES256, Ed25519.
  package var algorithm: String
  /// For an API that issues none itself: the server whose tokens it takes.
  package var trusts: String?
  /// For an OAuth client: its providers, the usual one first.
  package var providers: [String]
  /// The API that an OAuth client calls for the user, or that a gateway stands in front of.
  package var api: String?
  /// Other origins whose scripts may read its answers, with cookies (CORS).
  package var allows: [String]
  /// Scopes that an OAuth client asks for.
  package var scopes: [String]
  /// What an OAuth client is registered for at its provider.
  package var grants: [GrantType]
  /// The secret that client and provider agreed on; nil for one drawn from the seed.
  package var secret: String?
  /// How an OAuth client shows who it is.
  package var authenticates: ClientMethod
  /// Whether a client is registered for bound tokens only (`dpop_bound_access_tokens`).
  package var boundTokens: Bool
  /// The apps whose users an OAuth client takes as its own, by the tokens that they bring.
  package var apps: [String]
  /// Whether an OAuth client keeps the ID token, to show it to the provider at logout.
  package var keepsHint: Bool
  /// How an OAuth client wants its answers brought.
  package var responseMode: ResponseMode
  /// What a provider's access tokens are.
  package var tokens: TokenFormat
  /// Whether a provider can do its work.
  package var condition: ServerCondition
  /// How an API checks access tokens that it did not issue.
  package var verify: Verification
  /// How the tokens for an API are encrypted to it.
  package var encryption: TokenEncryption
  /// The critical header members that an API understands, and issues on request.
  package var extensions: [String]
  package var spans: [ServerSpan: TimeSpan]
  /// For an attacker's server: what it answers.
  package var answers: [HostileAnswer]
  /// For a proxy: the server behind it.
  package var behind: String?
  /// Whether an OAuth client asks its providers where their endpoints are.
  package var discovers = false
  package var deployment = Deployment()

  package init(name: String, role: ServerRole, origin: WireURL) {
    self.name = name
    self.role = role
    self.origin = origin
    count = 1
    balance = .roundRobin
    store = name
    algorithm = role == .provider ? "RS256" : "HS256"
    scopes = role.mayBeClient ? ["openid", "profile"] : []
    providers = []
    grants = role.mayBeClient ? [.authorizationCode, .refreshToken] : []
    authenticates = .secret
    boundTokens = false
    apps = []
    keepsHint = false
    responseMode = .query
    tokens = .jwt
    condition = .healthy
    verify = .alone
    encryption = .none
    extensions = []
    allows = []
    spans = [:]
    answers = []
  }

  /// The provider that an OAuth client goes to where nobody names another.
  package var provider: String? { providers.first }
}

/// Who starts messages: a person's browser, or an attacker's.
package struct ClientSpec: Hashable, Sendable {
  package var name: String
  package var user: String?
  package var attacker: Bool
  /// The name for people; nil to make one from user and name.
  package var title: String?

  package init(name: String, user: String?, attacker: Bool, title: String? = nil) {
    self.name = name
    self.user = user
    self.attacker = attacker
    self.title = title
  }
}
