import ArgumentParser
import Tokens
import Wire

extension KeyForm: ExpressibleByArgument {}

/// Where keys go, and in what form.
struct KeyOutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "jwk, jwks, pem (PKCS#8, SPKI), der, or traditional (PKCS#1, SEC 1).", valueName: "form"))
  var to: KeyForm?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to this file, whole or not at all; a private key readable by you alone.",
      valueName: "file"))
  var output: String?

  @Flag(help: "Let --output replace a file.")
  var force = false

  @Flag(help: "Show private keys on a terminal, too.")
  var reveal = false

  func write(_ keys: [JWK], default form: KeyForm) throws(Failure) {
    let form = to ?? form
    let bytes: [UInt8]
    do throws(KeyWritingError) {
      bytes = try KeyWriter(form).write(keys)
    } catch {
      throw Failure("--to \(form.rawValue): \(error).")
    }
    let privates = keys.count { $0.publicKey == nil || $0.privateKeyPair != nil }
    if let output, output != "-" { return try writeFile(bytes, privates, to: output) }
    guard Output.isTerminal else { return Output.bytes(bytes) }
    try show(bytes, form, isPrivate: privates > 0)
  }

  private func writeFile(_ bytes: [UInt8], _ privates: Int, to path: String) throws(Failure) {
    guard !FileSystem.exists(path) || FileSystem.isFile(path) else {
      throw Failure("\(path) is no file that could be replaced; nothing was written.")
    }
    guard force || !FileSystem.exists(path) else {
      throw Failure(
        "\(path) is there already; nothing was written. Choose another name, or say --force.")
    }
    try FileSystem.writeAtomically(bytes, to: path, isPrivate: privates > 0)
    Output.error(
      privates > 0
        ? "\(path) written, private, readable by you alone" : "\(path) written, public")
  }

  /// What scrolls over a screen is seen by cameras, colleagues and terminal logs.
  private func show(_ bytes: [UInt8], _ form: KeyForm, isPrivate: Bool) throws(Failure) {
    guard form != .der else {
      throw Failure("DER is no text for a terminal: name a file by -o, or say --to pem.")
    }
    let hides = isPrivate && !reveal
    let text = String(decoding: bytes, as: UTF8.self)
    switch form {
    case .jwk, .jwks:
      guard let value = try? JSONValue.parse(bytes) else { return Output.bytes(bytes) }
      Output.line(Shown.json(hides ? Masking.secrets(in: value) : value))
    case .pem, .traditional, .der:
      Output.write(hides ? Self.masked(text) : text, to: 1)
    }
    if hides {
      Output.note("the private part is masked on a terminal; --reveal shows it, -o FILE keeps it")
    }
  }

  /// The PEM text with the lines of its private blocks taken out.
  private static func masked(_ text: String) -> String {
    var lines: [Substring] = []
    var isInside = false
    for line in text.split(separator: "\n") {
      if line.hasPrefix("-----END ") { isInside = false }
      if !isInside { lines.append(line) }
      if line.hasPrefix("-----BEGIN "), line.hasSuffix("PRIVATE KEY-----") {
        isInside = true
        lines.append(Masking.mark[...])
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
