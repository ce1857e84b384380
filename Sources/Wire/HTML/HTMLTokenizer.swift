/// A piece of an HTML page.
enum HTMLToken: Hashable {
  /// Names in lower case; attribute values unescaped, the first of a repeated attribute only.
  case start(name: String, attributes: [Pair])
  case end(name: String)
  case text(String)
  /// The content of an element that holds no other elements.
  case rawText(element: String, String)
}

/// Splits a page into tags and text (HTML 13.2.5), forgivingly: whatever the bytes are, it goes on.
struct HTMLTokenizer {
  private let bytes: [UInt8]
  private var at = 0
  /// The element whose content is text up to its own end tag.
  private var rawElement: String?

  init(_ html: String) { bytes = Array(html.utf8) }

  mutating func next() -> HTMLToken? {
    while at < bytes.count {
      if let element = rawElement {
        rawElement = nil
        return rawText(of: element)
      }
      guard byte(at) == UInt8(ascii: "<") else { return text() }
      let letter = byte(at + 1)
      if ASCII.isLetter(letter) { return startTag() }
      if letter == UInt8(ascii: "/"), ASCII.isLetter(byte(at + 2)) { return endTag() }
      guard [UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "/")].contains(letter) else {
        return text()
      }
      skipComment()
    }
    return nil
  }

  /// Zero, which is part of no markup, behind the end.
  private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func text() -> HTMLToken {
    let start = at
    at = bytes[(at + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    return .text(HTMLText.unescape(string(start..<at)))
  }

  private mutating func skipComment() {
    let isComment = bytes[at...].starts(with: "<!--".utf8)
    var end = isComment ? at + 4 : at + 2
    while end < bytes.count {
      let closes = byte(end) == UInt8(ascii: ">")
      if closes, !isComment || (byte(end - 1) == 45 && byte(end - 2) == 45) { break }
      end += 1
    }
    at = end + 1
  }

  private mutating func endTag() -> HTMLToken {
    at += 2
    let name = tagName()
    _ = attributes()
    return .end(name: name)
  }

  private mutating func startTag() -> HTMLToken {
    at += 1
    let name = tagName()
    let attributes = attributes()
    if ["script", "style", "title", "textarea", "template"].contains(name), at < bytes.count {
      rawElement = name
    }
    return .start(name: name, attributes: attributes)
  }

  private mutating func rawText(of element: String) -> HTMLToken {
    let start = at
    let endTag = Array("</\(element)".utf8)
    while at < bytes.count, !isEndTag(endTag) { at += 1 }
    let content = string(start..<at)
    let isCode = element == "script" || element == "style"
    return .rawText(element: element, isCode ? content : HTMLText.unescape(content))
  }

  private func isEndTag(_ tag: [UInt8]) -> Bool {
    guard byte(at) == UInt8(ascii: "<"), at + tag.count <= bytes.count else { return false }
    let matches = zip(bytes[at...], tag).allSatisfy { ASCII.lower($0) == $1 }
    return matches && !ASCII.isLetter(byte(at + tag.count))
  }

  private mutating func tagName() -> String {
    ASCII.lowercased(string(run { $0 <= 32 || $0 == 0x2F || $0 == 0x3E }))
  }

  /// Reads up to and over the closing bracket.
  private mutating func attributes() -> [Pair] {
    var out: [Pair] = []
    while true {
      _ = run { $0 > 32 && $0 != UInt8(ascii: "/") }
      guard at < bytes.count else { return out }
      if byte(at) == UInt8(ascii: ">") {
        at += 1
        return out
      }
      let attribute = attribute()
      if out[attribute.name] == nil { out.append(attribute) }
    }
  }

  private mutating func attribute() -> Pair {
    let start = at
    at += 1  // An equals sign in first place belongs to the name (HTML 13.2.5.32).
    _ = run { $0 <= 32 || $0 == 0x2F || $0 == 0x3E || $0 == 0x3D }
    let name = ASCII.lowercased(string(start..<at))
    _ = run { $0 > 32 }
    guard byte(at) == UInt8(ascii: "=") else { return Pair(name, "") }
    at += 1
    _ = run { $0 > 32 }
    let quote = byte(at)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return Pair(name, HTMLText.unescape(string(run { $0 <= 32 || $0 == 0x3E })))
    }
    at += 1
    let value = string(run { $0 == quote })
    at += 1
    return Pair(name, HTMLText.unescape(value))
  }

  /// Passes over the bytes up to one that ends the run.
  private mutating func run(until ends: (UInt8) -> Bool) -> Range<Int> {
    let start = min(at, bytes.count)
    at = bytes[start...].firstIndex(where: ends) ?? bytes.count
    return start..<at
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
