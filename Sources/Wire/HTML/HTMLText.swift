/// Text inside HTML: escaping, unescaping, and what of a page can be read.
package enum HTMLText {
  /// Safe inside an element and inside a quoted attribute.
  package static func escape(_ text: String) -> String {
    // Most text has nothing to escape, and pages are made of many small texts.
    guard text.utf8.contains(where: isSpecial) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      case UInt8(ascii: "'"): out += "&#39;".utf8
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }

  /// Replaces the references that end in a semicolon: numbers, and the names that pages use most.
  /// Anything else stays as it is.
  package static func unescape(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return String(text) }
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let longestName = 10
      let window = bytes[index...].prefix(longestName)
      if bytes[index] == UInt8(ascii: "&"), let end = window.firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(named: bytes[(index + 1)..<end])
      {
        out += String(scalar).utf8
        index = end + 1
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "copy": "©", "hellip": "…", "mdash": "—", "ndash": "–", "lsquo": "‘", "rsquo": "’",
    "ldquo": "“", "rdquo": "”", "bull": "•", "middot": "·", "times": "×", "rarr": "→",
    "larr": "←", "euro": "€",
  ]

  private static func scalar(named name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard name.first == UInt8(ascii: "#") else {
      return names[String(decoding: name, as: UTF8.self)]
    }
    let digits = name.dropFirst()
    let isHex = digits.first.map { $0 | 32 == UInt8(ascii: "x") } ?? false
    let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
    guard let first = text.utf8.first, Percent.hexValue(first) != nil,
      let value = UInt32(text, radix: isHex ? 16 : 10)
    else { return nil }
    return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}

extension HTMLText {
  /// What a person reads on the page: tags, scripts, styles, comments and the title gone, one line
  /// for each block, white space collapsed.
  package static func visibleText(of html: String) -> String {
    var tokenizer = HTMLTokenizer(html)
    var lines: [String] = []
    var line = ""
    while let token = tokenizer.next() {
      switch token {
      case .text(let text): line += text
      case .rawText(let element, let text): line += element == "textarea" ? text : ""
      case .start(let name, _), .end(let name):
        guard !inline.contains(name) else { continue }
        lines.append(collapsed(line))
        line = ""
      }
    }
    lines.append(collapsed(line))
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Elements that stand within a line; all others begin a new one.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "data", "em", "font", "i", "img",
    "input", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr", "script", "style",
  ]

  private static func collapsed(_ line: String) -> String {
    line.utf8.split { $0 <= 32 }.map { String(Substring($0)) }.joined(separator: " ")
  }
}
