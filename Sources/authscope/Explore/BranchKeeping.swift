import Explorer
import Exporters
import ScenarioFiles
import Simulation
import Trace

/// Writes what a reader wants to keep of a branch; each file whole or not at all.
struct BranchKeeping {
  let library: ScenarioLibrary

  /// Returns a word on what was done.
  func keep(
    _ request: KeepRequest, _ trace: Trace, at path: String
  ) throws(Failure) -> String {
    guard !FileSystem.exists(path) else {
      throw Failure("\(path) is there already; nothing was written. Choose another name.")
    }
    switch request.form {
    case .variant(let name):
      return try keepVariant(name, request, try library.load(request.run.scenario), trace, path)
    case .savedRun:
      let loaded = try library.load(request.run.scenario)
      _ = try RunJournal.play(loaded, request.run.inputs, to: path)
      return "Saved as \(path): authscope replay \(path)"
    case .export(let name): return try export(name, request, trace, path)
    }
  }

  private func keepVariant(
    _ name: String, _ request: KeepRequest, _ loaded: LoadedScenario, _ trace: Trace,
    _ path: String
  ) throws(Failure) -> String {
    let base = request.run.variant.flatMap { loaded.scenario.variant(named: $0) }
    let variant = NewVariant(
      name: name, title: request.title, settings: (base?.set ?? []) + request.run.settings,
      statuses: Self.statuses(loaded.scenario, trace))
    guard let source = loaded.sources.first else { throw Failure("the scenario has no text") }
    let text: String
    do throws(Problem) {
      text = try variant.added(to: source.text)
    } catch {
      throw Failure("\(error.message); \(error.hint ?? "nothing was written")")
    }
    let reading = library.reading(Array(text.utf8), file: path)
    guard reading.scenario != nil else { throw Failure(DiagnosticText.render(reading.diagnostics)) }
    try FileSystem.writeAtomically(Array(text.utf8), to: path)
    return "Kept in \(path): authscope run \(path) --variant \(name)"
  }

  private func text(
    _ form: ExportForm, _ request: KeepRequest, _ trace: Trace
  ) throws(Failure) -> String {
    guard let loaded = try? library.load(request.run.scenario) else {
      return try ExportText(trace, Scenario(), FilmOptions.standard, reveals: false).of(form)
    }
    return try ExportText(
      loaded, request.run.inputs, trace, FilmOptions.standard, reveals: false
    ).of(form)
  }

  /// The steps that came out otherwise than the scenario as it stands expects.
  private static func statuses(
    _ scenario: Scenario, _ trace: Trace
  ) -> [(step: String, status: String)] {
    scenario.allSteps.compactMap { step in
      guard let index = trace.lastStep(named: step.id),
        step.expect.contains(where: { !trace.judge($0, atStep: index).holds }),
        let status = trace.value(of: .status, atStep: index)
      else { return nil }
      return (step.id, status)
    }
  }

  private func export(
    _ name: String, _ request: KeepRequest, _ trace: Trace, _ path: String
  ) throws(Failure) -> String {
    guard let form = ExportForm.named(name) else { throw Failure("there is no export \(name)") }
    let text = try text(form, request, trace)
    try FileSystem.writeAtomically(Array(text.utf8), to: path)
    return "Exported to \(path)."
  }
}
