import ArgumentParser
import ScenarioFiles

/// `authscope config`: what is set for the explorer, and what is wrong with it.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Check and show the explorer's configuration.",
    discussion: """
      The configuration is one YAML file, $XDG_CONFIG_HOME/authscope/config.yaml, else \
      ~/.config/authscope/config.yaml; docs/configuration.md says what it can hold. \
      Example: authscope config show > ~/.config/authscope/config.yaml
      """,
    subcommands: [ConfigCheckCommand.self, ConfigShowCommand.self, ConfigPathCommand.self])

  /// The file that is named, else the reader's own.
  static func file(_ path: String?) throws(Failure) -> ConfigurationFile {
    if let path { return ConfigurationFile(path: path) }
    guard let own = ConfigurationFile() else {
      throw Failure(
        "There is no place for a configuration: neither XDG_CONFIG_HOME nor HOME is set.")
    }
    return own
  }
}

/// `authscope config path`
struct ConfigPathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Print where the configuration is looked for.",
    discussion: "Example: $EDITOR \"$(authscope config path)\"")

  func run() throws { Output.line(try ConfigCommand.file(nil).path) }
}

/// `authscope config check`
struct ConfigCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say all that is wrong with a configuration file.",
    discussion: "Exit 2 when there is a mistake. Example: authscope config check my-config.yaml")

  @Argument(help: "A configuration file; by default your own.")
  var file: String?

  @Flag(help: "Print what was found as JSON.")
  var json = false

  func run() throws {
    let configuration = try ConfigCommand.file(file)
    guard file != nil || configuration.exists else {
      Output.line(
        json ? "[]" : "There is no \(configuration.path): the defaults hold. Nothing is wrong.")
      return
    }
    let found = try configuration.read().diagnostics
    if json {
      Output.line(DiagnosticJSON.value(found).prettyText(indent: 2))
    } else if found.isEmpty {
      Output.line("\(configuration.path): no mistake")
    } else {
      Output.error(DiagnosticText.render(found))
    }
    if found.contains(where: { $0.severity == .error }) { throw ExitCodes.badInput }
  }
}

/// `authscope config show`
struct ConfigShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print what holds: the configuration, and the defaults.",
    discussion: """
      What is printed is a configuration file itself. Example: authscope config show --json
      """)

  @Flag(help: "Print it as JSON.")
  var json = false

  func run() throws {
    let (preferences, warning) = Preferences.ofReader()
    let text = PreferencesText(preferences: preferences)
    Output.line(json ? text.json.prettyText(indent: 2) : text.yaml)
    if let warning { Output.error(warning) }
  }
}
