import ArgumentParser

/// Where the content of an encrypted token comes from: the argument, a file or standard input.
struct PlaintextInput: ParsableArguments {
  @Argument(help: "The plaintext; without it and without claims, --file or standard input.")
  var text: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Read it from this file.", valueName: "path"))
  var file: String?

  var isEmpty: Bool { text == nil && file == nil }

  /// The bytes as they stand, from one of the three.
  func bytes(limit: Int, secretIsThere: Bool) throws(Failure) -> [UInt8] {
    switch (text, file) {
    case (.some, .some):
      throw Failure("There is a plaintext as argument and one by --file: give one of them.")
    case (let text?, nil) where text != "-": return Array(text.utf8)
    case (nil, let file?) where file != "-":
      return try FileSystem.contents(of: file, limit: limit)
    case (_, _):
      guard !secretIsThere else {
        throw Failure(
          "Standard input holds the secret (--secret-stdin): give the plaintext as argument or by "
            + "--file.")
      }
      return try FileSystem.standardInput(limit: limit)
    }
  }
}
