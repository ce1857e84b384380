/// Reads the tokens of a JSON text: white space, literals, numbers, strings (RFC 8259 2 to 7).
///
/// The bytes are lent for the time of one parse. Behind their end stands a zero, as it were, which
/// no token contains: nobody has to ask whether there is a next byte.
struct JSONScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  let limits: JSONLimits
  /// Whether errors say line and column, for which all that stands before is counted.
  private let countsLines: Bool
  var at = 0
  /// Where a lone surrogate was replaced.
  private(set) var loneSurrogates: [Range<Int>] = []

  private var count: Int { bytes.count }
  var isAtEnd: Bool { at >= count }
  var next: UInt8 { byte(at) }

  init(_ text: UnsafeBufferPointer<UInt8>, limits: JSONLimits) throws(JSONError) {
    bytes = text
    self.limits = limits
    countsLines = true
    if text.count > limits.bytes {
      throw error(.tooLong(limit: limits.bytes), at: limits.bytes)
    }
    if byte(0) == 0xEF, byte(1) == 0xBB, byte(2) == 0xBF { throw error(.byteOrderMark, at: 0) }
  }

  /// Anywhere in a text that is larger than what is at hand of it.
  init(inside text: UnsafeBufferPointer<UInt8>, at offset: Int) {
    bytes = text
    limits = JSONLimits(bytes: .max, loneSurrogates: .replaced)
    countsLines = false
    at = offset
  }

  @inline(__always)
  private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  mutating func skipSpace() {
    while true {
      switch next {
      case 32, 10, 13, 9: at += 1
      default: return
      }
    }
  }

  mutating func literal(_ expectation: JSONError.Expectation) throws(JSONError) {
    for byte in expectation.rawValue.utf8 {
      guard next == byte else { throw expected(expectation) }
      at += 1
    }
  }

  mutating func number() throws(JSONError) -> JSONNumber {
    let start = at
    if next == UInt8(ascii: "-") { at += 1 }
    if next == UInt8(ascii: "0") {
      at += 1
      if ASCII.isDigit(next) { throw error(.leadingZero, at: at - 1) }
    } else {
      try digits()
    }
    if next == UInt8(ascii: ".") {
      at += 1
      try digits()
    }
    if next | 32 == UInt8(ascii: "e") {
      at += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
      try digits()
    }
    return JSONNumber(validated: text(start..<at))
  }

  private mutating func digits() throws(JSONError) {
    guard ASCII.isDigit(next) else { throw expected(.digit) }
    while ASCII.isDigit(next) { at += 1 }
  }
}

// Strings.
extension JSONScanner {
  /// Reads a string, from its opening quote.
  mutating func string() throws(JSONError) -> String {
    at += 1
    let start = at
    try skipPlain()
    if next == UInt8(ascii: "\"") {
      at += 1
      return text(start..<at - 1)
    }
    var out = Array(bytes[start..<at])
    while next != UInt8(ascii: "\"") {
      try escape(into: &out)
      let run = at
      try skipPlain()
      out += bytes[run..<at]
    }
    at += 1
    return String(decoding: out, as: UTF8.self)
  }

  /// Bytes that are known to be UTF-8.
  private func text(_ span: Range<Int>) -> String {
    guard let base = bytes.baseAddress else { return "" }
    let start = base + span.lowerBound
    return String(decoding: UnsafeBufferPointer(start: start, count: span.count), as: UTF8.self)
  }

  /// Passes over characters that stand for themselves, up to a quote or a backslash.
  private mutating func skipPlain() throws(JSONError) {
    var index = PlainText.end(in: bytes, from: at)
    defer { at = index }
    while true {
      let byte = byte(index)
      if byte >= 0x80 {
        guard let length = UTF8Sequence.length(of: byte, following: { self.byte(index + $0) })
        else {
          throw error(.invalidUTF8, at: index)
        }
        index += length
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        return
      } else if byte < 32 {
        throw error(index < count ? .rawControlCharacter : .expected(.closingQuote), at: index)
      } else {
        index += 1
      }
    }
  }

  /// Passes over a string without a look at what stands in it; tells whether it has escapes.
  mutating func skipString() throws(JSONError) -> Bool {
    at += 1
    var hasEscapes = false
    while true {
      at = PlainText.stringEnd(in: bytes, from: at)
      guard at < count else { throw error(.expected(.closingQuote), at: count) }
      if bytes[at] == UInt8(ascii: "\"") { break }
      hasEscapes = true
      at += 2
    }
    at += 1
    return hasEscapes
  }

  mutating func escape(into out: inout [UInt8]) throws(JSONError) {
    let start = at
    at += 1
    let letter = next
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(letter)
    case UInt8(ascii: "b"): out.append(8)
    case UInt8(ascii: "f"): out.append(12)
    case UInt8(ascii: "n"): out.append(10)
    case UInt8(ascii: "r"): out.append(13)
    case UInt8(ascii: "t"): out.append(9)
    case UInt8(ascii: "u"):
      at += 1
      out += try String(character(from: start)).utf8
      return
    default: throw expected(.escape)
    }
    at += 1
  }

  /// The character of a `\u` escape that began at `start`, or of a pair of them.
  private mutating func character(from start: Int) throws(JSONError) -> Unicode.Scalar {
    let unit = try codeUnit()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let afterFirst = at
    if unit < 0xDC00, next == UInt8(ascii: "\\"), byte(at + 1) == UInt8(ascii: "u") {
      at += 2
      let low = try codeUnit()
      if (0xDC00...0xDFFF).contains(low),
        let pair = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      {
        return pair
      }
      at = afterFirst
    }
    guard limits.loneSurrogates == .replaced else { throw error(.loneSurrogate, at: start) }
    loneSurrogates.append(start..<at)
    return "\u{FFFD}"
  }

  private mutating func codeUnit() throws(JSONError) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Percent.hexValue(next) else { throw expected(.hexDigit) }
      unit = unit << 4 | UInt32(digit)
      at += 1
    }
    return unit
  }
}

// Errors.
extension JSONScanner {
  func expected(_ expectation: JSONError.Expectation) -> JSONError {
    error(.expected(expectation), at: at)
  }

  func error(_ problem: JSONError.Problem, at offset: Int) -> JSONError {
    let found = offset < count ? bytes[offset] : nil
    guard countsLines else {
      return JSONError(offset: offset, line: 0, column: 0, problem: problem, found: found)
    }
    let before = bytes[..<offset]
    let lineStart = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    let line = before.reduce(1) { $1 == 10 ? $0 + 1 : $0 }
    let column = bytes[lineStart..<offset].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    return JSONError(
      offset: offset, line: line, column: column, problem: problem, found: found)
  }
}
