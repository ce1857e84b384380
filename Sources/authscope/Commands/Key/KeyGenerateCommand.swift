import ArgumentParser
import Cryptography
import ScenarioFiles
import Tokens

/// `authscope key generate`: a new key from the system's randomness.
struct KeyGenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Make a new key of a kind, or for an algorithm.",
    discussion: """
      The kind is RSA, P-256, P-384, P-521, secp256k1, Ed25519, Ed448, X25519, X448 or oct (a \
      secret); without one, --alg decides. To a pipe the key goes whole, on a terminal its private \
      part is masked.
      Examples:
        authscope key generate --alg ES256 --use sig --kid thumbprint -o private.jwk
        authscope key generate RSA --bits 3072 --to pem -o private.pem
        authscope key generate --alg HS256 -o secret.jwk
      """)

  @Argument(help: "The kind of key.")
  var kind: String?

  @Option(help: "The length of an RSA modulus (2048 without it) or of a secret, in bits.")
  var bits: Int?

  @OptionGroup var traits: KeyTraits
  @OptionGroup var output: KeyOutputOptions

  func run() throws {
    let key = try traits.applied(to: try made())
    try output.write([key], default: .jwk)
    if let algorithm = key.algorithm.flatMap(SignatureAlgorithm.init(name:)),
      let weakness = algorithm.weakness(of: key)
    {
      Output.note("weak for \(algorithm.name): \(weakness.sentence); for tests only")
    } else if case .rsa(let bits) = key.publicKey?.kind, bits < KeyRecipe.usualRSABits {
      Output.note("weak: RSA of \(bits) bits; \(KeyRecipe.usualRSABits) are the least today")
    }
  }

  private func made() throws(Failure) -> JWK {
    let recipe = try recipe()
    do throws(CryptographyError) {
      switch recipe {
      case .pair(let template): return JWK(try KeyPair.generateFromSystem(template))
      case .secret(let count): return JWK(secret: SystemRandomness().bytes(count))
      }
    } catch {
      throw Failure("No key could be made: \(error.sentence).")
    }
  }

  private func recipe() throws(Failure) -> KeyRecipe {
    if let alg = traits.alg { _ = try AlgorithmNames.declared(alg) }
    let kinds = KeyRecipe.kindNames
    guard kind != nil || traits.alg != nil else {
      throw Failure("Name a kind (\(kinds.joined(separator: ", "))), or an algorithm by --alg.")
    }
    do throws(KeyRecipeError) {
      if let kind { return try KeyRecipe(kind: kind, bits: bits) }
      return try KeyRecipe(algorithm: traits.alg ?? "", bits: bits)
    } catch {
      let near = kind.flatMap { Nearest.word(to: $0, among: kinds) }
      throw Failure("No such key: \(error).\(near.map { " Did you mean \($0)?" } ?? "")")
    }
  }
}
