import ArgumentParser
import Cryptography
import Tokens
import Wire

/// `authscope token encrypt`: a text, claims or another token, for one reader.
struct TokenEncryptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "encrypt", abstract: "Encrypt claims, a token or any text to a key (JWE).",
    discussion: """
      What is encrypted comes from claims, the argument, --file or standard input. A token inside \
      (signed, then encrypted) gets cty JWT. Encrypting proves nothing about who wrote it.
      Examples:
        authscope token encrypt --alg RSA-OAEP-256 --key reader.pem --file signed.txt
        authscope token encrypt --alg dir --enc A128GCM --key secret.jwk --sub alice
      """)

  @Option(
    help: ArgumentHelp(
      "How the content key reaches its reader: RSA-OAEP-256, ECDH-ES, A128KW, dir. Required, "
        + "unless the key declares its own.", valueName: "name"))
  var alg: String?

  @Option(help: ArgumentHelp("How the content is encrypted.", valueName: "name"))
  var enc = ContentEncryption.a256gcm.name

  @OptionGroup(title: "Plaintext") var plaintext: PlaintextInput
  @OptionGroup(title: "Keys") var keys: KeyOptions
  @OptionGroup(title: "Claims") var claims: ClaimOptions
  @OptionGroup(title: "Header") var header: HeaderOptions

  @Flag(help: "Compress before encrypting. The length then tells about the content.")
  var zip = false

  @Option(help: ArgumentHelp("PBKDF2 rounds for a password (p2c).", valueName: "count"))
  var rounds: Int?

  @Flag(help: "Print JSON: the token and its header.")
  var json = false

  private static let sizeLimit = 8 << 20

  func run() throws {
    let ring = try keys.read()
    for note in ring.notes { Output.note(note) }
    let encryption = try AlgorithmNames.content(enc)
    let algorithm = try KeyManagementChoice.forWriting(alg, ring.keys, encryption)
    let encryptor = try encryptor(algorithm, encryption, ring.keys)
    let content = try content()
    var header = try header.header(
      algorithm: algorithm.name, keyID: encryptor.key.id, defaultType: content.type)
    if content.isToken, header["cty"] == nil { header["cty"] = "JWT" }
    var randomness = SystemRandomness()
    let message: EncryptedMessage
    do throws(TokenEncryptionError) {
      message = try encryptor.message(content.bytes, protected: header, using: &randomness)
    } catch {
      throw Self.failure(error, algorithm)
    }
    guard let text = message.compact else {
      throw Failure("The header has members that the compact form cannot hold.")
    }
    guard json else { return Output.line(text) }
    Output.line(Shown.json(report(text, message, encryptor.key)))
  }

  private func encryptor(
    _ algorithm: KeyManagementAlgorithm, _ encryption: ContentEncryption, _ keys: [JWK]
  ) throws(Failure) -> TokenEncryptor {
    let able = keys.compactMap { try? TokenEncryptor(algorithm, encryption, $0) }
    let willing = able.first { algorithm.misfit(of: $0.key, encryption) == nil }
    guard var encryptor = willing ?? able.first else {
      let actual = keys.first?.kindName ?? "no key"
      throw Failure(
        "\(algorithm.name) with \(encryption.name) wants \(algorithm.keyDescription), "
          + "and there is \(actual).", .noKey)
    }
    if let misfit = algorithm.misfit(of: encryptor.key, encryption) {
      Output.note("\(misfit.sentence): a strict reader refuses it")
    }
    if let rounds {
      guard (1...10_000_000).contains(rounds) else {
        throw Failure("--rounds \(rounds): 1 to 10000000 rounds can be asked for.")
      }
      encryptor.iterations = rounds
    }
    encryptor.compresses = zip
    return encryptor
  }

  private struct Content {
    let bytes: [UInt8]
    /// Whether the bytes are a token themselves.
    var isToken = false
    var type: String?
  }

  private func content() throws(Failure) -> Content {
    guard claims.isEmpty else {
      guard plaintext.isEmpty else {
        throw Failure("There are claims and a plaintext: give one of them.")
      }
      guard !keys.secretStdin || !claims.takesInput else {
        throw Failure("Standard input can hold one thing: the secret or the claims.")
      }
      return Content(bytes: Array(try claims.object().text().utf8), type: "JWT")
    }
    let bytes = try plaintext.bytes(limit: Self.sizeLimit, secretIsThere: keys.secretStdin)
    let text = InputText.trimmed(String(decoding: bytes, as: UTF8.self))
    guard Self.isToken(text) else { return Content(bytes: bytes) }
    return Content(bytes: Array(text.utf8), isToken: true)
  }

  /// A nested token goes in as it is, without the line break behind it (RFC 7519 5.2).
  private static func isToken(_ text: String) -> Bool {
    if (try? UnverifiedToken(text)) != nil { return true }
    return (try? EncryptedMessage(text)) != nil
  }

  private static func failure(
    _ error: TokenEncryptionError, _ algorithm: KeyManagementAlgorithm
  ) -> Failure {
    switch error {
    case .readOnly(let name):
      Failure("\(name) is read for old tokens' sake, and never written.", .unsupportedAlgorithm)
    case .wrongKey(let expected, let actual):
      Failure("\(algorithm.name) wants \(expected), and the key is \(actual).", .noKey)
    case .failed(let error):
      Failure("The key does not encrypt so: \(error.sentence).", .noKey)
    }
  }

  private func report(_ text: String, _ message: EncryptedMessage, _ key: JWK) -> JSONValue {
    [
      "token": .string(text), "alg": message.protected["alg"] ?? .null,
      "enc": message.protected["enc"] ?? .null, "key": .string(key.label),
      "header": .object(message.protected), "bytes": .integer(text.utf8.count),
    ]
  }
}
