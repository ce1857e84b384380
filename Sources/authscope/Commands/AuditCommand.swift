import ArgumentParser
import Guide

/// `authscope audit`: the checklist, by machine.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Hold a run, a HAR, a token or a cookie against the checklist.",
    discussion: """
      A source is a scenario (id, scenario#variant or file), a saved run, a HAR, a token, or a \
      Set-Cookie header; - reads standard input. Each rule answers found, not found, or cannot be \
      seen from this source, with what would show it. Exits with 1 when errors or warnings are \
      found, with 0 otherwise; notes alone are no failure. A rule is silenced with a reason, by \
      --ignore or in a file .authscope-audit.yaml beside the source. docs/audit.md has every rule. \
      Example: authscope audit "Set-Cookie: sid=42; Path=/"
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif
  }

  @Argument(help: "A scenario, a saved run, a HAR, a token, a Set-Cookie header, or -.")
  var source: String?

  @Option(help: "text, json or sarif (SARIF 2.1.0).")
  var format = Format.text

  @Flag(help: "The same as --format json.")
  var json = false

  @Option(
    name: .customLong("ignore"),
    help: ArgumentHelp("Silence a rule, and say why.", valueName: "RULE=reason"))
  var ignored: [String] = []

  @Option(help: "Silence what this file says, instead of .authscope-audit.yaml.")
  var silences: String?

  @Flag(help: "List the rules instead.")
  var rules = false

  @Flag(help: "With --rules: as the page that docs/audit.md is.")
  var markdown = false

  @OptionGroup var options: RunOptions

  func validate() throws {
    if rules, source != nil { throw ValidationError("--rules takes no source.") }
    if markdown, !rules { throw ValidationError("--markdown is for --rules.") }
    if !rules, source == nil { throw ValidationError("Name a source, or ask for --rules.") }
  }

  func run() throws {
    guard let source else { return printRules() }
    let audited = try AuditedSource.read(source, options)
    let report = AuditReport(
      audited, try AuditSilences(ignored: ignored, file: silences, beside: audited))
    switch json ? .json : format {
    case .text: Output.line(Shown.lines(report.text))
    case .json: Output.line(Shown.json(report.json))
    case .sarif: Output.line(Shown.json(report.sarif))
    }
    for note in report.silences.idle(report.answers) { Output.note(note) }
    if report.fails { throw ExitCodes.failed }
  }

  private func printRules() {
    if markdown { return Output.line(AuditPage.markdown) }
    Output.line(json || format == .json ? Shown.json(AuditPage.json) : AuditPage.text)
  }
}
