import Simulation
import Trace
import Wire

extension VerbGrammar {
  private struct Draft {
    var line: ScriptLine?
    var page = ""
    var fetch = FetchAct(method: "", url: Template(""))
  }

  static let run = VerbGrammar(
    .run,
    Table<Draft>([
      .required(
        "run", .scriptLine,
        "CLIENT METHOD URL, CLIENT localStorage.KEY = VALUE, or CLIENT postMessage ORIGIN"
      ) {
        $0.line = $1
      },
      .required("page", .page, "the page of that client which the script runs in") {
        $0.page = $1
      },
      .optional("form", .templatePairs, "the fields of a form, or of a message") {
        $0.fetch.form = $1
      },
      .optional("headers", .headers, "header fields that the script sets") {
        $0.fetch.headers = $1
      },
      .optional("bearer", .template, "a token for Authorization: Bearer") {
        $0.fetch.bearer = $1
      },
      .optional("dpop", .proof, "whose key makes the proof, or a proof that was copied: $proof") {
        $0.fetch.proof = $1
      },
      .optional("credentials", .word(), "whose cookies go along: same-origin, include, omit") {
        $0.fetch.credentials = $1
      },
      .optional("capture", .captures, "names for what the script reads, used as $name") {
        $0.fetch.captures = $1
      },
    ]),
    { Draft() }
  ) { draft, node, reading in
    guard let line = draft.line else { return nil }
    switch line.act {
    case .fetch(let fetch):
      var whole = draft.fetch
      whole.method = fetch.method
      whole.url = fetch.url
      ProofGrammar.check(whole.proof, by: line.client, node, reading)
      return .run(ScriptStep(client: line.client, page: draft.page, act: .fetch(whole)))
    case .message(var message):
      message.data = draft.fetch.form
      for key in ["headers", "bearer", "credentials", "capture"] {
        if let value = node[key] { reading.say(.keyOfFetch(key), value) }
      }
      return .run(ScriptStep(client: line.client, page: draft.page, act: .message(message)))
    case .writeStorage, .writeCookie:
      for key in ["form", "headers", "bearer", "dpop", "credentials", "capture"] {
        if let value = node[key] { reading.say(.keyOfFetch(key), value) }
      }
      return .run(ScriptStep(client: line.client, page: draft.page, act: line.act))
    }
  }
}

struct ScriptLine: Sendable {
  let client: Int
  let act: ScriptAct
}

extension Codec where Value == ScriptLine {
  private static let form =
    "CLIENT METHOD URL, CLIENT localStorage.KEY = VALUE, CLIENT document.cookie = VALUE, or CLIENT"
    + " postMessage ORIGIN"

  static let scriptLine = Codec(.line(form)) { node, reading in
    guard let text = node.text else {
      reading.say(.wrongForm(form), node)
      return nil
    }
    return reading.attempt(in: node) { () throws(Misread) in
      var line = Line(text, node: node)
      guard let client = line.next(), let what = line.next() else {
        throw Misread(.wrongForm(form), line.range)
      }
      let index = try ClientName.index(client, reading)
      let act = try act(what, &line, in: node, reading)
      return ScriptLine(client: index, act: act)
    }
  }

  private static func act(
    _ what: Line.Word, _ line: inout Line, in node: Node, _ reading: Reading
  ) throws(Misread) -> ScriptAct {
    if let (head, key) = what.split(at: "."), head.text == "localStorage", !key.text.isEmpty {
      return .writeStorage(key: key.text, try value(&line, reading))
    }
    if what.text == "document.cookie" { return .writeCookie(try value(&line, reading)) }
    if what.text == "postMessage" { return .message(MessageAct(target: try target(&line))) }
    let methods = HTTPMethods.known
    guard methods.contains(what.text) else {
      throw Misread(.unknownWord(what.text, among: methods), what.range)
    }
    guard let url = line.next(), line.isAtEnd else { throw Misread(.wrongForm(form), line.range) }
    let target = try TargetURL.parse(url, in: node, reading)
    return .fetch(FetchAct(method: what.text, url: target))
  }

  /// The origin that the other window must have; `*` for any.
  private static func target(_ line: inout Line) throws(Misread) -> String {
    guard let word = line.next(), line.isAtEnd else { throw Misread(.wrongForm(form), line.range) }
    if word.text == "*" { return word.text }
    guard let url = WireURL(word.text), url.origin == word.text else {
      throw Misread(.notOrigin(word.text), word.range)
    }
    return word.text
  }

  private static func value(
    _ line: inout Line, _ reading: Reading
  ) throws(Misread) -> Template {
    guard line.next()?.text == "=", let value = line.rest() else {
      throw Misread(.wrongForm(form), line.range)
    }
    return try TemplateParser.parse(value, reading)
  }
}

extension Codec where Value == String {
  /// The URL of a page that is open.
  static let page = Codec.line("https://app.test/me") { line, _ throws(Misread) in
    guard let url = WireURL(line.text), !url.host.isEmpty else {
      throw Misread(.notURL(line.text), line.range)
    }
    return line.text
  }
}

/// The methods that a client may send.
enum HTTPMethods {
  static let known = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
}
