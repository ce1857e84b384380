extension JSONValue {
  /// Compact JSON: no white space, members in their order, numbers as they were written.
  package func text() -> String {
    var writer = JSONWriter(indent: nil)
    writer.write(self, depth: 0)
    return String(decoding: writer.out, as: UTF8.self)
  }

  /// One member or element on each line, indented by that many spaces for each level.
  package func prettyText(indent: Int = 2) -> String {
    var writer = JSONWriter(indent: indent)
    writer.write(self, depth: 0)
    return String(decoding: writer.out, as: UTF8.self)
  }
}

extension JSONObject {
  /// Compact JSON of this object.
  package func text() -> String { JSONValue.object(self).text() }
}

/// Serialises values; only what RFC 8259 7 demands is escaped.
struct JSONWriter {
  let indent: Int?
  var out: [UInt8] = []

  init(indent: Int?) { self.indent = indent }

  mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: out += "null".utf8
    case .bool(let flag): out += (flag ? "true" : "false").utf8
    case .number(let number): out += number.text.utf8
    case .string(let text): write(text)
    case .array(let elements): write(elements, depth: depth)
    case .object(let object): write(object.members, depth: depth)
    }
  }

  private mutating func write(_ elements: [JSONValue], depth: Int) {
    out.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      breakLine(depth + 1)
      write(element, depth: depth + 1)
    }
    if !elements.isEmpty { breakLine(depth) }
    out.append(UInt8(ascii: "]"))
  }

  private mutating func write(_ members: [JSONMember], depth: Int) {
    out.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      breakLine(depth + 1)
      write(member.name)
      out.append(UInt8(ascii: ":"))
      if indent != nil { out.append(32) }
      write(member.value, depth: depth + 1)
    }
    if !members.isEmpty { breakLine(depth) }
    out.append(UInt8(ascii: "}"))
  }

  private mutating func breakLine(_ depth: Int) {
    guard let indent else { return }
    out.append(10)
    out.append(contentsOf: repeatElement(32, count: indent * depth))
  }

  private mutating func write(_ text: String) {
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
      case 0..<32: out += Self.escape(control: byte)
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func escape(control byte: UInt8) -> String.UTF8View {
    switch byte {
    case 8: "\\b".utf8
    case 9: "\\t".utf8
    case 10: "\\n".utf8
    case 12: "\\f".utf8
    case 13: "\\r".utf8
    default: ((byte < 16 ? "\\u000" : "\\u00") + String(byte, radix: 16)).utf8
    }
  }
}
