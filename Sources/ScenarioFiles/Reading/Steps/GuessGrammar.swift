import Simulation

/// `sid from $mine`
struct GuessLine: Sendable {
  let cookie: String
  let own: Template
}

extension Codec where Value == GuessLine {
  private static let form = "COOKIE from $own"

  static let guess = Codec.line(form) { line, reading throws(Misread) in
    var line = line
    guard line.count == 3, let cookie = line.next(), line.next()?.text == "from",
      let own = line.next()
    else { throw Misread(.wrongForm(form), line.range) }
    return GuessLine(cookie: cookie.text, own: try TemplateParser.parse(own, reading))
  }
}
