import ArgumentParser
import ScenarioFiles
import Tokens
import Wire

/// How a token is opened that is encrypted around the signed one.
struct DecryptionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A private key or JWK Set that opens an encrypted token. Repeatable.", valueName: "file"))
  var decryptKey: [String] = []

  @Option(
    help: ArgumentHelp(
      "A key management algorithm that is accepted (RSA-OAEP-256). Repeatable.",
      valueName: "name"))
  var decryptAlg: [String] = []

  func decryptor() throws(Failure) -> TokenDecryptor? {
    guard !decryptKey.isEmpty || !decryptAlg.isEmpty else { return nil }
    guard !decryptKey.isEmpty else {
      throw Failure("--decrypt-alg needs a key that decrypts: --decrypt-key FILE.")
    }
    guard !decryptAlg.isEmpty else {
      throw Failure(
        "--decrypt-key needs the algorithms that you accept: --decrypt-alg RSA-OAEP-256, for one. "
          + "The token's header must not choose (RFC 8725 3.1).")
    }
    var ring = KeyRing()
    for file in decryptKey { ring.add(try KeySource(passphrase: nil).file(file), from: file) }
    var algorithms: [KeyManagementAlgorithm] = []
    for name in decryptAlg.flatMap({ $0.split(separator: ",") }) {
      algorithms.append(try Self.algorithm(InputText.trimmed(String(name))))
    }
    return TokenDecryptor(DecryptionPolicy(algorithms, keys: ring.set))
  }

  private static func algorithm(_ name: String) throws(Failure) -> KeyManagementAlgorithm {
    if let algorithm = KeyManagementAlgorithm(name: name) { return algorithm }
    let known = KeyManagementAlgorithm.allCases.map(\.name)
    let near = Nearest.word(to: name, among: known).map { " Did you mean \($0)?" } ?? ""
    throw Failure(
      "--decrypt-alg \(name) is no algorithm for keys.\(near) There are "
        + known.joined(separator: ", ") + ".")
  }
}
