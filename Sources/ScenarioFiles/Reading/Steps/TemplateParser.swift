import Simulation

/// `$name` and `${name}` stand for a capture, `$$` for a dollar.
enum TemplateParser {
  /// Says what is wrong; the captures must be made by an earlier step.
  static func parse(_ word: Line.Word, _ reading: Reading) throws(Misread) -> Template {
    let bytes = Array(word.text.utf8)
    var parts: [Template.Part] = []
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "$") else {
        text.append(bytes[index])
        index += 1
        continue
      }
      if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "$") {
        text.append(bytes[index])
        index += 2
        continue
      }
      let (name, end) = try name(in: bytes, after: index, word)
      let place = word.range.lowerBound + index..<word.range.lowerBound + end
      try check(name, place, reading)
      if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self))) }
      text = []
      parts.append(.capture(name))
      index = end
    }
    if !text.isEmpty || parts.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self))) }
    return Template(parts: parts)
  }

  private static func name(
    in bytes: [UInt8], after dollar: Int, _ word: Line.Word
  ) throws(Misread) -> (String, end: Int) {
    let isBraced = dollar + 1 < bytes.count && bytes[dollar + 1] == UInt8(ascii: "{")
    let start = dollar + (isBraced ? 2 : 1)
    var end = start
    while end < bytes.count, Identifier.allows(Character(Unicode.Scalar(bytes[end]))) { end += 1 }
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    let isClosed = !isBraced || end < bytes.count && bytes[end] == UInt8(ascii: "}")
    guard Identifier.isValid(name), isClosed else {
      let place = word.range.lowerBound + dollar
      throw Misread(.loneDollar, place..<place + 1)
    }
    return (name, isBraced ? end + 1 : end)
  }

  private static func check(
    _ name: String, _ place: Range<Int>, _ reading: Reading
  ) throws(Misread) {
    guard let maker = reading.names.captures[name] else {
      throw Misread(
        .unknownName(name, "capture", among: reading.names.captures.keys.sorted()), place)
    }
    reading.used.insert(name)
    if let step = reading.step, maker >= step {
      throw Misread(.captureTooEarly(name, madeBy: reading.names.steps[maker].id), place)
    }
  }
}

extension Codec where Value == Template {
  /// Any text, with captures in it.
  static let template = Codec(.text) { node, reading in
    guard let text = node.text else {
      reading.say(.expected("text", found: node.kind), node)
      return nil
    }
    return reading.attempt(in: node) { () throws(Misread) in
      try TemplateParser.parse(Line.Word(text: text, range: 0..<text.utf8.count), reading)
    }
  }
}

extension Codec where Value == [TemplatePair] {
  static let templatePairs = Codec<[NamedEntry<Template>]>.entries(.template).map {
    entries, _, _ in entries.map { TemplatePair($0.key.text, $0.value) }
  }
}
