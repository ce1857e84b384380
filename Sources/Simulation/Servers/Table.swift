/// The tables that servers keep.
package enum Table: Int, CaseIterable, Sendable {
  case users, sessions, links, transactions, requests, consents, clients, codes, refresh, access,
    blocklist, vault, remembered, resets, outbox, notices, devices, pushed, seen

  package var name: String { "\(self)" }

  /// Whether it is session state, which lives in the store that the scenario names and may be one
  /// instance's own; everything else is in the server's database.
  package var isSessionState: Bool {
    switch self {
    case .sessions, .transactions: true
    case .users, .remembered, .links, .requests, .consents, .clients, .codes, .refresh, .access,
      .blocklist, .vault, .resets, .outbox, .notices, .devices, .pushed, .seen:
      false
    }
  }
}

extension ServerRole {
  package var tables: [Table] {
    switch self {
    case .webApp: [.users, .sessions, .remembered, .resets, .outbox]
    case .api: [.users, .refresh, .blocklist, .seen]
    case .oauthClient: [.users, .sessions, .transactions, .links, .vault, .notices]
    case .nativeApp: [.transactions, .vault]
    case .gateway: []
    case .browserApp: []
    case .proxy: [.users, .sessions]
    case .backend: []
    case .site: []
    case .attacker: []
    case .provider:
      [
        .users, .clients, .sessions, .requests, .consents, .codes, .refresh, .access, .devices,
        .pushed, .seen,
      ]
    }
  }
}
