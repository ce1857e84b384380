import Simulation
import Trace

/// What the explorer needs of the world around it; the executable fills it in.
package struct ExplorerHost {
  /// Reads a scenario; throws words for the reader.
  package var loadScenario: (String) throws -> Scenario
  /// Reads a saved run or plays a scenario by its name; throws words for the reader.
  package var readRun: (String) throws -> Trace
  package var matrix: MatrixEngine
  package var files: FileOpener
  package var play: (Scenario, RunRequest) -> Trace
  /// Writes a branch, played already, into a file and says what was done; throws words for the
  /// reader.
  package var keep: (KeepRequest, Trace) throws -> String
  /// Reads a file that the reader named; throws words for the reader.
  package var readFile: (String) throws -> [UInt8]
  /// The machine's clock, in seconds since 1970.
  package var now: () -> Int
  /// Writes the progress down; throws words for the reader.
  package var saveProgress: (Progress) throws -> Void
  /// Writes the progress into a new file and says what was done; throws words for the reader.
  package var exportProgress: (Progress, String) throws -> String
  /// Puts a text on the clipboard and says how: "copied by OSC 52".
  package var copy: (String) -> String
  /// Stops the process as the shell's Ctrl-Z does, and returns when it goes on.
  package var suspend: () -> Void
  /// Writes down where the reader is; throws words for the reader.
  package var savePlace: (Place) throws -> Void = { _ in }
  /// Reads the scenario of a place again; throws words for the reader.
  package var resume: ((Place) throws -> PlayedPlace)?
  /// Takes the mouse, or leaves it to the terminal.
  package var setMouse: (Bool) -> Void = { _ in }
  /// Forgets what is on the screen, so that the next frame is drawn whole.
  package var redraw: () -> Void

  package init(
    loadScenario: @escaping (String) throws -> Scenario,
    readRun: @escaping (String) throws -> Trace, matrix: MatrixEngine, files: FileOpener,
    play: @escaping (Scenario, RunRequest) -> Trace,
    keep: @escaping (KeepRequest, Trace) throws -> String,
    readFile: @escaping (String) throws -> [UInt8], now: @escaping () -> Int,
    saveProgress: @escaping (Progress) throws -> Void,
    exportProgress: @escaping (Progress, String) throws -> String,
    copy: @escaping (String) -> String,
    suspend: @escaping () -> Void, redraw: @escaping () -> Void
  ) {
    self.loadScenario = loadScenario
    self.readRun = readRun
    self.matrix = matrix
    self.files = files
    self.play = play
    self.keep = keep
    self.readFile = readFile
    self.now = now
    self.saveProgress = saveProgress
    self.exportProgress = exportProgress
    self.copy = copy
    self.suspend = suspend
    self.redraw = redraw
  }
}
