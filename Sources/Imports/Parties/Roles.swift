import Trace
import Wire

/// What a server does, as far as its messages betray it.
enum Role {
  case provider, relyingParty, api, site

  var kind: PartyKind {
    switch self {
    case .provider: .provider
    case .relyingParty: .oauthClient
    case .api: .api
    case .site: .webApp
    }
  }

  /// The party's name; nil where the host says more.
  var name: String? {
    switch self {
    case .provider: "provider"
    case .relyingParty: "app"
    case .api: "api"
    case .site: nil
    }
  }

  var words: String {
    switch self {
    case .provider: "provider"
    case .relyingParty: "app"
    case .api: "API"
    case .site: "site"
    }
  }
}

/// The role of each origin.
///
/// Who is asked for a code is a provider; who gets one is an app; who is shown a token is an API.
/// The first that fits counts: a provider has an API and an app of its own.
struct Roles {
  private var providers: Set<String> = []
  private var apps: Set<String> = []
  private var apis: Set<String> = []

  init(_ exchanges: [ImportedExchange]) {
    for exchange in exchanges { look(exchange) }
  }

  subscript(_ origin: String) -> Role {
    if providers.contains(origin) { return .provider }
    if apps.contains(origin) { return .relyingParty }
    return apis.contains(origin) ? .api : .site
  }

  private mutating func look(_ exchange: ImportedExchange) {
    let origin = exchange.url.origin
    let message = exchange.message
    switch message.kind {
    case .authorization:
      providers.insert(origin)
      let address = message["redirect_uri"].flatMap { WireURL($0) }
      if let address, !address.host.isEmpty { apps.insert(address.origin) }
    case .token, .discovery: providers.insert(origin)
    case .answer: apps.insert(origin)
    case .other: break
    }
    let authorization = exchange.request.headers["Authorization"] ?? ""
    if ASCII.hasPrefixFolded(authorization, "bearer ")
      || ASCII.hasPrefixFolded(authorization, "dpop ")
    {
      apis.insert(origin)
    }
  }
}
