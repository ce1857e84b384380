import ArgumentParser
import Tokens
import Wire

/// `authscope key verify`: a raw signature in the form that JOSE gives it.
struct KeyVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Verify a signature of bytes, in its JOSE form.",
    discussion: """
      Exit 0 when a key verifies it, 12 when none does, 11 for an algorithm that is not supported, \
      15 when no key fits the algorithm. Example: authscope key verify --alg ES256 \
      --key public.pem --message-hex 616263 --signature-hex 30b2...
      """)

  @Option(help: ArgumentHelp("The algorithm: ES256, PS384, Ed25519, HS256.", valueName: "name"))
  var alg: String

  @OptionGroup var keys: KeyOptions
  @OptionGroup var message: MessageOptions

  @Option(help: ArgumentHelp("The signature as hex.", valueName: "hex"))
  var signatureHex: String?

  @Option(help: ArgumentHelp("The signature as base64url.", valueName: "base64url"))
  var signature: String?

  @Option(help: ArgumentHelp("A file with the signature's bytes.", valueName: "file"))
  var signatureFile: String?

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let signature = try givenSignature()
    let algorithm: SignatureAlgorithm
    do throws(Failure) {
      algorithm = try AlgorithmNames.signature(alg)
    } catch {
      throw answer(.unsupported, error.message)
    }
    let ring = try keys.read()
    for note in ring.notes { Output.note(note) }
    let message = try message.bytes(secretIsThere: keys.secretStdin)
    let fitting = ring.keys.filter { algorithm.misfit(of: $0) == nil }
    guard !fitting.isEmpty else {
      let reason = ring.keys.first.flatMap { algorithm.misfit(of: $0)?.sentence } ?? "no key"
      throw answer(.noKey, "No key fits \(algorithm.name): \(reason).")
    }
    guard
      let key = fitting.first(where: {
        algorithm.verifies(signature, of: message[...], with: $0)
      })
    else {
      throw answer(.badSignature, refusal(signature, message, algorithm, fitting))
    }
    if let weakness = algorithm.weakness(of: key) {
      Output.note("\(weakness.sentence) (RFC 7518 3.2, 3.3)")
    }
    report(.verified, key: key, reason: nil)
  }

  private enum Verdict: String {
    case verified
    case badSignature = "bad-signature"
    case unsupported
    case noKey = "no-key"

    var code: ExitCodes {
      switch self {
      case .verified: .ok
      case .badSignature: .badSignature
      case .unsupported: .unsupportedAlgorithm
      case .noKey: .noKey
      }
    }
  }

  private func givenSignature() throws(Failure) -> [UInt8] {
    switch (signatureHex, signature, signatureFile) {
    case (let hex?, nil, nil): return try HexText.bytes(hex, option: "--signature-hex")
    case (nil, let text?, nil):
      do throws(Base64Error) {
        return try Base64.decodeURL(text)
      } catch {
        throw Failure("--signature: \(error).")
      }
    case (nil, nil, let file?): return try FileSystem.contents(of: file, limit: 1 << 20)
    case (nil, nil, nil), (.some, _, _), (_, .some, _):
      throw Failure(
        "Give the signature by one of --signature-hex, --signature and --signature-file.")
    }
  }

  /// Why it does not verify, as far as the bytes tell.
  private func refusal(
    _ signature: [UInt8], _ message: [UInt8], _ algorithm: SignatureAlgorithm, _ keys: [JWK]
  ) -> String {
    let labels = keys.map(\.label).joined(separator: ", ")
    let words = "The signature is not that of the message by \(labels)."
    guard let raw = algorithm.curve?.rawSignature(ofDER: signature),
      keys.contains(where: { algorithm.verifies(raw, of: message[...], with: $0) })
    else { return words }
    return words + " In DER it would be: JOSE writes R || S (RFC 7518 3.4)."
  }

  /// Prints the verdict as JSON where that is asked for, and gives what ends the program.
  private func answer(_ verdict: Verdict, _ reason: String) -> any Error {
    guard json else { return Failure(reason, verdict.code) }
    report(verdict, key: nil, reason: reason)
    return verdict.code
  }

  private func report(_ verdict: Verdict, key: JWK?, reason: String?) {
    guard json else {
      return Output.line(Shown.text("verified by \(key?.label ?? "")"))
    }
    let report: JSONValue = [
      "verdict": .string(verdict.rawValue), "alg": .string(alg),
      "key": key.map { .string($0.label) } ?? .null,
      "reason": reason.map { .string($0) } ?? .null,
    ]
    Output.line(Shown.json(report))
  }
}
