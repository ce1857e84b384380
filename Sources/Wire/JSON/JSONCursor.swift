/// Walks through a JSON text member by member and builds no value of it: for texts of many
/// megabytes of which little is wanted.
///
/// Nothing is decided on such a text, so it is read leniently: bytes that are no UTF-8 and halves of
/// surrogate pairs as U+FFFD, control characters in strings as themselves. The grammar around the
/// strings is that of RFC 8259. An error carries its offset, and neither line nor column.
package struct JSONCursor {
  package enum Kind: Hashable, Sendable {
    case object, array, string, number, literal
    /// No value begins here, or the text ends.
    case none
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var scanner: JSONScanner
  private var depth = 0
  /// Values nested deeper than this are refused: the walk recurses.
  private static let deepest = 200

  package init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int = 0) {
    self.bytes = bytes
    scanner = JSONScanner(inside: bytes, at: offset)
  }

  /// The next byte that is looked at.
  package var offset: Int { scanner.at }

  package mutating func skipSpace() { scanner.skipSpace() }

  package var isAtEnd: Bool { scanner.isAtEnd }

  /// What begins here, after white space.
  package mutating func kind() -> Kind {
    scanner.skipSpace()
    switch scanner.next {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), 48...57: return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): return .literal
    default: return .none
    }
  }

  /// Goes through an object; the visitor has to pass each value.
  package mutating func members(
    _ visit: (_ name: String, _ cursor: inout JSONCursor) throws(JSONError) -> Void
  ) throws(JSONError) {
    try enterObject()
    var isFirst = true
    while let name = try member(isFirst: isFirst) {
      isFirst = false
      try visit(name, &self)
    }
  }

  /// Goes through an array; the visitor has to pass each element.
  package mutating func elements(
    _ visit: (inout JSONCursor) throws(JSONError) -> Void
  ) throws(JSONError) {
    try enterArray()
    var isFirst = true
    while try element(isFirst: isFirst) {
      isFirst = false
      try visit(&self)
    }
  }

  /// The same; any other value is passed over.
  package mutating func membersIfAny(
    _ visit: (_ name: String, _ cursor: inout JSONCursor) throws(JSONError) -> Void
  ) throws(JSONError) {
    if kind() == .object { try members(visit) } else { try skip() }
  }

  /// The same; any other value is passed over.
  package mutating func elementsIfAny(
    _ visit: (inout JSONCursor) throws(JSONError) -> Void
  ) throws(JSONError) {
    if kind() == .array { try elements(visit) } else { try skip() }
  }

  // A step at a time, for those who have to stop in between.

  package mutating func enterObject() throws(JSONError) { try enter(UInt8(ascii: "{")) }

  package mutating func enterArray() throws(JSONError) { try enter(UInt8(ascii: "[")) }

  /// The name of an object's next member, with its colon passed; nil behind the closing brace.
  package mutating func member(isFirst: Bool) throws(JSONError) -> String? {
    guard try nameFollows(isFirst: isFirst) else { return nil }
    let name = try string()
    try colon()
    return name
  }

  /// Whether another element follows; false behind the closing bracket.
  package mutating func element(isFirst: Bool) throws(JSONError) -> Bool {
    scanner.skipSpace()
    if scanner.next == UInt8(ascii: "]") {
      leave()
      return false
    }
    if !isFirst { try comma(or: .commaOrBracket) }
    return true
  }

  // Values.

  /// A string.
  package mutating func string() throws(JSONError) -> String {
    scanner.skipSpace()
    guard scanner.next == UInt8(ascii: "\"") else { throw scanner.expected(.value) }
    let start = scanner.at + 1
    let hasEscapes = try scanner.skipString()
    return try text(start..<scanner.at - 1, hasEscapes: hasEscapes)
  }

  /// A string; nil for any other value, which is passed over.
  package mutating func stringIfAny() throws(JSONError) -> String? {
    if kind() == .string { return try string() }
    try skip()
    return nil
  }

  /// A number, rounded towards zero; nil for any other value and for one beyond 53 bits.
  package mutating func integerIfAny() throws(JSONError) -> Int64? {
    guard kind() == .number else {
      try skip()
      return nil
    }
    let number = try scanner.number()
    if let whole = number.integer { return whole }
    guard let double = number.double, abs(double) < 9e15 else { return nil }
    return Int64(double)
  }

  /// True or false; nil for any other value.
  package mutating func flagIfAny() throws(JSONError) -> Bool? {
    guard kind() == .literal else {
      try skip()
      return nil
    }
    let first = scanner.next
    try skip()
    return first == UInt8(ascii: "n") ? nil : first == UInt8(ascii: "t")
  }

  /// Passes over a value; gives its bytes, quotes and brackets included.
  @discardableResult
  package mutating func skip() throws(JSONError) -> Range<Int> {
    let kind = kind()
    let start = scanner.at
    switch kind {
    case .object: try skipObject()
    case .array: try elements { cursor throws(JSONError) in _ = try cursor.skip() }
    case .string: _ = try scanner.skipString()
    case .number: _ = try scanner.number()
    case .literal: try skipLiteral()
    case .none: throw scanner.expected(.value)
    }
    return start..<scanner.at
  }

  /// The characters of a string that was passed over, of which the span has the quotes.
  package func string(at span: Range<Int>) throws(JSONError) -> String {
    let inner = span.lowerBound + 1..<span.upperBound - 1
    return try text(inner, hasEscapes: bytes[inner].contains(UInt8(ascii: "\\")))
  }

  /// What stands between the quotes of a string that was passed over, as it is written.
  package func bytes(at span: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[span.lowerBound + 1..<span.upperBound - 1])
  }

  /// A walk that begins at a place of the same text.
  package func cursor(at offset: Int) -> JSONCursor { JSONCursor(bytes, at: offset) }
}

extension JSONCursor {
  /// Whether a member follows, and its name begins here.
  private mutating func nameFollows(isFirst: Bool) throws(JSONError) -> Bool {
    scanner.skipSpace()
    if scanner.next == UInt8(ascii: "}") {
      leave()
      return false
    }
    if !isFirst {
      try comma(or: .commaOrBrace)
      scanner.skipSpace()
    }
    guard scanner.next == UInt8(ascii: "\"") else {
      throw scanner.expected(isFirst ? .memberNameOrBrace : .memberName)
    }
    return true
  }

  private mutating func skipObject() throws(JSONError) {
    try enterObject()
    var isFirst = true
    while try nameFollows(isFirst: isFirst) {
      isFirst = false
      _ = try scanner.skipString()
      try colon()
      try skip()
    }
  }

  private mutating func skipLiteral() throws(JSONError) {
    switch scanner.next {
    case UInt8(ascii: "t"): try scanner.literal(.true)
    case UInt8(ascii: "f"): try scanner.literal(.false)
    default: try scanner.literal(.null)
    }
  }

  private mutating func enter(_ bracket: UInt8) throws(JSONError) {
    scanner.skipSpace()
    guard scanner.next == bracket else { throw scanner.expected(.value) }
    guard depth < Self.deepest else {
      throw scanner.error(.tooDeep(limit: Self.deepest), at: scanner.at)
    }
    depth += 1
    scanner.at += 1
  }

  private mutating func leave() {
    depth -= 1
    scanner.at += 1
  }

  private mutating func comma(or expectation: JSONError.Expectation) throws(JSONError) {
    guard scanner.next == UInt8(ascii: ",") else { throw scanner.expected(expectation) }
    scanner.at += 1
  }

  private mutating func colon() throws(JSONError) {
    scanner.skipSpace()
    guard scanner.next == UInt8(ascii: ":") else { throw scanner.expected(.colon) }
    scanner.at += 1
  }

  private func text(_ span: Range<Int>, hasEscapes: Bool) throws(JSONError) -> String {
    guard hasEscapes else {
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[span]), as: UTF8.self)
    }
    var scanner = JSONScanner(inside: bytes, at: span.lowerBound)
    var out: [UInt8] = []
    out.reserveCapacity(span.count)
    while scanner.at < span.upperBound {
      let run = scanner.at
      scanner.at = min(
        bytes.firstOffset(of: UInt8(ascii: "\\"), from: run) ?? .max, span.upperBound)
      out += bytes[run..<scanner.at]
      if scanner.at < span.upperBound { try scanner.escape(into: &out) }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
