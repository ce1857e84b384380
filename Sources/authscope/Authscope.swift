import ArgumentParser

/// The root of all commands; without one it opens the explorer.
struct Authscope: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "authscope",
    abstract: "See authentication work: sessions, JWTs, OAuth, and the attacks on them.",
    discussion: """
      Without a command the explorer opens at the library. Exit codes: 0 ok, 1 an expectation \
      failed, 2 bad input or usage, 3 a replay diverged, 4 a newer format; of tokens 10 malformed, \
      11 unsupported algorithm, 12 bad signature, 13 expired or not yet valid, 14 refused by \
      policy, 15 no fitting key; 20 the network failed, 21 the provider answered with an error.
      """,
    version: version,
    subcommands: [
      ExploreCommand.self,
      ListCommand.self,
      ProgressCommand.self,
      RunCommand.self,
      PlayCommand.self,
      ReplayCommand.self,
      DiffCommand.self,
      MatrixCommand.self,
      ExportCommand.self,
      AuditCommand.self,
      CompareCommand.self,
      DecideCommand.self,
      WhyCommand.self,
      CheckCommand.self,
      FormatCommand.self,
      NewCommand.self,
      SchemaCommand.self,
      TokenCommand.self,
      KeyCommand.self,
      ConfigCommand.self,
      BenchCommand.self,
      SelfTestCommand.self,
    ], defaultSubcommand: ExploreCommand.self)
}
