import ArgumentParser
import Tokens

extension SecretEncoding: ExpressibleByArgument {}

/// Where the keys of a command about tokens come from. A secret never comes as an argument, where
/// every process on the machine can read it.
struct KeyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file with a key: PEM, DER, JWK or JWK Set. Repeatable.", valueName: "file"))
  var key: [String] = []

  @Option(help: ArgumentHelp("A file that holds a secret.", valueName: "file"))
  var secretFile: String?

  @Option(help: ArgumentHelp("The environment variable that holds a secret.", valueName: "name"))
  var secretEnv: String?

  @Flag(help: "Standard input holds a secret; the token is an argument or a file then.")
  var secretStdin = false

  @Option(help: ArgumentHelp("How the secret is written.", valueName: "form"))
  var secretEncoding = SecretEncoding.text

  @Option(help: ArgumentHelp("A JWK Set: a file, or an https address.", valueName: "file|url"))
  var jwks: String?

  @Option(
    help: ArgumentHelp(
      "An issuer, whose keys are found by discovery; the token's iss must be this text.",
      valueName: "url"))
  var issuer: String?

  @Option(
    help: ArgumentHelp("Authorities to trust for --jwks and --issuer, PEM.", valueName: "file"))
  var caFile: String?

  @OptionGroup var passphrase: PassphraseOptions

  /// Whether anything names a key.
  var isEmpty: Bool {
    key.isEmpty && secretFile == nil && secretEnv == nil && !secretStdin && jwks == nil
      && issuer == nil
  }

  static let remedy =
    "Give a key: --key FILE, --secret-file FILE, --secret-env NAME, --jwks FILE or URL, or "
    + "--issuer URL."

  /// Reads and fetches all of them.
  func read() throws(Failure) -> KeyRing {
    guard !isEmpty else { throw Failure("No key was named. \(Self.remedy)") }
    var ring = KeyRing()
    let source = KeySource(passphrase: try passphrase.bytes())
    for file in key { ring.add(try source.file(file), from: file) }
    for (name, bytes) in try secrets() {
      ring.add(try KeySource.secret(bytes, as: secretEncoding, from: name), from: name)
      if secretEncoding != .text, secretEncoding != .bytes { ring.secretText = bytes }
    }
    let provider = ProviderKeys(authorities: caFile)
    if let jwks {
      if ProviderKeys.isAddress(jwks) {
        ring.add(try provider.keySet(at: jwks), from: jwks)
      } else {
        ring.add(try source.set(jwks), from: jwks)
      }
    }
    if let issuer { ring.add(try provider.keySet(ofIssuer: issuer), from: issuer) }
    return ring
  }

  private func secrets() throws(Failure) -> [(name: String, bytes: [UInt8])] {
    var found: [(String, [UInt8])] = []
    if let secretFile {
      found.append(
        (secretFile, try FileSystem.contents(of: secretFile, limit: KeySource.sizeLimit)))
    }
    if let secretEnv {
      found.append(("$\(secretEnv)", try KeySource.environment(secretEnv, "--secret-env")))
    }
    if secretStdin {
      found.append(
        ("standard input", try FileSystem.standardInput(limit: KeySource.sizeLimit)))
    }
    return found
  }
}
