/// What a run can be compared with.
enum CompareChoice: Hashable {
  case branch(Int)
  /// A variant that has not been run; nil for the scenario as it stands.
  case world(String?)
  /// A saved run, or another scenario of the same workload.
  case elsewhere

  static func all(_ run: RunState, besides branch: Int) -> [CompareChoice] {
    let rows = BranchRow.all(run).compactMap { row -> CompareChoice? in
      switch row {
      case .branch(let index): index == branch ? nil : .branch(index)
      case .world(let name): .world(name)
      }
    }
    return rows + [.elsewhere]
  }
}

/// A run that was asked for to be compared with a branch.
struct PendingComparison: Hashable, Sendable {
  let request: RunRequest
  let branch: Int
}
