import Cryptography
import Ledger
import Trace
import Wire

/// A run as one page: no network, keys step through it, and without scripts all of it is there.
///
/// Its Content Security Policy allows the one script and the one style that the page brings (CSP 3).
enum HTMLExport {
  static func text(_ document: RunDocument) -> String {
    let title = escaped(document.trace.identity.title)
    let policy =
      "default-src 'none'; img-src data:; style-src \(hash(HTMLParts.style)); script-src \(hash(HTMLParts.script))"
      + "; base-uri 'none'; form-action 'none'"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <link rel="icon" href="data:,">
      <style>\(HTMLParts.style)</style>
      </head>
      <body>
      <header>
      <h1>\(title)</h1>
      <p class="name"><code>\(escaped(document.name))</code></p>
      <p class="keys" hidden>Keys: <kbd>l</kbd> next, <kbd>h</kbd> back, <kbd>a</kbd> all at once.</p>
      </header>
      <main>
      \(parties(document))
      \(steps(document))
      \(end(document))
      </main>
      <script>\(HTMLParts.script)</script>
      </body>
      </html>

      """
  }

  private static func hash(_ text: String) -> String {
    "'sha256-\(Base64.standard(Digest.sha256.hash(Array(text.utf8))))'"
  }

  private static func escaped(_ text: String) -> String { HTMLText.escape(text) }

  /// How it came out, where nobody reads it before the questions.
  private static func end(_ document: RunDocument) -> String {
    guard let verdict = document.verdict else { return "" }
    let style = document.trace.verdict == .attackWorked ? "bad" : "good"
    return "<section class=\"step\" tabindex=\"-1\"><h2>The end</h2>"
      + "<p><strong class=\"\(style)\">\(escaped(verdict))</strong></p></section>"
  }

  private static func parties(_ document: RunDocument) -> String {
    let rows = document.trace.parties.map { party in
      "<li class=\"\(party.kind.rawValue)\"><strong>\(escaped(party.title))</strong>"
        + (party.origin.map { " <code>\(escaped($0))</code>" } ?? "") + "</li>"
    }
    let defences = document.trace.defences.map {
      "<li><code>\($0.id.text)</code> \(escaped($0.level)): \(escaped($0.title))</li>"
    }
    let switches =
      defences.isEmpty
      ? "" : "<details><summary>Defences</summary><ul>\(defences.joined())</ul></details>"
    return
      "<section class=\"cast\"><h2>Who is there</h2><ul>\(rows.joined())</ul>\(switches)</section>"
  }

  private static func steps(_ document: RunDocument) -> String {
    let exchanges = Dictionary(
      document.exchanges.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    let moments = document.moments
    return document.trace.steps.indices.compactMap { step -> String? in
      let own = moments.filter { $0.step == step }
      let texts = document.explanation(ofStep: step)
      let asked = document.question(ofStep: step)
      guard !own.isEmpty || !texts.isEmpty || asked != nil else { return nil }
      let body =
        (asked.map { question($0) } ?? "")
        + own.map { moment($0, exchanges[$0.number], document) }.joined()
        + texts.map { "<p class=\"why\">\(escaped($0))</p>" }.joined()
      let id = escaped(document.trace.steps[step].id.description)
      return "<section class=\"step\" tabindex=\"-1\"><h2>\(id)</h2>\(body)</section>"
    }.joined(separator: "\n")
  }

  private static func question(_ question: Question) -> String {
    let choices = question.choices.map { "<li>\(escaped($0.words))</li>" }.joined()
    return
      "<p class=\"ask\">\(escaped(question.ask))</p><ul>\(choices)</ul><details><summary>What the "
      + "run says</summary><p>\(escaped(question.answerWords))</p></details>"
  }

  private static func moment(
    _ moment: Moment, _ exchange: Exchange?, _ document: RunDocument
  ) -> String {
    let from = moment.from.map { escaped(document.party($0).title) } ?? ""
    let to =
      moment.to.map { " <span class=\"arrow\">to</span> \(escaped(document.party($0).title))" }
      ?? ""
    let kind =
      switch moment.kind {
      case .request: "request"
      case .response: moment.refusal == nil ? "response" : "response refused"
      case .attack: "attack"
      case .note: "note"
      }
    let refusal = moment.refusal.map { "<p class=\"refusal\">refused: \(escaped($0))</p>" } ?? ""
    return "<article class=\"\(kind)\"><p><span class=\"number\">\(moment.number)</span> "
      + "<strong>\(from)</strong>\(to) <code>\(escaped(moment.line))</code></p>\(refusal)"
      + (exchange.map { details($0, document) } ?? "") + "</article>"
  }

  private static func details(_ exchange: Exchange, _ document: RunDocument) -> String {
    let request = escaped(exchange.request.lines().joined(separator: "\n"))
    let response = exchange.response.map {
      "<pre>\(escaped($0.lines().joined(separator: "\n")))</pre>"
    }
    let rows = exchange.rows.map { row in
      let (word, detail) = OutcomeWords.of(row.outcome)
      return "<tr class=\"\(word)\"><td>\(word)</td><td>\(escaped(row.check.title))</td>"
        + "<td>\(escaped(document.shown(detail)))</td><td>\(escaped(row.check.reference))</td></tr>"
    }
    let table = rows.isEmpty ? "" : "<table>\(rows.joined())</table>"
    return
      "<details><summary>bytes and checks</summary><pre>\(request)</pre>\(response ?? "")\(table)"
      + "</details>"
  }
}
