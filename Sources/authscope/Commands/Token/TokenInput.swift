import ArgumentParser

/// Where a command's token comes from: the argument, a file or standard input.
struct TokenInput: ParsableArguments {
  @Argument(help: "The token; without it, --file or standard input.")
  var token: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Read it from this file.", valueName: "path"))
  var file: String?

  /// The text, from one of the three. `secretIsThere` when standard input holds a secret already.
  func text(limit: Int, secretIsThere: Bool = false) throws(Failure) -> String {
    switch (token, file) {
    case (.some, .some):
      throw Failure("There is a token as argument and one by --file: give one of them.")
    case (let token?, nil) where token != "-": return token
    case (nil, let file?) where file != "-":
      return InputText.read(try FileSystem.contents(of: file, limit: limit))
    case (_, _): return try standardInput(limit, secretIsThere)
    }
  }

  private func standardInput(_ limit: Int, _ secretIsThere: Bool) throws(Failure) -> String {
    guard !secretIsThere else {
      throw Failure(
        "Standard input holds the secret (--secret-stdin): give the token as argument or by --file."
      )
    }
    if FileSystem.isInputTerminal {
      Output.error("Paste the token, then press Enter and Ctrl-D.")
    }
    return InputText.read(try FileSystem.standardInput(limit: limit))
  }
}
