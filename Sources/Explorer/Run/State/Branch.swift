import Ledger
import Simulation

/// One run among those that the reader compares: the first, a what-if, or another variant.
struct Branch: Sendable {
  /// `cookie-only-logout`, `what-if#1`.
  var name: String
  let request: RunRequest
  let model: RunModel
  /// The index of the branch that it was forked from.
  let parent: Int?
  /// What was changed: "pin-alg off".
  let change: String?
  /// Where it parts from its parent's run.
  let difference: FirstDifference?
  /// The last moment that the reader has seen; what lies beyond is veiled.
  var furthest: Int
  /// The reader asked to see all of it.
  var unveiled = false

  /// Never inlined: the optimiser of Swift 6.3.1 crashes where it inlines this into a view.
  var firstDifference: Int? {
    @inline(never) get { difference?.moment }
  }

  func isVeiled(_ moment: Int) -> Bool { moment > furthest && !unveiled }
}
