import ArgumentParser
import Tokens
import Wire

/// `authscope token why`: looks for the usual causes of a refusal, by trying them.
struct TokenWhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Say why a token is refused: what would have to be otherwise.",
    discussion: """
      Takes the options of `token verify`. It tries the usual misunderstandings and names those \
      under which the token would be accepted; that vouches for nothing. Exit 0 where a cause was \
      found or nothing refuses, 1 where nothing that was tried explains the refusal. Example: \
      authscope token why --file token.txt --alg HS256 --secret-env APP_SECRET
      """
  )
  .parsedAlone

  @OptionGroup var input: TokenInput
  @OptionGroup(title: "Keys") var keys: KeyOptions
  @OptionGroup(title: "What is asked") var asked: VerificationOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let request = try VerificationRequest(keys: keys, asked: asked)
    let text = InputText.trimmed(
      try input.text(limit: TokenVerifyCommand.sizeLimit, secretIsThere: keys.secretStdin))
    let report = WhyReport(request, text)
    Output.line(json ? Shown.json(report.json) : report.text)
    if report.isUnexplained { throw ExitCodes.failed }
  }
}
