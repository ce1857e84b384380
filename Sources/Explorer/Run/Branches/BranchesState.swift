import CellUI

/// The list of branches and worlds, with the row under the cursor.
struct BranchesState: Hashable, Sendable {
  var row: Int
  /// A new name that is being typed for the branch of the row.
  var naming: TextField?
  /// The branch of the row goes with the next `y`.
  var isDeleting = false
}

/// A file's path that is being typed for a branch.
struct KeepState: Hashable, Sendable {
  let form: KeepRequest.Form
  let branch: Int
  var path: TextField
}

/// A row of the list of branches: one that was run, or a world that can be.
enum BranchRow: Hashable {
  case branch(Int)
  /// A variant; nil for the scenario as it stands.
  case world(String?)

  static func all(_ run: RunState) -> [BranchRow] {
    let open = Set(run.branches.filter { $0.parent == nil }.map(\.request.variant))
    let worlds = [nil] + run.scenario.variants.map { Optional($0.name) }
    return run.branches.indices.map { .branch($0) }
      + worlds.filter { !open.contains($0) }.map { .world($0) }
  }
}
