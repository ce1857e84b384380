import CellUI

/// A value that is being edited where it stands.
struct BenchEdit: Hashable, Sendable {
  enum Target: Hashable, Sendable {
    /// A row of the header or the claims.
    case member(BenchPane, Int)
    case policy(PolicyRow)
  }

  let target: Target
  var field: TextField
}
