/// Reads headers fast: the file is cut at its top-level keys, and YAML sees only the parts that a
/// header is made of. A file that cannot be cut so is read whole.
package enum HeaderReader {
  /// Nil when the file has no id or title; `check` says what is wrong with it.
  package static func read(_ bytes: [UInt8], file: String = "") -> ScenarioHeader? {
    guard bytes.count <= YAMLLimits.bytes else { return nil }
    if let header = parse(HeaderSections.wanted(of: bytes), file) { return header }
    return parse(bytes, file)
  }

  private static func parse(_ bytes: [UInt8], _ file: String) -> ScenarioHeader? {
    let source = SourceFile(name: file, bytes: bytes)
    guard let root = YAMLDocument.read(source, Report()), let id = root["id"]?.text,
      let title = root["title"]?.text, !id.isEmpty, !title.isEmpty
    else { return nil }
    var header = ScenarioHeader(id: id, title: title)
    header.about = root["about"]?.text
    header.shows = texts(root["shows"])
    header.specs = texts(root["specs"])
    header.opens = root["opens"]?.text
    if let attack = root["attack"] {
      header.attack = attack["residual"]?.text == "true" ? .residual : .stoppable
    }
    header.variants = (root["variants"]?.entries ?? []).map {
      ScenarioHeader.VariantTitle(name: $0.key.text, title: $0.value["title"]?.text)
    }
    header.hasChallenge = root["challenge"] != nil
    header.question = root["steps"]?.items?.lazy.compactMap { $0["ask"]?.text }.first
    return header
  }

  private static func texts(_ list: Node?) -> [String] { list?.items?.compactMap(\.text) ?? [] }
}

/// Cuts a file at the keys in its first column.
enum HeaderSections {
  private static let skipped: Set = ["world", "secure-if", "include", "seed"]

  /// The file without the sections that no header needs; steps only up to the first question.
  static func wanted(of bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count / 2)
    var keeps = true
    var isInSteps = false
    var line = bytes.startIndex
    while line < bytes.endIndex {
      let end = bytes[line...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.endIndex
      if let key = topKey(bytes[line..<end]) {
        isInSteps = key == "steps"
        keeps = !skipped.contains(key) && !isInSteps
        if isInSteps { out += firstQuestion(bytes[end...]) }
      }
      if keeps { out += bytes[line..<end] }
      line = end
    }
    return out
  }

  /// A line that begins with a letter begins a section.
  private static func topKey(_ line: ArraySlice<UInt8>) -> String? {
    guard let first = line.first, (97...122).contains(first),
      let colon = line.firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    return String(decoding: line[..<colon], as: UTF8.self)
  }

  /// A steps section of one step, that has the first `ask:` of the file and what it runs on to.
  private static func firstQuestion(_ rest: ArraySlice<UInt8>) -> [UInt8] {
    var line = rest.startIndex
    var found: (indent: Int, text: [UInt8])?
    while line < rest.endIndex {
      let end = rest[line...].firstIndex(of: 10).map { $0 + 1 } ?? rest.endIndex
      let text = rest[line..<end]
      let indent = text.prefix { $0 == 32 }.count
      let body = text.dropFirst(indent)
      if let open = found {
        guard indent > open.indent, body.first != 10 else { break }
        found?.text += Array(text)
      } else if body.starts(with: "ask:".utf8) {
        found = (indent, Array(text))
      } else if topKey(text) != nil {
        break
      }
      line = end
    }
    guard let found else { return [] }
    let dash = String(repeating: " ", count: max(0, found.indent - 2)) + "- "
    return Array("steps:\n".utf8) + Array(dash.utf8) + found.text.dropFirst(found.indent)
  }
}
