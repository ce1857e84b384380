import Simulation

/// An attack that was played in all worlds of the matrix, or why it was not.
package struct MatrixResult: Sendable {
  package let attack: String
  package let row: MatrixRow?
  package let failure: String?

  package init(attack: String, row: MatrixRow?, failure: String? = nil) {
    self.attack = attack
    self.row = row
    self.failure = failure
  }
}

/// Plays the worlds of attacks while the keys go on; the executable fills it in.
package struct MatrixEngine {
  /// Begins with attacks by their ids, behind those that wait already.
  package var start: ([String]) -> Void
  /// Forgets those that wait; one that is being played is played to its end.
  package var stop: () -> Void
  /// What was finished since this was last asked.
  package var finished: () -> [MatrixResult]

  package init(
    start: @escaping ([String]) -> Void, stop: @escaping () -> Void,
    finished: @escaping () -> [MatrixResult]
  ) {
    self.start = start
    self.stop = stop
    self.finished = finished
  }
}
