/// Why a line that is intact is still not a line of a saved run.
struct LineError: Error, Hashable {
  /// The byte of the file.
  let offset: Int
  let problem: String
}

/// Reads what `LineWriter` writes, member by member in the same order.
///
/// Any bytes may come: nothing is trusted because its digest fits, since anybody can compute one.
struct LineReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var at: Int
  private let end: Int
  /// What indices may point to; grows as the lines are read.
  var limits: LineLimits

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, limits: LineLimits) {
    precondition(range.upperBound <= bytes.count)
    self.bytes = bytes
    at = range.lowerBound
    end = range.upperBound
    self.limits = limits
  }

  var isAtEnd: Bool { at == end }

  func error(_ problem: String) -> LineError { LineError(offset: at, problem: problem) }

  // Structure.

  mutating func object<Value>(
    _ members: (inout LineReader) throws(LineError) -> Value
  ) throws(LineError) -> Value {
    try expect(UInt8(ascii: "{"))
    let value = try members(&self)
    try expect(UInt8(ascii: "}"))
    return value
  }

  mutating func array(_ element: (inout LineReader) throws(LineError) -> Void) throws(LineError) {
    try expect(UInt8(ascii: "["))
    if skip(UInt8(ascii: "]")) { return }
    repeat { try element(&self) } while skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
  }

  mutating func field<Value: LineValue>(_ name: StaticString) throws(LineError) -> Value {
    try member(name)
    return try Value(from: &self)
  }

  mutating func optional<Value: LineValue>(_ name: StaticString) throws(LineError) -> Value? {
    skipMember(name) ? try Value(from: &self) : nil
  }

  /// Passes over a member's name, so that its value comes next.
  mutating func member(_ name: StaticString) throws(LineError) {
    guard skipMember(name) else { throw error("expected the member \"\(name)\"") }
  }

  private mutating func skipMember(_ name: StaticString) -> Bool {
    guard hasMember(name) else { return false }
    at += (isAtComma ? 1 : 0) + name.utf8CodeUnitCount + 3
    return true
  }

  /// Whether the next member has that name.
  func hasMember(_ name: StaticString) -> Bool {
    let start = at + (isAtComma ? 1 : 0)
    let count = name.utf8CodeUnitCount
    guard start + count + 3 <= end, bytes[start] == UInt8(ascii: "\""),
      bytes[start + count + 1] == UInt8(ascii: "\""), bytes[start + count + 2] == UInt8(ascii: ":")
    else { return false }
    return name.withUTF8Buffer { name in
      var index = 0
      while index < count, bytes[start + 1 + index] == name[index] { index += 1 }
      return index == count
    }
  }

  private var isAtComma: Bool { at < end && bytes[at] == UInt8(ascii: ",") }

  mutating func expect(_ byte: UInt8) throws(LineError) {
    guard skip(byte) else { throw error("expected \(Unicode.Scalar(byte))") }
  }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard at < end, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  // Values.

  mutating func integer<Number: FixedWidthInteger>() throws(LineError) -> Number {
    let isNegative = skip(UInt8(ascii: "-"))
    var value: Number = 0
    let start = at
    while at < end, bytes[at] >= 48, bytes[at] <= 57 {
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let digit = Number(truncatingIfNeeded: bytes[at] - 48)
      let (sum, carry) =
        isNegative
        ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
      guard !overflow, !carry else { throw error("the number is too large") }
      value = sum
      at += 1
    }
    guard at > start else { throw error("expected a number") }
    return value
  }

  /// The bytes between the quotes when nothing is escaped in them; nil, and nothing read, if not.
  mutating func plainString() throws(LineError) -> UnsafeBufferPointer<UInt8>? {
    guard at < end, bytes[at] == UInt8(ascii: "\"") else { throw error("expected a string") }
    var close = at + 1
    while close < end, bytes[close] != UInt8(ascii: "\"") {
      if bytes[close] == UInt8(ascii: "\\") { return nil }
      close += 1
    }
    guard close < end else { throw error("expected the closing quote") }
    defer { at = close + 1 }
    return UnsafeBufferPointer(rebasing: bytes[at + 1..<close])
  }

  mutating func string() throws(LineError) -> String {
    if let plain = try plainString() { return String(decoding: plain, as: UTF8.self) }
    at += 1
    var out: [UInt8] = []
    while at < end {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: out, as: UTF8.self)
      case UInt8(ascii: "\\"): out.append(try escaped())
      default: out.append(byte)
      }
    }
    throw error("expected the closing quote")
  }

  /// The escapes that the writer uses, and no others.
  private mutating func escaped() throws(LineError) -> UInt8 {
    guard at < end else { throw error("expected an escape") }
    let byte = bytes[at]
    at += 1
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return byte }
    guard byte == UInt8(ascii: "u"), at + 4 <= end, bytes[at] == 48, bytes[at + 1] == 48,
      let high = LineDigits.hex[..<2].firstIndex(of: bytes[at + 2]),
      let low = LineDigits.hex.firstIndex(of: bytes[at + 3])
    else { throw error("expected an escape") }
    at += 4
    return UInt8(high * 16 + low)
  }

  /// The text of everything up to the last byte of the line, which closes its object.
  mutating func rest() throws(LineError) -> UnsafeBufferPointer<UInt8> {
    guard at < end else { throw error("expected a value") }
    defer { at = end - 1 }
    return UnsafeBufferPointer(rebasing: bytes[at..<end - 1])
  }
}
