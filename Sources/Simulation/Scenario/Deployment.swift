/// How a server was set up, where nothing of it is a defence.
package struct Deployment: Hashable, Sendable {
  package var tls = TLSEnd.here
  package var sessions = SessionPlace.store
  /// The SameSite of the cookie with which an OAuth client knows a browser again; nil: what the way
  /// back needs.
  package var transactionSite: TransactionSite?
  /// How many groups a provider's directory has each user in, all of them listed in ID tokens.
  package var groups = 0

  package init() {}
}

/// Where the encryption of a connection ends, and what the server makes of it.
package enum TLSEnd: String, Hashable, Sendable, CaseIterable {
  case here
  /// At a proxy; the server goes by its X-Forwarded-Proto.
  case heeded = "proxy-heeded"
  /// At a proxy; the server takes what it sees, plain http, for what the browser sees.
  case ignored = "proxy-ignored"
}

/// Where an app keeps its sessions.
package enum SessionPlace: String, Hashable, Sendable, CaseIterable {
  case store
  /// In the cookie itself, under the app's seal.
  case cookie
}

/// The attribute of a transaction cookie.
package enum TransactionSite: String, Hashable, Sendable, CaseIterable {
  case none, lax, strict

  var attribute: String {
    switch self {
    case .none: "None"
    case .lax: "Lax"
    case .strict: "Strict"
    }
  }
}

/// One of them, as variants set it.
package enum DeploymentChoice: Hashable, Sendable {
  case tls(TLSEnd)
  case sessions(SessionPlace)
  case transactionSite(TransactionSite)
  case responseMode(ResponseMode)
  case groups(Int)

  /// `tls=proxy-ignored`
  var text: String {
    switch self {
    case .tls(let end): "tls=\(end.rawValue)"
    case .sessions(let place): "sessions=\(place.rawValue)"
    case .transactionSite(let site): "transaction-cookie=\(site.rawValue)"
    case .responseMode(let mode): "response-mode=\(mode.rawValue)"
    case .groups(let count): "groups=\(count)"
    }
  }

  func apply(to server: inout ServerSpec) {
    switch self {
    case .tls(let end): server.deployment.tls = end
    case .sessions(let place): server.deployment.sessions = place
    case .transactionSite(let site): server.deployment.transactionSite = site
    case .responseMode(let mode): server.responseMode = mode
    case .groups(let count): server.deployment.groups = count
    }
  }
}
