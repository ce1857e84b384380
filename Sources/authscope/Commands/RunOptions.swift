import ArgumentParser
import ScenarioFiles
import Simulation

/// The options that choose what is played.
struct RunOptions: ParsableArguments {
  @Option(help: "Play this variant.")
  var variant: String?

  @Option(
    name: .customLong("set"),
    help: "Change a setting from the start: defences.pkce=off, servers.app.count=3.")
  var settings: [String] = []

  @Option(help: "Draw other secrets.")
  var seed: UInt64?

  @Option(
    name: .customLong("change"),
    help: "Change a message by hand: use/1 edit header.Origin=null; login/1 drop.")
  var changes: [String] = []

  /// Whether nothing was chosen.
  var isEmpty: Bool { variant == nil && settings.isEmpty && seed == nil && changes.isEmpty }

  /// The inputs for a scenario; a name that it does not know is a mistake of the user.
  func inputs(for scenario: Scenario, variant name: String?) throws(Failure) -> RunInputs {
    let name = try Self.known(name, of: scenario)
    var inputs = RunInputs(variant: name, seed: seed)
    for text in settings { inputs.settings.append(try Self.setting(text, scenario)) }
    for text in changes { inputs.interventions.append(try Self.change(text, scenario)) }
    return inputs
  }

  /// The variant's name, when the scenario has it.
  static func known(_ name: String?, of scenario: Scenario) throws(Failure) -> String? {
    guard let name, scenario.variant(named: name) == nil else { return name }
    let names = scenario.variants.map(\.name)
    let near = Nearest.word(to: name, among: names).map { " Did you mean \($0)?" } ?? ""
    let known = names.isEmpty ? "It has none." : "It has \(names.joined(separator: ", "))."
    throw Failure("\(scenario.id) has no variant \(name).\(near) \(known)")
  }

  /// A change by hand by its text.
  static func change(_ text: String, _ scenario: Scenario) throws(Failure) -> Intervention {
    do throws(Problem) {
      return try Intervention.parse(text, in: scenario, ScenarioLibrary.vocabulary)
    } catch {
      let hint = error.hint.map { "; \($0)" } ?? ""
      throw Failure("--change \(text): \(error.message)\(hint)")
    }
  }

  /// A setting by its text; a name that the scenario does not know is a mistake of the user.
  static func setting(_ text: String, _ scenario: Scenario) throws(Failure) -> Setting {
    do throws(Problem) {
      return try Setting.parse(text, in: scenario, ScenarioLibrary.vocabulary)
    } catch {
      let hint = error.hint.map { "; \($0)" } ?? ""
      throw Failure("--set \(text): \(error.message)\(hint)")
    }
  }
}
