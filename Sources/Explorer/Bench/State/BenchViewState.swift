/// A pane of the bench that takes keys.
enum BenchPane: Int, Hashable, Sendable, CaseIterable {
  case token = 1
  case header, claims, policy, checks

  /// The command that goes to the pane.
  var command: Command {
    switch self {
    case .token: .token
    case .header: .header
    case .claims: .claims
    case .policy: .policy
    case .checks: .checks
    }
  }

  var title: String {
    switch self {
    case .token: "Token"
    case .header: "Header"
    case .claims: "Claims"
    case .policy: "Policy"
    case .checks: "Checks"
    }
  }
}

/// What stands beside the panes and only explains.
enum BenchAside: Int, Hashable, Sendable, CaseIterable {
  case why, changes, servers
}

/// Where the reader is on the bench, and what is in sight.
struct BenchViewState: Hashable, Sendable {
  var focus = BenchPane.claims
  /// The row in each pane.
  var rows: [BenchPane: Int] = [:]
  /// The character of the raw text under the cursor.
  var caret = 0
  var scroll: [BenchPane: Int] = [:]
  var zoomed = false
  /// What small screens show below the panes.
  var aside = BenchAside.why
  var depth = Depth.line
  /// `w`: the usual causes of a refusal were asked for.
  var showsCauses = false
  /// The secret is on the screen, because the reader said so.
  var isRevealed = false

  func row(_ pane: BenchPane) -> Int { rows[pane] ?? 0 }
}
