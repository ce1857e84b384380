import ArgumentParser
import Cryptography
import Tokens
import Wire

/// `authscope key thumbprint`: a name that follows from the key itself.
struct KeyThumbprintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thumbprint", abstract: "Print the thumbprint of keys (RFC 7638).",
    discussion: """
      The same for a private key and its public part, in every form. \
      Example: authscope key thumbprint public.pem --uri
      """)

  enum Hash: String, ExpressibleByArgument, CaseIterable {
    case sha256
    case sha384
    case sha512

    var digest: Digest {
      switch self {
      case .sha256: .sha256
      case .sha384: .sha384
      case .sha512: .sha512
      }
    }
  }

  @OptionGroup var files: KeyFileOptions

  @Option(help: ArgumentHelp("sha256, sha384 or sha512.", valueName: "hash"))
  var hash = Hash.sha256

  @Flag(help: "Print the URI of RFC 9278: urn:ietf:params:oauth:jwk-thumbprint:...")
  var uri = false

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let keys = try files.keys()
    var rows: [JSONValue] = []
    for key in keys {
      let bytes = try Thumbprint.bytes(of: key, hash.digest)
      if key.isSymmetric {
        Output.note("the thumbprint of a secret lets others test their guesses (RFC 7638 7)")
      }
      let address = Thumbprint.uri(bytes, hash.digest)
      if json {
        rows.append(row(key, Base64.url(bytes), address))
      } else {
        let name = keys.count > 1 ? "  \(key.label)" : ""
        Output.line(Shown.text((uri ? address : Base64.url(bytes)) + name))
      }
    }
    if json { Output.line(Shown.json(.array(rows))) }
  }

  private func row(_ key: JWK, _ thumbprint: String, _ uri: String) -> JSONValue {
    [
      "kid": key.id.map { .string($0) } ?? .null, "kty": .string(key.type),
      "kind": .string(key.kindName), "hash": .string(hash.rawValue),
      "thumbprint": .string(thumbprint), "uri": .string(uri),
    ]
  }
}
