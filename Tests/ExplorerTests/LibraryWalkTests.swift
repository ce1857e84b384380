import CellUI
import Foundation
import ScenarioFiles
import Simulation
import Testing

@testable import Explorer

/// The scenarios that come along, each walked to its end.
@Suite struct LibraryWalkTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "scenarios")

  static let scenarios: [Scenario] = {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "yaml" && !$0.path.contains("/lib/") }
      .sorted { $0.path < $1.path }
      .compactMap { try? read($0) }
  }()

  private static func read(_ file: URL) throws -> Scenario? {
    let reader = ScenarioReader(vocabulary: .engine) { name in
      (try? Data(contentsOf: folder.appending(path: name))).map(Array.init)
    }
    return reader.read(Array(try Data(contentsOf: file)), file: file.lastPathComponent).scenario
  }

  func run(_ scenario: Scenario, _ variant: String?) -> RunState {
    let request = RunRequest(scenario: scenario.id, variant: variant)
    let trace = Stage.play(scenario, request)
    let model = RunModel(trace, decisiveStep: scenario.decisiveStep(of: trace))
    var run = RunState(
      scenario: scenario, entry: nil,
      first: Branch(
        name: variant ?? "main", request: request, model: model, parent: nil, change: nil,
        difference: nil, furthest: 0))
    run.arrive()
    return run
  }

  @Test func `every scenario is walked from start to end by l alone, in every variant`() {
    #expect(!Self.scenarios.isEmpty)
    for scenario in Self.scenarios {
      for variant in [nil] + scenario.variants.map({ Optional($0.name) }) {
        var run = run(scenario, variant)
        var steps = 0
        while !run.walk.atEnd, steps < 1000 {
          _ = run.next()
          steps += 1
        }
        #expect(run.walk.atEnd, "\(scenario.id) \(variant ?? "main")")
        #expect(steps == run.model.moments.count)
      }
    }
  }

  @Test func `every message of every scenario is drawn at the three great sizes`() {
    for scenario in Self.scenarios {
      var run = run(scenario, scenario.opens)
      while !run.walk.atEnd {
        _ = run.next()
        for size in [
          Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 200, height: 60),
        ] {
          var canvas = Canvas(size: size)
          RunView(run, size: size).draw(on: &canvas)
          let text = canvas.grid.lines().joined()
          #expect(text.contains("Sequence"), "\(scenario.id) \(run.position) \(size)")
          #expect(text.contains("Why"), "\(scenario.id) \(run.position) \(size)")
        }
      }
    }
  }

  @Test func `plain lines name every message and the verdict`() {
    for scenario in Self.scenarios {
      let request = RunRequest(scenario: scenario.id, variant: scenario.opens)
      let trace = Stage.play(scenario, request)
      let lines = PlainRun(scenario: scenario, trace: trace, request: request).lines()
      let count = RunModel(trace).moments.count
      #expect(lines.count { $0.first?.isNumber == true } >= count, "\(scenario.id)")
      #expect(lines.contains { $0.hasPrefix("verdict: ") })
    }
  }

  /// A `#` behind a blank begins a comment, and cuts a text that nobody quoted.
  @Test func `every sentence of the lessons comes to its end`() {
    for scenario in Self.scenarios {
      for step in scenario.allSteps {
        var texts = (step.explain + step.how).map(\.text)
        if case .predict(let question) = step.action { texts += [question.ask] + question.hints }
        for text in texts {
          let last = text.last { !$0.isWhitespace }
          #expect(last.map { ".?!)\"':".contains($0) } ?? false, "\(scenario.id) \(step.id): \(text)")
        }
      }
    }
  }
}
