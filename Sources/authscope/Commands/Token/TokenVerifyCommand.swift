import ArgumentParser
import Tokens
import Wire

/// `authscope token verify`: judges a token, row by row, by what the caller asks.
struct TokenVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Verify a token, and say check by check what came of it.",
    discussion: """
      Strict without options: exp is required, an aud that nobody asked for refuses, the leeway is \
      0. Exit codes: 0 verified, 10 malformed, 11 unsupported algorithm, 12 bad signature or \
      decryption failed, 13 expired or not yet valid, 14 refused by policy, 15 no fitting key, \
      20 the network failed, 21 the provider answered with an error. Example: \
      authscope token verify --file token.txt --alg ES256 --jwks keys.json \
      --iss https://id.example --aud https://api.example
      """
  )
  .parsedAlone

  static let sizeLimit = 8 << 20

  @OptionGroup var input: TokenInput
  @OptionGroup(title: "Keys") var keys: KeyOptions
  @OptionGroup(title: "What is asked") var asked: VerificationOptions
  @OptionGroup(title: "Encrypted tokens") var decryption: DecryptionOptions
  @OptionGroup(title: "Streams") var stream: LineOptions

  @Flag(help: "Of a JWS in JSON, require every signature; without this, one that fits.")
  var everySignature = false

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let request = try VerificationRequest(
      keys: keys, asked: asked, decryptor: try decryption.decryptor(), needsAll: everySignature)
    if stream.lines { return try judgeLines(request) }
    let text = try input.text(limit: Self.sizeLimit, secretIsThere: keys.secretStdin)
    let judgement = request.judge.judge(text)
    if json {
      Output.line(Shown.json(VerdictJSON(context: request.context).value(judgement)))
    } else {
      Output.line(VerdictText(context: request.context).text(judgement))
      if let hint = VerdictHint(judgement, request).sentence { Output.error(hint) }
    }
    if judgement.word != .verified { throw judgement.word.exitCode }
  }

  private func judgeLines(_ request: VerificationRequest) throws {
    guard input.token == nil else {
      throw Failure("--lines reads standard input or --file; leave out the token.")
    }
    guard input.file != nil || !keys.secretStdin else {
      throw Failure(
        "Standard input holds the secret (--secret-stdin): give the lines by --file.")
    }
    let descriptor = try input.file.map(FileSystem.opened) ?? FileSystem.standardInput
    defer { FileSystem.closed(descriptor) }
    var judge = LineJudge(request.judge, request.context, isJSON: json)
    let code = try judge.run(descriptor, stream)
    if code != .ok { throw code }
  }
}
