import ArgumentParser
import Tokens
import Wire

/// `authscope token decrypt`: opens an encrypted token.
struct TokenDecryptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decrypt",
    abstract: "Decrypt a token (JWE), and say check by check what came of it.",
    discussion: """
      The content goes to standard output, the ledger to standard error. Decrypted is not \
      verified: whoever has the public key or the secret could have written it; a token inside \
      wants authscope token verify. Exit 10 malformed, 11 unsupported algorithm, 12 does not \
      decrypt, 14 refused by policy, 15 no fitting key. Example: \
      authscope token decrypt --file token.txt --alg RSA-OAEP-256 --key private.pem
      """)

  @OptionGroup var input: TokenInput
  @OptionGroup(title: "Keys") var keys: KeyOptions

  @Option(
    help: ArgumentHelp(
      "A key management algorithm that you accept. Repeatable, or a list with commas. Required, "
        + "unless every key declares its own.", valueName: "name"))
  var alg: [String] = []

  @Option(
    help: ArgumentHelp("A content encryption that you accept; all without it.", valueName: "name"))
  var enc: [String] = []

  @Flag(name: .customLong("allow-rsa1_5"), help: "Accept RSA1_5, for tokens of old.")
  var allowsRSA15 = false

  @Option(help: ArgumentHelp("The most PBKDF2 rounds (p2c) to work for.", valueName: "count"))
  var maxRounds: Int?

  @Option(help: ArgumentHelp("The most bytes that a content may inflate to.", valueName: "bytes"))
  var maxInflated: Int?

  @Flag(help: "Leave the ledger out.")
  var quiet = false

  @Flag(help: "Print JSON: verdict, ledger and content.")
  var json = false

  func run() throws {
    let ring = try keys.read()
    for note in ring.notes { Output.note(note) }
    let policy = try policy(ring)
    let text = try input.text(
      limit: TokenVerifyCommand.sizeLimit, secretIsThere: keys.secretStdin)
    let verdict = Self.verdict(TokenDecryptor(policy), InputText.trimmed(text))
    let word = verdict.refusal.map { VerdictWord($0.kind) }
    if json {
      Output.line(Shown.json(DecryptionReport(verdict).json))
    } else {
      if !quiet || word != nil { Output.error(DecryptionReport(verdict).text) }
      if let opened = verdict.decrypted { Self.show(opened.plaintext) }
    }
    if let word { throw word.exitCode }
  }

  private func policy(_ ring: KeyRing) throws(Failure) -> DecryptionPolicy {
    let algorithms = try KeyManagementChoice.forReading(
      alg, ring.keys, allowsRSA15: allowsRSA15)
    var policy = DecryptionPolicy(algorithms, keys: ring.set)
    let names = enc.flatMap { $0.split(separator: ",").map { InputText.trimmed(String($0)) } }
    if !names.isEmpty {
      policy.encryptions = []
      for name in names { policy.encryptions.append(try AlgorithmNames.content(name)) }
    }
    if let maxRounds {
      guard maxRounds > 0 else { throw Failure("--max-rounds \(maxRounds): write 1 or more.") }
      policy.largestIterationCount = maxRounds
    }
    if let maxInflated {
      guard (1...(1 << 30)).contains(maxInflated) else {
        throw Failure("--max-inflated \(maxInflated): write 1 to \(1 << 30) bytes.")
      }
      policy.largestInflatedSize = maxInflated
    }
    return policy
  }

  private static func verdict(_ decryptor: TokenDecryptor, _ text: String) -> DecryptionVerdict {
    guard text.utf8.first == UInt8(ascii: "{"), let json = try? JSONValue.parse(text),
      let message = try? EncryptedMessage(json)
    else { return decryptor.decrypt(text) }
    return decryptor.decrypt(message)
  }

  /// To a file or a pipe the bytes as they are; to a terminal nothing that it would act on.
  private static func show(_ plaintext: [UInt8]) {
    guard Output.isTerminal else { return Output.bytes(plaintext) }
    if let text = String(validating: plaintext, as: UTF8.self) {
      Output.line(Shown.lines(text))
    } else {
      Output.note("\(plaintext.count) bytes that are no text; send them to a file")
    }
  }
}
