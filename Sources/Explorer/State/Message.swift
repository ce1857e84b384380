import CellUI
import Simulation
import Trace

/// Something that has happened to the explorer.
package enum Message: Sendable {
  case input(InputEvent)
  case loaded(Scenario)
  case ran(RunRequest, Trace)
  /// An effect could not be done, in words for the reader.
  case failed(String)
  /// A word on what was done.
  case notice(String)
}
