/// Writes one line of a saved run: compact JSON with the members in a fixed order.
struct LineWriter {
  private(set) var bytes: [UInt8] = []
  /// The checks that the run has named, each with its number; their words are written once.
  var checks = CheckTable()

  /// The line so far; the next one begins.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  mutating func object(_ members: (inout LineWriter) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    members(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  mutating func field(_ name: StaticString, _ value: some LineValue) {
    key(name)
    value.write(to: &self)
  }

  /// Nothing is written for nil.
  mutating func optional(_ name: StaticString, _ value: (some LineValue)?) {
    if let value { field(name, value) }
  }

  /// A member whose value the caller writes.
  mutating func field(_ name: StaticString, _ value: (inout LineWriter) -> Void) {
    key(name)
    value(&self)
  }

  mutating func array<Element>(
    _ elements: some Sequence<Element>, _ write: (Element, inout LineWriter) -> Void
  ) {
    bytes.append(UInt8(ascii: "["))
    for element in elements {
      comma()
      write(element, &self)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  var count: Int { bytes.count }

  mutating func raw(_ text: some Sequence<UInt8>) { bytes += text }

  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      var done = 0
      for (index, byte) in utf8.enumerated() {
        guard byte < 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
          continue
        }
        bytes += UnsafeBufferPointer(rebasing: utf8[done..<index])
        escape(byte)
        done = index + 1
      }
      bytes += UnsafeBufferPointer(rebasing: utf8[done...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// RFC 8259 7: only quotes, backslashes and control characters have to be escaped.
  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    guard byte < 32 else {
      bytes.append(byte)
      return
    }
    bytes += "u00".utf8
    bytes.append(byte < 16 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
    bytes.append(LineDigits.hex[Int(byte & 15)])
  }

  private mutating func key(_ name: StaticString) {
    comma()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes += $0 }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func comma() {
    guard let last = bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") else {
      return
    }
    bytes.append(UInt8(ascii: ","))
  }
}

enum LineDigits {
  static let hex = Array("0123456789abcdef".utf8)

  static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 48...57: digit - 48
    case 97...102: digit - 87
    default: nil
    }
  }
}
