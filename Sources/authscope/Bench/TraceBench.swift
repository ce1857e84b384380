import CellUI
import Explorer
import Simulation
import Trace

/// How the explorer gets along with a saved run of 100,000 events: its first frame, and jumps.
struct TraceBench {
  let rounds: Int

  private static let events = 100_000
  private static let jumps = 200
  private static let size = Size(width: 120, height: 40)

  func rows() -> [Measurement] {
    let scenario = Workload.session.scenario
    let bytes = Self.saved(scenario)
    var loop = Self.loop(bytes, scenario)
    let opening = Measurement.of("saved run of 100,000 events: first frame", unit: "ms", rounds) {
      loop = Self.loop(bytes, scenario)
      loop.open(file: "bench")
      precondition(loop.frame() != nil, "no frame came")
    }
    let memory = "the program's memory at its highest: \(PeakMemory.mebibytes) MiB"
    return [opening.noted("\(bytes.count >> 20) MiB; \(memory)"), Self.jumping(&loop)]
  }

  /// Goes to messages all over the run by `g`, their number and Enter.
  private static func jumping(_ loop: inout ExplorerLoop) -> Measurement {
    var samples: [Double] = []
    for jump in 1...jumps {
      let number = String(jump * 7919 % (events / 4) + 1)
      loop.feed([.key(KeyPress(.char("g")))])
      loop.feed(number.map { .key(KeyPress(.char($0))) })
      let start = ContinuousClock.now
      loop.feed([.key(KeyPress(.enter))])
      precondition(loop.frame() != nil, "the jump to \(number) has shown nothing")
      samples.append(Measurement.milliseconds(since: start))
    }
    let sorted = samples.sorted()
    let row = Measurement(name: "a jump in it, with its frame", unit: "ms", samples: sorted)
    return row.noted("p95 \(Measurement.shown(row.p95)) ms")
  }

  private static func saved(_ scenario: Scenario) -> [UInt8] {
    var scenario = scenario
    // A page is six events.
    if case .repeat(_, let steps) = scenario.steps[1].action {
      scenario.steps[1].action = .repeat(events / 6 + 1, steps)
    }
    let trace = play(scenario)
    precondition(trace.records.count >= events, "\(trace.records.count) events only")
    let lines = SavedRun.write(trace, source: RunSource(program: Authscope.version))
    return Array(lines.joined(separator: [10]))
  }

  private static func loop(_ bytes: [UInt8], _ scenario: Scenario) -> ExplorerLoop {
    let state = ExplorerState(course: CourseModel(core: []), progress: Progress(), size: size)
    let files = FileOpener(
      start: { _ in }, stop: {},
      news: { (try? SavedRun.read(bytes)).map { .opened(.run(opened($0.run, scenario))) } })
    return ExplorerLoop(state: state, glyphs: .unicode, host: host(files))
  }

  /// A host that opens files and does nothing else.
  private static func host(_ files: FileOpener) -> ExplorerHost {
    let nothing = Failure("the bench only opens its own file")
    return ExplorerHost(
      loadScenario: { _ in throw nothing }, readRun: { _ in throw nothing },
      matrix: MatrixEngine(start: { _ in }, stop: {}, finished: { [] }), files: files,
      play: { play($0, $1.inputs) }, keep: { _, _ in throw nothing },
      readFile: { _ in throw nothing }, now: { 0 }, saveProgress: { _ in },
      exportProgress: { _, _ in "" }, copy: { _ in "" },
      suspend: {}, redraw: {})
  }

  private static func opened(_ saved: SavedRun, _ scenario: Scenario) -> OpenedRun {
    OpenedRun(
      path: "bench", scenario: scenario, request: RunRequest(scenario: scenario.id),
      trace: saved.trace)
  }
}
