import Simulation
import Wire

/// A URL that a client opens: absolute, or one that a capture begins.
enum TargetURL {
  static func parse(
    _ word: Line.Word, in node: Node, _ reading: Reading
  ) throws(Misread) -> Template {
    let template = try TemplateParser.parse(word, reading)
    guard case .text(let head)? = template.parts.first else { return template }
    try check(head, isWhole: template.parts.count == 1, word, in: node, reading)
    return template
  }

  /// A host that nobody answers at is a warning: an attacker's page needs no server to be a link.
  static func check(
    _ head: String, isWhole: Bool, _ word: Line.Word, in node: Node?, _ reading: Reading
  ) throws(Misread) {
    guard let url = WireURL(head) else { throw Misread(.notURL(word.text), word.range) }
    // `https://$host/` has its host from a capture.
    let hasWholeHost = isWhole || url.path != "/" || head.hasSuffix("/") || url.rawQuery != nil
    guard hasWholeHost else { return }
    let origins = reading.names.servers.compactMap(\.origin)
    let areKnown = origins.count == reading.names.servers.count
    // A server of https answers http too, and sends browsers on.
    let secure = url.scheme == "http" && url.port == nil ? "https://" + url.host : url.origin
    guard areKnown, !origins.contains(url.origin), !origins.contains(secure) else { return }
    let range = word.range.lowerBound..<word.range.lowerBound + url.origin.utf8.count
    let place = range.upperBound <= word.range.upperBound ? range : word.range
    guard let node else { return }
    reading.say(Misread(.unknownHost(url.origin, among: origins), place), in: node)
  }
}

/// The page that a request or a link comes from.
struct Origin: Sendable {
  /// Nil: from no page.
  let url: String?
}

extension Codec where Value == Origin {
  /// The URL of a page, or the page that is open.
  static let document = Codec.line("URL, page, or none") { line, _ throws(Misread) in
    if line.text == "none" { return Origin(url: nil) }
    if line.text == RequestStep.openPage { return Origin(url: line.text) }
    guard let url = WireURL(line.text), !url.host.isEmpty else {
      throw Misread(.notURL(line.text), line.range)
    }
    return Origin(url: line.text)
  }

  /// Scheme and host alone.
  static let origin = Codec.line("ORIGIN, or none") { line, _ throws(Misread) in
    if line.text == "none" { return Origin(url: nil) }
    guard let url = WireURL(line.text), !url.host.isEmpty, url.origin == line.text else {
      throw Misread(.notOrigin(line.text), line.range)
    }
    return Origin(url: line.text)
  }
}

extension Codec where Value == Follow {
  private static let form = "no, all, or until URL"

  static let follow = Codec.line(form) { line, reading throws(Misread) in
    var line = line
    let word = line.next()
    switch (word?.text, line.count) {
    case ("no", 1): return .no
    case ("all", 1): return .all
    case ("until", 2):
      guard let url = line.next() else { throw Misread(.wrongForm(form), line.range) }
      guard WireURL(url.text) != nil else { throw Misread(.notURL(url.text), url.range) }
      try TargetURL.check(url.text, isWhole: true, url, in: line.node, reading)
      return .until(url.text)
    default: throw Misread(.wrongForm(form), line.range)
    }
  }
}

extension Codec where Value == [TemplatePair] {
  static let headers = Codec<[TemplatePair]>.templatePairs.map { pairs, node, reading in
    var areNames = true
    for entry in node.entries ?? [] where !HeaderName.isValid(entry.key.text) {
      reading.say(.badHeaderName(entry.key.text), entry.key.range)
      areNames = false
    }
    return areNames ? pairs : nil
  }
}
