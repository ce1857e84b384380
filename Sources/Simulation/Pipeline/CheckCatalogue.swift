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
    let routes = Routes.of(role)
    let named = (routes.list + routes.scripts).flatMap { route in
      entries(route.endpoint, role, "\(route.method) \(route.path)")
    }
    return named + (routes.everywhere.map { entries($0, role, "every request") } ?? [])
  }

  private static func entries(
    _ endpoint: Endpoint, _ role: ServerRole, _ name: String
  ) -> [CheckEntry] {
    endpoint.rows.map {
      CheckEntry(info: $0.info, isGate: $0.isGate, role: role, endpoint: name)
    }
  }

  /// Each id once, in the order of their names.
  package static let ids: [CheckID] = Set(all.map(\.info.id)).sorted()
}
