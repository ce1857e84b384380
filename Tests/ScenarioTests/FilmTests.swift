import CellUI
import Explorer
import Simulation
import Testing
import Trace

/// The films of the library, as `authscope export --to cast` makes them.
@Suite struct `Films of the library` {
  private static func film(_ scenario: Scenario, reveals: Bool) -> (trace: Trace, [Film.Shot]) {
    let inputs = RunInputs(variant: scenario.opens)
    let trace = play(scenario, inputs)
    let shots = Film.shots(
      of: scenario, inputs, trace, size: Size(width: 120, height: 40), glyphs: .unicode,
      reveals: reveals)
    return (trace, shots)
  }

  /// Every eighth: drawing all of them takes a minute in a debug build.
  private static let sample = Library.scenarios.enumerated().filter { $0.offset % 8 == 0 }
    .map(\.element.id)

  @Test(arguments: sample)
  func `come to the end, mark every step and hold no secret`(id: String) throws {
    let scenario = try #require(Library.scenarios.first { $0.id == id })
    let (trace, shots) = Self.film(scenario, reveals: false)
    #expect(shots.last?.marker == "The end")
    let markers = Set(shots.compactMap(\.marker))
    for step in trace.steps.indices where !trace.range(ofStep: step).isEmpty {
      #expect(markers.contains(trace.steps[step].id.description), "\(trace.steps[step].id)")
    }
    let lines = Set(shots.flatMap { $0.grid.lines() })
    let found = SecretIndex(trace).annotate(lines.joined(separator: "\n"), nested: true)
      .filter { $0.form != .reference }
    #expect(found.isEmpty, "\(Set(found.map { trace.secret($0.secret).name }).sorted())")
  }

  @Test func `show the secrets that are asked for`() throws {
    let scenario = try #require(Library.scenarios.first { $0.id == "session/login" })
    let (trace, shots) = Self.film(scenario, reveals: true)
    let sid = try #require(trace.secrets.first { $0.kind == .sid })
    let start = String(sid.value.prefix(12))
    #expect(shots.contains { $0.grid.lines().contains { $0.contains(start) } })
    let masked = Self.film(scenario, reveals: false).1
    #expect(!masked.contains { $0.grid.lines().contains { $0.contains(start) } })
  }

  @Test(arguments: Library.scenarios.map(\.id))
  func `are made of a run in which no value of a secret is left`(id: String) throws {
    let scenario = try #require(Library.scenarios.first { $0.id == id })
    let trace = play(scenario, RunInputs(variant: scenario.opens))
    let index = SecretIndex(trace)
    let lines = SavedRun.write(trace.masked(), source: RunSource(program: "test"))
    for line in lines {
      let found = index.annotate(String(decoding: line, as: UTF8.self), nested: true)
        .filter { $0.form != .reference }
      let names = Set(found.map { trace.secret($0.secret).name + " " + $0.form.rawValue })
      #expect(names.isEmpty, "\(names.sorted())")
    }
  }
}
