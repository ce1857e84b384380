import ArgumentParser
import Tokens

/// `authscope key public`: what may be given away.
struct KeyPublicCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "public", abstract: "Print the public part of keys, as a JWK or a JWK Set.",
    discussion: """
      Secrets have no public part: from a set they are left out, alone they are refused (exit 15). \
      Example: authscope key public private.pem --kid thumbprint --use sig -o jwks.json --to jwks
      """)

  @OptionGroup var files: KeyFileOptions
  @OptionGroup var traits: KeyTraits
  @OptionGroup var output: KeyOutputOptions

  func run() throws {
    var parts: [JWK] = []
    for key in try files.keys() {
      if let part = key.publicPart {
        parts.append(try traits.applied(to: part))
      } else {
        Output.note("\(key.label) is a secret, which has no public part; left out")
      }
    }
    guard !parts.isEmpty else {
      throw Failure("There is no key with a public part: a secret is shared or it is none.", .noKey)
    }
    try output.write(parts, default: parts.count == 1 ? .jwk : .jwks)
  }
}
