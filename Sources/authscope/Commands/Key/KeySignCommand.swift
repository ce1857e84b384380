import ArgumentParser
import Tokens
import Wire

/// `authscope key sign`: a raw signature in the form that JOSE gives it.
struct KeySignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Sign bytes with a key; the signature as JOSE has it, in hex.",
    discussion: """
      ECDSA is R || S (RFC 7518 3.4), an HMAC the tag. The same message gives the same signature. \
      Example: authscope key sign --alg ES256 --key private.pem --message-hex 616263
      """)

  @Option(help: ArgumentHelp("The algorithm: ES256, PS384, Ed25519, HS256.", valueName: "name"))
  var alg: String

  @OptionGroup var keys: KeyOptions
  @OptionGroup var message: MessageOptions

  @Flag(help: "Print base64url instead of hex.")
  var base64url = false

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let algorithm = try AlgorithmNames.signature(alg)
    let ring = try keys.read()
    for note in ring.notes { Output.note(note) }
    let signer = try SigningKey.signer(algorithm, ring.keys)
    let message = try message.bytes(secretIsThere: keys.secretStdin)
    let signature: [UInt8]
    do throws(TokenSigningError) {
      signature = try signer.signature(of: message)
    } catch {
      throw SigningKey.failure(error, algorithm)
    }
    SigningKey.remark(on: signer)
    guard json else {
      return Output.line(base64url ? Base64.url(signature) : HexText.text(signature))
    }
    let report: JSONValue = [
      "alg": .string(algorithm.name), "key": .string(signer.key.label),
      "signature_hex": .string(HexText.text(signature)),
      "signature": .string(Base64.url(signature)),
    ]
    Output.line(Shown.json(report))
  }
}
