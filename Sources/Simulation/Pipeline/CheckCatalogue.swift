import Ledger

/// One row of one endpoint's table.
package struct CheckEntry: Sendable {
  package let info: CheckInfo
  /// Whether it makes facts for the rows after it, so that no defence and no mutation opens it.
  package let isGate: Bool
  package let role: ServerRole
  /// `POST /token`
  package let endpoint: String
}

/// Every row of every endpoint, read from the pipelines themselves.
package enum CheckCatalogue {
  package static let all: [CheckEntry] = ServerRole.allCases.flatMap { role in
    Routes.of(role).list.flatMap { route in
      route.endpoint.rows.map {
        CheckEntry(
          info: $0.info, isGate: $0.isGate, role: role,
          endpoint: "\(route.method) \(route.path)")
      }
    }
  }

  /// Each id once, in the order of their names.
  package static let ids: [CheckID] = Set(all.map(\.info.id)).sorted()
}
