import CellUI
import Simulation
import Trace

/// What is on the screen, apart from what lies over it.
enum Screen: Hashable, Sendable {
  case library, run, bench, guide, compare, matrix
  /// The help about another screen.
  indirect case help(over: Screen, scroll: Int)
}

/// Everything that the explorer knows; changed by messages alone, drawn by `render` alone.
package struct ExplorerState: Sendable {
  var screen = Screen.library
  var library: LibraryState
  var run: RunState?
  var compare: CompareState?
  /// What has been played of the matrix, kept while the program runs.
  var matrix: MatrixState?
  /// Where `q` leads from the matrix, and from a run.
  var matrixReturn = Screen.library
  var runReturn = Screen.library
  /// A run that is made to prove a cell of the matrix.
  var pendingWorld: PendingWorld?
  /// A world that is being run to be compared.
  var comparing: PendingComparison?
  /// The token bench; the last one is in sight, the others hold the tokens around it.
  var benches: [BenchState] = []
  /// Where `q` leads from the bench.
  var benchReturn = Screen.library
  var guide = GuideState()
  /// The machine's clock when it was last read.
  var now = 0
  let zone: LocalZone
  var overlay: Overlay?
  /// A word on what was just done; gone with the next key.
  var notice: String?
  package internal(set) var progress: Progress
  package internal(set) var size: Size
  let settings: ExplorerSettings
  /// Whether clicks come here, or are the terminal's.
  var hasMouse: Bool
  /// Where was clicked last, for the second click on the same place.
  var lastClick: Click?
  var keys: KeyTable { settings.keys }
  /// Where the reader was when the program ended the last time.
  package var lastPlace: Place?
  /// What to do when the scenario that is being read has come.
  var opening: Opening?
  /// A file that is being read.
  var reading: FileReading?
  /// The scenario that has come, while its first run is made.
  var pending: PendingRun?
  package internal(set) var hasQuit = false

  /// The forms in which a run can be written for others.
  let exports: [ExportChoice]

  package init(
    course: CourseModel, progress: Progress, size: Size, zone: LocalZone = .utc,
    exports: [ExportChoice] = [], settings: ExplorerSettings = ExplorerSettings()
  ) {
    self.settings = settings
    hasMouse = settings.mouse
    guide.keys = settings.keys
    self.exports = exports
    self.zone = zone
    library = LibraryState(course: course, progress: progress)
    self.progress = progress
    self.size = size
  }

  /// The window's title: what is open.
  package var title: String {
    if screen == .bench { return "authscope: token bench" }
    guard let run else { return "authscope" }
    guard let file = run.file else { return "authscope: \(run.scenario.id)" }
    return "authscope: \(file)\(run.recording == nil ? "" : " (stays on this machine, not saved)")"
  }
}

/// A scenario that has been asked for.
struct Opening: Hashable, Sendable {
  let id: String
  /// Nil: the one that it opens with.
  let variant: String?
  /// Changes from the start, after the variant's.
  var settings: [Setting] = []
  let seed: UInt64?
  /// The message to go to, from 1.
  let message: Int?
  /// A world of the matrix instead of a variant.
  var world: MatrixWorld?
}
