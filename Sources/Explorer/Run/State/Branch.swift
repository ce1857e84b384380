import Ledger
import Simulation

/// One run among those that the reader compares: the first, a what-if, or another variant.
struct Branch: Sendable {
  /// `cookie-only-logout`, `what-if#1`.
  var name: String
  let request: RunRequest
  /// What is in sight: the run, or the run without the values of its secrets.
  var model: RunModel
  /// The run as it was played.
  let played: RunModel
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

  init(
    name: String, request: RunRequest, model: RunModel, parent: Int?, change: String?,
    difference: FirstDifference?, furthest: Int, unveiled: Bool = false
  ) {
    self.name = name
    self.request = request
    self.model = model
    played = model
    self.parent = parent
    self.change = change
    self.difference = difference
    self.furthest = furthest
    self.unveiled = unveiled
  }

  /// Puts names in the place of values, or the values back.
  mutating func mask(_ masks: Bool) {
    model = masks ? played.masked() : played
  }

  /// Never inlined: the optimiser of Swift 6.3.1 crashes where it inlines this into a view.
  var firstDifference: Int? {
    @inline(never) get { difference?.moment }
  }

  func isVeiled(_ moment: Int) -> Bool { moment > furthest && !unveiled }
}
