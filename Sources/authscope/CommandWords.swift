import ArgumentParser

/// Parses the words of the command line.
enum CommandWords {
  /// The command that they ask for.
  ///
  /// The command that the first words name is parsed alone, since those above it have no options of
  /// their own and reading all of theirs again costs half of the time that the parser takes. Help,
  /// and whatever is wrong, goes the whole way, where the sentences know the whole command.
  static func parse(_ words: [String]) throws -> any ParsableCommand {
    let (command, rest) = named(by: words[...], below: Authscope.self)
    if command.configuration.subcommands.isEmpty,
      let parsed = try? command.parseAsRoot(Array(rest)),
      type(of: parsed) == command
    {
      return parsed
    }
    return try Authscope.parseAsRoot(words)
  }

  private static func named(
    by words: ArraySlice<String>, below command: any ParsableCommand.Type
  ) -> (command: any ParsableCommand.Type, rest: ArraySlice<String>) {
    guard let word = words.first,
      let next = command.configuration.subcommands.first(where: {
        $0.configuration.commandName == word
      })
    else { return (command, words) }
    return named(by: words.dropFirst(), below: next)
  }
}

extension CommandConfiguration {
  /// Of a command that scripts call for one token after another: the parser does not read the words
  /// twice more to see whether they ask for a completion script, a twentieth of what
  /// `authscope token verify` does. The name given for that is shown nowhere.
  var parsedAlone: Self {
    var configuration = self
    configuration._superCommandName = "authscope"
    return configuration
  }
}
