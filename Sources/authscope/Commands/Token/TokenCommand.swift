import ArgumentParser

/// `authscope token`: what can be done with tokens outside a scenario.
struct TokenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token",
    abstract: "Decode, verify, sign, encrypt and decrypt tokens, and say why one is refused.",
    discussion: "Example: authscope token decode --file login.har",
    subcommands: [
      TokenDecodeCommand.self, TokenVerifyCommand.self, TokenSignCommand.self,
      TokenEncryptCommand.self, TokenDecryptCommand.self, TokenWhyCommand.self,
    ])
}
