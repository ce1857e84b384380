import ArgumentParser
import Tokens
import Wire

/// `authscope token decode`: shows every token in a text, without a key and without a verdict.
struct TokenDecodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decode",
    abstract: "Show every token in a text: parts, claims, times. It verifies nothing.",
    discussion: """
      The text may be a token, a header, a cookie, a log, a HAR file. Signatures and private keys \
      are masked unless --reveal. Exit 10 where there is no token. \
      Example: authscope token decode --file login.har --at 2026-01-31T12:00:00Z
      """
  )
  .parsedAlone

  /// A HAR file of a long session.
  private static let sizeLimit = 64 << 20

  @OptionGroup var input: TokenInput

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Show times as seen from here: \(Moment.forms).", valueName: "time"))
  var at: String?

  @Flag(help: "Show signatures and private keys, too.")
  var reveal = false

  @Flag(help: "Print JSON: an array of what was found.")
  var json = false

  func run() throws {
    let now = try TimeOptions.moment(at)
    let text = try input.text(limit: Self.sizeLimit)
    let tokens = TokenDecoder.tokens(in: text)
    guard !tokens.isEmpty else { throw nothing(text) }
    if json {
      let report = DecodedJSON(now: now, reveals: reveal)
      Output.line(Shown.json(.array(tokens.map(report.value))))
    } else {
      Output.line(DecodedText(now: now, reveals: reveal).text(tokens))
    }
  }

  private func nothing(_ text: String) -> Failure {
    if let token = input.token, FileSystem.isFile(token) {
      return Failure(
        "\(token) is a file, and its name is no token: use --file \(token).", .malformedToken)
    }
    let place = input.token != nil ? "the argument" : input.file ?? "standard input"
    guard !InputText.trimmed(text).isEmpty else {
      return Failure("There is nothing in \(place).", .malformedToken)
    }
    return Failure(
      "There is no token in \(place): nothing there begins like the header of one (eyJ...). An "
        + "opaque token has no parts to show; only its issuer can say what it means (RFC 7662).",
      .malformedToken)
  }
}
