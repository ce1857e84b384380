import CellUI
import Explorer
import Exporters
import Simulation
import Trace

/// A run in the form that was asked for.
struct ExportText {
  private let trace: Trace
  private let scenario: Scenario
  private let inputs: RunInputs
  /// With its expectations; nil where only the trace is known.
  private let loaded: LoadedScenario?
  private let film: FilmOptions
  private let reveals: Bool

  init(
    _ loaded: LoadedScenario, _ inputs: RunInputs, _ trace: Trace, _ film: FilmOptions,
    reveals: Bool
  ) {
    self.trace = trace
    self.inputs = inputs
    self.loaded = loaded
    self.film = film
    self.reveals = reveals
    scenario = loaded.scenario
  }

  /// Of a run that only its trace is known of.
  init(_ trace: Trace, _ scenario: Scenario, _ film: FilmOptions, reveals: Bool) {
    self.trace = trace
    self.scenario = scenario
    self.film = film
    self.reveals = reveals
    inputs = RunInputs(variant: trace.identity.variant)
    loaded = nil
  }

  func of(_ form: ExportForm) throws(Failure) -> String {
    if let write = form.write { return write(RunDocument(trace, reveals: reveals)) }
    if form.name == ExportForm.cast.name { return try cast() }
    guard let loaded else {
      throw Failure("\(form.name) is about expectations: name the scenario, not a saved run.")
    }
    return RunReport.junit([RunOutcome(loaded, inputs, trace)])
  }

  private func cast() throws(Failure) -> String {
    let size = try film.chosenSize()
    let theme = try film.chosenTheme()
    let shots = Film.shots(
      of: scenario, inputs, trace, size: size, glyphs: .unicode, reveals: reveals)
    let title = trace.identity.scenario + (trace.identity.variant.map { ", \($0)" } ?? "")
    return Cast(
      width: size.width, height: size.height, title: title,
      shots: shots.map {
        Cast.Shot(output: $0.grid.ansi(theme), duration: $0.duration, marker: $0.marker)
      }
    ).text
  }
}
