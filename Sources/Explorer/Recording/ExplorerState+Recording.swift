import CellUI
import Simulation
import Trace

extension ExplorerState {
  /// Reads a file: a saved run, a HAR file, a scenario, or a text with tokens in it.
  package mutating func open(file path: String, message: Int? = nil) -> [Effect] {
    reading = FileReading(path: path, message: message)
    notice = reading?.words
    return [.open(path)]
  }

  /// News of the file that is being read.
  mutating func receive(_ news: OpeningNews) -> [Effect] {
    guard let file = reading else { return [] }
    switch news {
    case .progress(let hundredths):
      reading?.hundredths = hundredths
      notice = reading?.words
    case .failed(let words):
      reading = nil
      notice = words
    case .opened(let found):
      reading = nil
      notice = nil
      return show(found, of: file)
    }
    return []
  }

  /// Esc while a file is being read.
  mutating func stopReading() -> [Effect] {
    guard let file = reading else { return [] }
    reading = nil
    notice = "\(file.path) was not opened."
    return [.stopOpening]
  }

  private mutating func show(_ found: OpenedFile, of file: FileReading) -> [Effect] {
    switch found {
    case .scenario: return open(file.path, message: file.message)
    case .text(let bytes):
      openTokens(in: String(decoding: bytes, as: UTF8.self), from: .file(file.path))
    case .run(let opened):
      var branch = Branch(
        name: opened.recording == nil ? opened.request.variant ?? "as saved" : "as recorded",
        request: opened.request, model: opened.model, parent: nil, change: nil, difference: nil,
        furthest: 0)
      // There is no lesson whose end could be given away.
      branch.unveiled = opened.recording != nil
      var run = RunState(scenario: opened.scenario, entry: nil, first: branch)
      run.take(settings)
      run.file = opened.path
      run.recording = opened.recording
      if let message = file.message { run.jump(to: message - 1) }
      run.arrive()
      self.run = run
      runReturn = .library
      screen = .run
      overlay = nil
      notice = opened.damage
    }
    return []
  }
}

/// A file that is being read.
struct FileReading: Hashable, Sendable {
  let path: String
  /// The message to go to, from 1.
  let message: Int?
  var hundredths = 0

  var words: String { "Reading \(path): \(hundredths) %. Esc stops." }
}

extension RunState {
  /// The defences of what cannot be played again are what an audit found in it.
  func title(of pane: Pane) -> String {
    pane == .defences && recording != nil ? "Findings" : pane.title
  }

  /// The command that shows the same outside the explorer.
  var command: String {
    guard let file else { return branch.request.command }
    return branch.parent == nil ? "authscope explore \(file)" : branch.request.command
  }

  /// Why a command does nothing in what cannot be played again.
  func recordingReason(_ command: Command) -> String? {
    guard let recording, Self.playing.contains(command) else { return nil }
    return "This is \(recording.origin): it can be looked at, not played again."
  }

  private static let playing: Set<Command> = [
    .toggle, .toggleHere, .tamper, .ownRequest, .dropMessage, .repeatMessage, .keepVariant,
    .keepRun, .challenges,
  ]
}
