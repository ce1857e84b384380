import CellUI
import Simulation
import Trace

/// The run screen walked from the first message to the end, a picture for each press of `l`.
package struct Film {
  package struct Shot: Sendable {
    package let grid: Grid
    /// In milliseconds: as long as the explanation takes to read.
    package let duration: Int
    /// The step's name, where a step begins.
    package let marker: String?
  }

  /// All pictures of a run; its questions are asked, and passed over after a while.
  ///
  /// Unless its secrets are to be shown, their names stand in their places.
  package static func shots(
    of scenario: Scenario, _ inputs: RunInputs, _ trace: Trace, size: Size, glyphs: Glyphs,
    reveals: Bool
  ) -> [Shot] {
    let request = RunRequest(
      scenario: scenario.id, variant: inputs.variant, settings: inputs.settings,
      interventions: inputs.interventions, seed: inputs.seed)
    let model = RunModel(trace, decisiveStep: scenario.decisiveStep(of: trace))
    var run = RunState(
      scenario: scenario, entry: nil,
      first: Branch(
        name: request.variant ?? "main", request: request, model: model, parent: nil,
        change: nil, difference: nil, furthest: 0))
    if !reveals { run.toggleMask() }
    run.arrive()
    return Film(run: run, size: size, glyphs: glyphs).play()
  }

  private var run: RunState
  private let size: Size
  private let glyphs: Glyphs

  private init(run: RunState, size: Size, glyphs: Glyphs) {
    self.run = run
    self.size = size
    self.glyphs = glyphs
  }

  private func play() -> [Shot] {
    var film = self
    var shots = [film.shot()]
    // A message may be passed twice: once at its question.
    let most = 3 * (run.model.moments.count + 1)
    while !film.run.walk.atEnd, shots.count < most {
      let wasAsking = film.run.isAsking
      if wasAsking { film.run.skipQuestion() } else { _ = film.run.next() }
      shots.append(film.shot(isNewPlace: !wasAsking))
    }
    return shots
  }

  private func shot(isNewPlace: Bool = true) -> Shot {
    var canvas = Canvas(size: size, glyphs: glyphs)
    RunView(
      run, size: size, glyphs: glyphs, keys: .standard, notice: nil, nextLesson: nil
    ).draw(on: &canvas)
    return Shot(grid: canvas.grid, duration: duration, marker: isNewPlace ? marker : nil)
  }

  /// A glance at the arrow, then a quarter of a second for each word.
  private var duration: Int {
    if run.walk.atEnd { return 6000 }
    if run.isAsking { return 5000 }
    let lines = ExplanationPane(run: run, width: size.width, glyphs: glyphs).lines(.line)
    let words = lines.reduce(0) { $0 + $1.plainText.split(separator: " ").count }
    return min(12_000, 1500 + 250 * words)
  }

  private var marker: String? {
    if run.walk.atEnd { return "The end" }
    guard let moment = run.moment,
      run.model.momentsOfStep[moment.step]?.lowerBound == run.position
    else { return nil }
    return run.model.trace.steps[moment.step].id.description
  }
}
