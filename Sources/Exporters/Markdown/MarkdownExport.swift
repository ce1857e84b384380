import Trace
import Wire

/// A run as a lesson in Markdown: who is there, the diagram, and each step with its explanation.
enum MarkdownExport {
  static func text(_ document: RunDocument) -> String {
    let trace = document.trace
    var out = ["# \(escaped(trace.identity.title))", "", "`\(document.name)`"]
    out += ["", "## Who is there", ""]
    out += trace.parties.map { party in
      "- **\(escaped(party.title))**" + (party.origin.map { " at `\($0)`" } ?? "")
    }
    if !trace.defences.isEmpty {
      out += ["", "## Defences", "", "| defence | here | what it is |", "| --- | --- | --- |"]
      out += trace.defences.map {
        "| `\($0.id.text)` | \($0.level) | \(escaped($0.title)) |"
      }
    }
    out += ["", "## What happens", "", "```mermaid"] + MermaidExport.lines(document) + ["```"]
    out += steps(document)
    // Behind the questions, which it would answer.
    if let verdict = document.verdict { out += ["", "### The end", "", "**\(verdict)**"] }
    return out.joined(separator: "\n") + "\n"
  }

  private static func steps(_ document: RunDocument) -> [String] {
    let moments = document.moments
    return document.trace.steps.indices.flatMap { step -> [String] in
      let own = moments.filter { $0.step == step }
      let texts = document.explanation(ofStep: step)
      let question = document.question(ofStep: step)
      guard !own.isEmpty || !texts.isEmpty || question != nil else { return [] }
      var out = ["", "### \(escaped(document.trace.steps[step].id.description))"]
      if let question { out += lines(question) }
      if !own.isEmpty { out.append("") }
      out += own.map { line($0, document) }
      for text in texts { out += ["", escaped(text)] }
      return out
    }
  }

  private static func line(_ moment: Moment, _ document: RunDocument) -> String {
    let from = moment.from.map { document.party($0).title } ?? ""
    let refusal = moment.refusal.map { " **Refused**, \(escaped($0))" } ?? ""
    switch moment.kind {
    case .request, .response:
      let to = moment.to.map { document.party($0).title } ?? ""
      return
        "\(moment.number). \(escaped(from)) to \(escaped(to)): `\(code(moment.line))`\(refusal)"
    case .attack: return "\(moment.number). **\(escaped(from))** \(escaped(moment.line))"
    case .note: return "\(moment.number). \(escaped(moment.line))"
    }
  }

  private static func lines(_ question: Question) -> [String] {
    ["", "> \(escaped(question.ask))", ">"]
      + question.choices.map { "> - \(escaped($0.words))" }
      + [
        "", "<details><summary>What the run says</summary>", "", escaped(question.answerWords), "",
        "</details>",
      ]
  }

  /// Inside backquotes nothing but a backquote is syntax.
  private static func code(_ text: String) -> String {
    text.split(separator: "`", omittingEmptySubsequences: false).joined(separator: "'")
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { out, scalar in
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~": out += "\\\(scalar)"
      case "&": out += "&amp;"
      default: if scalar.value >= 32 { out.unicodeScalars.append(scalar) }
      }
    }
  }
}
