import ArgumentParser

/// `authscope key`: keys outside a scenario.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "Make, convert and compare keys; sign and verify bytes with them.",
    discussion: """
      Examples:
        authscope key generate --alg ES256 --kid thumbprint -o private.jwk
        authscope key public private.jwk --to jwks -o jwks.json
      """,
    subcommands: [
      KeyGenerateCommand.self, KeyPublicCommand.self, KeyConvertCommand.self,
      KeyThumbprintCommand.self, KeySignCommand.self, KeyVerifyCommand.self,
    ])
}
