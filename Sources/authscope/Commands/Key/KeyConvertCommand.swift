import ArgumentParser
import Tokens

/// `authscope key convert`: the same key in another form.
struct KeyConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Write keys in another form: PEM, DER, JWK, JWK Set.",
    discussion: """
      The form that a key has is seen from its bytes. Example: \
      authscope key convert private.jwk --to pem -o private.pem
      """)

  @OptionGroup var files: KeyFileOptions
  @OptionGroup var traits: KeyTraits
  @OptionGroup var output: KeyOutputOptions

  func run() throws {
    var keys: [JWK] = []
    for key in try files.keys() { keys.append(try traits.applied(to: key)) }
    try output.write(keys, default: keys.count == 1 ? .jwk : .jwks)
    let lost = keys.contains { $0.id != nil || $0.algorithm != nil || $0.use != nil }
    if lost, let form = output.to, form != .jwk, form != .jwks {
      Output.note("\(form.rawValue) has no place for kid, use and alg; they are left out")
    }
  }
}
