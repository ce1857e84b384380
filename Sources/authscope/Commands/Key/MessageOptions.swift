import ArgumentParser

/// The bytes that a raw signature is over.
struct MessageOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The message as hex; \"\" for no byte.", valueName: "hex"))
  var messageHex: String?

  @Option(
    help: ArgumentHelp("A file with the message; without it, standard input.", valueName: "file"))
  var messageFile: String?

  /// A message is hashed in memory.
  private static let sizeLimit = 256 << 20

  func bytes(secretIsThere: Bool) throws(Failure) -> [UInt8] {
    switch (messageHex, messageFile) {
    case (.some, .some):
      throw Failure("There is a message by --message-hex and one by --message-file: give one.")
    case (let hex?, nil): return try HexText.bytes(hex, option: "--message-hex")
    case (nil, let file?) where file != "-":
      return try FileSystem.contents(of: file, limit: Self.sizeLimit)
    case (nil, _):
      guard !secretIsThere else {
        throw Failure(
          "Standard input holds the secret: give the message by --message-hex or --message-file.")
      }
      return try FileSystem.standardInput(limit: Self.sizeLimit)
    }
  }
}
