import ArgumentParser

/// What opens an encrypted private key. Never an argument, which every process can read.
struct PassphraseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A file with the passphrase of an encrypted key.", valueName: "file"))
  var passphraseFile: String?

  @Option(
    help: ArgumentHelp("The environment variable with that passphrase.", valueName: "name"))
  var passphraseEnv: String?

  /// The passphrase without the line break that ends its file.
  func bytes() throws(Failure) -> [UInt8]? {
    if let passphraseEnv { return try KeySource.environment(passphraseEnv, "--passphrase-env") }
    guard let passphraseFile else { return nil }
    var bytes = try FileSystem.contents(of: passphraseFile, limit: KeySource.sizeLimit)
    while let last = bytes.last, last == 10 || last == 13 { bytes.removeLast() }
    return bytes
  }
}
