import Simulation
import Trace

/// Something for the world outside to do; the explorer itself only computes.
package enum Effect: Hashable, Sendable {
  /// Read a scenario's file; answered by `Message.loaded` or `Message.failed`.
  case loadScenario(String)
  /// Play; answered by `Message.ran`.
  case run(RunRequest)
  case saveProgress(Progress)
  /// Write it into a file of the reader's; answered by `Message.notice` or `Message.failed`.
  case exportProgress(Progress, path: String)
  /// Open a file, whatever is in it; answered by `Message.opening`.
  case open(String)
  case stopOpening
  /// Read a file; answered by `Message.read` or `Message.failed`.
  case read(FileRequest)
  /// Write a branch into a file; answered by `Message.notice` or `Message.failed`.
  case keep(KeepRequest)
  /// Play a load under every mechanism; answered by `Message.measured`.
  case measure(ComparedLoad)
  /// Read a saved run, or play another scenario; answered by `Message.runRead` or `.failed`.
  case readRun(String)
  /// Play attacks in all worlds, beside the keys; answered by `Message.played` for each.
  case playMatrix([String])
  case stopMatrix
  /// Put a text on the clipboard; answered by `Message.notice` with what was done.
  case copy(String)
  /// Take the mouse, or leave it to the terminal.
  case mouse(Bool)
  /// Go on where the reader was; answered by `Message.resumed` or `.failed`.
  case resume(Place)
  /// Draw everything anew.
  case redraw
  /// Stop as Ctrl-Z does elsewhere, and come back.
  case suspend
  case quit
}

/// A file that the reader named.
package struct FileRequest: Hashable, Sendable {
  package enum Purpose: Hashable, Sendable {
    case key
  }

  package let purpose: Purpose
  package let path: String
}
