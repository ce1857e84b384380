import ArgumentParser
import Tokens
import Wire

/// `authscope token sign`: a token of these claims.
struct TokenSignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Sign claims, or any payload, as a compact token.",
    discussion: """
      The same claims and key give the same token. Nothing is added that was not asked for.
      Examples:
        authscope token sign --key private.jwk --sub alice --iat now --exp 15m
        authscope token sign --alg HS256 --secret-env SECRET --claims '{"sub":"alice"}'
      """)

  @Option(
    help: ArgumentHelp(
      "The algorithm. Required, unless the key declares its own.", valueName: "name"))
  var alg: String?

  @OptionGroup(title: "Keys") var keys: KeyOptions
  @OptionGroup(title: "Claims") var claims: ClaimOptions
  @OptionGroup(title: "Header") var header: HeaderOptions

  @Option(
    help: ArgumentHelp(
      "Sign the bytes of this file instead of claims; - is standard input.", valueName: "file"))
  var payloadFile: String?

  @Flag(help: "Sign nothing: alg none, which no verifier should take (RFC 8725 3.2).")
  var unsecured = false

  @Flag(help: "Print JSON: the token and its parts.")
  var json = false

  private static let sizeLimit = 8 << 20

  func run() throws {
    try refuseTwoInputs()
    let token = unsecured ? try unsecuredToken() : try signedToken()
    guard json else { return Output.line(token.text) }
    let report: JSONValue = [
      "token": .string(token.text), "alg": .string(token.algorithm),
      "key": token.key.map { .string($0) } ?? .null, "header": .object(token.header),
      "bytes": .integer(token.text.utf8.count),
    ]
    Output.line(Shown.json(report))
  }

  private struct Made {
    let text: String
    let algorithm: String
    let header: JSONObject
    let key: String?
  }

  private func unsecuredToken() throws(Failure) -> Made {
    guard keys.isEmpty, alg == nil else {
      throw Failure("--unsecured takes neither a key nor --alg: such a token has no signature.")
    }
    let header = try header.header(
      algorithm: "none", keyID: nil, defaultType: payloadFile == nil ? "JWT" : nil)
    Output.note("this token is not signed; anybody can change it")
    let text =
      Base64.url(Array(header.text().utf8)) + "." + Base64.url(try payload()) + "."
    return Made(text: text, algorithm: "none", header: header, key: nil)
  }

  private func signedToken() throws(Failure) -> Made {
    if let alg, ASCII.equalFolded(alg, "none") {
      throw Failure("A token without a signature is made by --unsecured alone.")
    }
    let ring = try keys.read()
    for note in ring.notes { Output.note(note) }
    let algorithm = try chosen(ring.keys)
    let signer = try SigningKey.signer(algorithm, ring.keys)
    let header = try header.header(
      algorithm: algorithm.name, keyID: signer.key.id,
      defaultType: payloadFile == nil ? "JWT" : nil)
    let payload = try payload()
    SigningKey.remark(on: signer)
    do throws(TokenSigningError) {
      let text = try signer.sign(header: header, payload: payload)
      return Made(text: text, algorithm: algorithm.name, header: header, key: signer.key.label)
    } catch {
      throw SigningKey.failure(error, algorithm)
    }
  }

  private func chosen(_ keys: [JWK]) throws(Failure) -> SignatureAlgorithm {
    if let alg { return try AlgorithmNames.signature(alg) }
    guard let first = keys.first else { throw Failure("There is no key to sign with.", .noKey) }
    if let declared = first.algorithm { return try AlgorithmNames.signature(declared) }
    let fitting = SignatureAlgorithm.allCases.filter { $0.misfit(of: first) == nil }.map(\.name)
    guard !fitting.isEmpty else {
      throw Failure("\(first.label) does not sign.", .noKey)
    }
    throw Failure(
      "Name the algorithm by --alg: the key declares none, and works with "
        + fitting.joined(separator: ", ") + ".")
  }

  private func payload() throws(Failure) -> [UInt8] {
    guard let payloadFile else { return Array(try claims.object().text().utf8) }
    return payloadFile == "-"
      ? try FileSystem.standardInput(limit: Self.sizeLimit)
      : try FileSystem.contents(of: payloadFile, limit: Self.sizeLimit)
  }

  private func refuseTwoInputs() throws(Failure) {
    if payloadFile != nil, !claims.isEmpty {
      throw Failure("--payload-file is the whole payload: leave the claims out.")
    }
    let readers = [keys.secretStdin, claims.takesInput, payloadFile == "-"].count { $0 }
    guard readers > 1 else { return }
    throw Failure("Standard input can hold one thing: the secret, the claims or the payload.")
  }
}
