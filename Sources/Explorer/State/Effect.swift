import Simulation
import Trace

/// Something for the world outside to do; the explorer itself only computes.
package enum Effect: Hashable, Sendable {
  /// Read a scenario's file; answered by `Message.loaded` or `Message.failed`.
  case loadScenario(String)
  /// Play; answered by `Message.ran`.
  case run(RunRequest)
  case saveProgress(Progress)
  /// Put a text on the clipboard; answered by `Message.notice` with what was done.
  case copy(String)
  /// Draw everything anew.
  case redraw
  /// Stop as Ctrl-Z does elsewhere, and come back.
  case suspend
  case quit
}
