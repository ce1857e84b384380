import ArgumentParser
import Simulation
import Trace
import Wire

/// `authscope run`: headless, with expectations.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Play scenarios without a screen and judge their expectations.",
    discussion: """
      A source is a scenario's id or file. Example: authscope run session/logout-revocation \
      --variant cookie-only-logout --plain
      """)

  @Argument(help: "Scenario ids or files.")
  var sources: [String] = []

  @Flag(help: "Play the whole library.")
  var all = false

  @Flag(name: .customLong("all-variants"), help: "Play each scenario and all its variants.")
  var allVariants = false

  @OptionGroup var options: RunOptions

  @Option(help: "Save the run to this file; needs exactly one run.")
  var save: String?

  @Flag(help: "Print the results as JSON.")
  var json = false

  @Option(help: "Write the results as JUnit XML to this file.")
  var junit: String?

  @Flag(help: "Print each step as numbered lines.")
  var plain = false

  func run() throws {
    let outcomes = try play()
    if let junit {
      try FileSystem.writeAtomically(Array(RunReport.junit(outcomes).utf8), to: junit)
    }
    if json {
      Output.line(RunReport.json(outcomes).prettyText(indent: 2))
    } else if plain {
      for outcome in outcomes {
        Output.line(
          PlainText.of(
            outcome.loaded.scenario, outcome.trace, settings: outcome.inputs.settings,
            interventions: outcome.inputs.interventions))
      }
    } else {
      Output.line(RunReport.text(outcomes))
    }
    if outcomes.contains(where: { !$0.isGood }) { throw ExitCodes.failed }
  }

  private func play() throws(Failure) -> [RunOutcome] {
    let library = try ScenarioLibrary()
    guard all != !sources.isEmpty else {
      throw Failure("Name scenarios, or say --all. `authscope list` shows what there is.")
    }
    guard save == nil || (!all && !allVariants && sources.count == 1) else {
      throw Failure("--save keeps one run: name one scenario, and no --all-variants.")
    }
    var outcomes: [RunOutcome] = []
    for source in all ? library.ids() : sources {
      let loaded = try library.load(source)
      outcomes += try outcomesOf(loaded)
    }
    return outcomes
  }

  private func outcomesOf(_ loaded: LoadedScenario) throws(Failure) -> [RunOutcome] {
    let scenario = loaded.scenario
    guard allVariants else {
      let inputs = try options.inputs(for: scenario, variant: options.variant)
      let trace =
        if let save {
          try RunJournal.play(loaded, inputs, to: save)
        } else {
          Simulation.play(scenario, inputs)
        }
      return [RunOutcome(loaded, inputs, trace)]
    }
    var out: [RunOutcome] = []
    for variant in [nil] + scenario.variants.map(\.name) {
      let inputs = try options.inputs(for: scenario, variant: variant)
      out.append(RunOutcome(loaded, inputs, Simulation.play(scenario, inputs)))
    }
    if options.settings.isEmpty, !out.isEmpty {
      out[0].ablation = Ablation.prove(scenario)
    }
    return out
  }
}

/// One run with what it was made of.
struct RunOutcome {
  let loaded: LoadedScenario
  let inputs: RunInputs
  let trace: Trace
  /// The proof of the scenario's attack, where it was asked for.
  var ablation: [AblationResult] = []

  init(_ loaded: LoadedScenario, _ inputs: RunInputs, _ trace: Trace) {
    self.loaded = loaded
    self.inputs = inputs
    self.trace = trace
  }

  var isGood: Bool {
    trace.reports.allSatisfy { $0.expectations.allSatisfy(\.holds) }
      && ablation.allSatisfy(\.holds)
  }
}
