import CellUI
import ScenarioFiles
import Simulation
import Testing
import Trace

@testable import Explorer

/// The explorer with a small course, driven by keys.
struct Stage {
  var loop: ExplorerLoop
  /// What left the explorer: copied texts, saved progress.
  final class Outbox {
    var copied: [String] = []
    var saved: [Progress] = []
    var exported: [String] = []
    var kept: [KeepRequest] = []
  }
  let outbox: Outbox

  static func scenario(_ text: String) throws -> Scenario {
    let reading = ScenarioReader(vocabulary: .engine).read(Array(text.utf8), file: "test.yaml")
    if let scenario = reading.scenario { return scenario }
    throw Failure(text: DiagnosticText.render(reading.diagnostics))
  }

  struct Failure: Error, CustomStringConvertible {
    let text: String
    var description: String { text }
  }

  /// The clock of the machine under test: 2026-01-01 00:05:00Z.
  static let now = 1_767_225_900

  /// Opens what is there at once.
  private static func opener(
    _ files: [String: [UInt8]], _ runs: [String: OpenedRun]
  ) -> FileOpener {
    final class Box { var news: OpeningNews? }
    let box = Box()
    return FileOpener(
      start: { path in
        if let run = runs[path] {
          box.news = .opened(.run(run))
        } else if let bytes = files[path] {
          box.news = .opened(.text(bytes))
        } else {
          box.news = .failed("There is no file \(path).")
        }
      }, stop: { box.news = nil },
      news: {
        defer { box.news = nil }
        return box.news
      })
  }

  static func play(_ scenario: Scenario, _ request: RunRequest) -> Trace {
    Simulation.play(scenario, request.inputs)
  }

  init(
    _ size: Size = Size(width: 120, height: 40), glyphs: Glyphs = .unicode,
    progress: Progress = Progress(tourSeen: true), files: [String: [UInt8]] = [:],
    zone: LocalZone = .utc, runs: [String: Trace] = [:], opened: [String: OpenedRun] = [:],
    course: CourseModel = Self.course, lessons: [String: String] = [:],
    settings: ExplorerSettings = ExplorerSettings()
  ) throws {
    var scenarios = [
      "session/logout-revocation": try Self.scenario(Lessons.logout),
      "jwt/alg-none": try Self.scenario(Lessons.forgery),
    ]
    for (id, text) in lessons { scenarios[id] = try Self.scenario(text) }
    let known = scenarios
    let outbox = Outbox()
    let host = ExplorerHost(
      loadScenario: { id in
        guard let scenario = known[id] else { throw Failure(text: "There is no \(id).") }
        return scenario
      },
      readRun: { name in
        guard let run = runs[name] else { throw Failure(text: "There is no run \(name).") }
        return run
      },
      matrix: Self.engine(known), files: Self.opener(files, opened), play: Self.play,
      keep: { request, _ in
        if request.path == "taken" { throw Failure(text: "taken is there already.") }
        outbox.kept.append(request)
        return "Kept in \(request.path)."
      },
      readFile: { path in
        guard let bytes = files[path] else { throw Failure(text: "There is no file \(path).") }
        return bytes
      },
      now: { Stage.now },
      saveProgress: { outbox.saved.append($0) },
      exportProgress: { _, path in
        if path == "taken" { throw Failure(text: "taken is there already.") }
        outbox.exported.append(path)
        return "Your progress is in \(path)."
      },
      copy: {
        outbox.copied.append($0)
        return "copied"
      }, suspend: {}, redraw: {})
    self.outbox = outbox
    loop = ExplorerLoop(
      state: ExplorerState(
        course: course, progress: progress, size: size, zone: zone, exports: Self.exports,
        settings: settings),
      glyphs: glyphs,
      host: host)
  }

  static let exports = [
    ExportChoice(name: "junit", title: "for CI servers", fileExtension: "xml"),
    ExportChoice(name: "html", title: "a page to read", fileExtension: "html"),
  ]

  /// Plays one attack at each look, so that tests see the progress.
  private static func engine(_ scenarios: [String: Scenario]) -> MatrixEngine {
    final class Queue { var attacks: [String] = [] }
    let queue = Queue()
    return MatrixEngine(
      start: { queue.attacks += $0 }, stop: { queue.attacks = [] },
      finished: {
        guard !queue.attacks.isEmpty else { return [] }
        let id = queue.attacks.removeFirst()
        return [
          MatrixResult(attack: id, row: scenarios[id].flatMap { AttackMatrix.row(of: $0) })
        ]
      })
  }

  /// Presses keys by their names: `press("l", "Enter")`.
  mutating func press(_ names: String...) {
    for name in names {
      guard let press = KeyPress(name: name) else {
        Issue.record("no key \(name)")
        continue
      }
      loop.feed([.key(press)])
    }
  }

  mutating func type(_ text: String) { for character in text { press(String(character)) } }

  mutating func resize(_ width: Int, _ height: Int) {
    loop.feed([.resize(Size(width: width, height: height))])
  }

  var frame: Frame { render(loop.state, loop.state.size, loop.glyphs) }
  var text: String { frame.grid.lines().joined(separator: "\n") }
  var bench: BenchState? { loop.state.bench }
  mutating func paste(_ text: String) { loop.feed([.paste(text)]) }

  var run: RunState? { loop.state.run }

  static let course = CourseModel(
    core: [
      LibraryGroup(title: "Sessions", entries: [first, logout]),
      LibraryGroup(title: "JWTs", entries: [forgery]),
    ], electives: [LibraryGroup(title: "Breaking verifiers", entries: [confusion])])

  private static let first = LibraryEntry(
    id: "session/login", title: "An id in the cookie, the rest on the server", lesson: 1,
    minutes: 5)

  private static let logout: LibraryEntry = {
    var entry = LibraryEntry(
      id: "session/logout-revocation", title: "Logging out must end the session on the server",
      lesson: 2, minutes: 6)
    entry.hasAttack = true
    entry.words = ["session", "cookie", "store", "revoke"]
    entry.preview = [
      "Mallory copied Alice's cookie. Alice logged out. Is the copy still worth something?"
    ]
    entry.variants = [
      LibraryVariant(name: "cookie-only-logout", opensFirst: true),
      LibraryVariant(name: "main", title: "logout mended"),
    ]
    entry.questions = 1
    entry.needs = [1]
    return entry
  }()

  private static let forgery: LibraryEntry = {
    var entry = LibraryEntry(
      id: "jwt/alg-none", title: "Never let the token choose its own check", lesson: 6, minutes: 6)
    entry.hasAttack = true
    entry.specs = ["RFC 8725 3.1"]
    return entry
  }()

  private static let confusion = LibraryEntry(
    id: "jwt/key-confusion", title: "A public key is no secret", minutes: 7)
}
