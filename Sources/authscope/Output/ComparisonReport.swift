import Simulation
import Trace
import Wire

/// The measured comparison as text for people, and as JSON.
enum ComparisonReport {
  static func text(_ load: ComparedLoad, _ costs: [MechanismCost]) -> String {
    let head =
      "\(load.users) users, \(load.pages) pages each, one every \(load.pause) s, \(load.servers) "
      + "servers; access tokens live \(load.lifetime) s"
    let rows = ComparisonTable.rows(costs)
    let titles = costs.map(\.mechanism.title)
    let first = (rows.map(\.title.utf8.count).max() ?? 0) + 2
    let widths = titles.indices.map { column in
      max(titles[column].utf8.count, rows.map { $0.cells[column].utf8.count }.max() ?? 0) + 2
    }
    let line = { (title: String, cells: [String]) in
      zip(cells, widths).reduce(padded(title, first)) { $0 + right($1.0, $1.1) }
    }
    let legend = costs.map { "  \(padded($0.mechanism.title, 12))\($0.mechanism.words)" }
    return ([head, "", line("", titles)] + rows.map { line($0.title, $0.cells) } + [""] + legend)
      .joined(separator: "\n")
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }

  static func json(_ load: ComparedLoad, _ costs: [MechanismCost]) -> JSONValue {
    [
      "workload": [
        "users": integer(load.users), "pages": integer(load.pages),
        "servers": integer(load.servers), "pauseSeconds": integer(load.pause),
        "lifetimeSeconds": integer(load.lifetime),
      ],
      "mechanisms": .array(costs.map(json)),
    ]
  }

  private static func json(_ cost: MechanismCost) -> JSONValue {
    [
      "id": .string(cost.mechanism.rawValue),
      "signIn": json(cost.signIn), "pages": json(cost.pages), "renewals": json(cost.renewals),
      "signOut": json(cost.signOut), "total": json(cost.total),
      "credentialBytes": integer(cost.credentialBytes), "rowsKept": integer(cost.rowsKept),
      "providerRequests": integer(cost.providerRequests),
      "pagesRefused": integer(cost.failedPages),
      "pagesRefusedWithoutSharedStore": integer(cost.failedApart),
      "revokedAfterSeconds": integer(cost.revokedAfter),
    ]
  }

  private static func json(_ cost: Cost) -> JSONValue {
    .object(
      JSONObject(
        CostField.allCases.map { JSONMember($0.memberName, integer(cost[$0])) }))
  }

  private static func integer(_ number: Int) -> JSONValue { .integer(Int64(number)) }
}

extension CostField {
  fileprivate var memberName: String { self == .passwordHashes ? "passwordHashes" : rawValue }
}
