import Ledger
import Wire

/// A value with a form in saved runs; what it writes, it reads.
protocol LineValue {
  func write(to line: inout LineWriter)
  init(from line: inout LineReader) throws(LineError)
}

extension String: LineValue {
  func write(to line: inout LineWriter) { line.string(self) }
  init(from line: inout LineReader) throws(LineError) { self = try line.string() }
}

extension LineValue where Self: FixedWidthInteger {
  func write(to line: inout LineWriter) { line.raw(String(self).utf8) }
  init(from line: inout LineReader) throws(LineError) { self = try line.integer() }
}

extension Int: LineValue {}
extension Int32: LineValue {}
extension Int64: LineValue {}
extension UInt8: LineValue {}
extension UInt64: LineValue {}

extension Bool: LineValue {
  func write(to line: inout LineWriter) { line.raw((self ? "true" : "false").utf8) }

  init(from line: inout LineReader) throws(LineError) {
    self = line.skip(UInt8(ascii: "t"))
    if !self { try line.expect(UInt8(ascii: "f")) }
    for letter in (self ? "rue" : "alse").utf8 { try line.expect(letter) }
  }
}

extension Array: LineValue where Element: LineValue {
  func write(to line: inout LineWriter) { line.array(self) { $0.write(to: &$1) } }

  init(from line: inout LineReader) throws(LineError) {
    var out: [Element] = []
    try line.array { line throws(LineError) in out.append(try Element(from: &line)) }
    self = out
  }
}

/// Words of our own enums.
extension LineValue where Self: RawRepresentable<String> {
  func write(to line: inout LineWriter) { line.string(rawValue) }

  init(from line: inout LineReader) throws(LineError) {
    let word = try line.string()
    guard let value = Self(rawValue: word) else { throw line.error("unknown word \"\(word)\"") }
    self = value
  }
}

extension LineReader {
  /// Far beyond any calendar, and so small that times can be added and subtracted.
  mutating func milliseconds() throws(LineError) -> Int64 {
    let number: Int64 = try integer()
    guard number.magnitude < 1 << 60 else { throw error("the time is out of range") }
    return number
  }

  /// An index is read only when what it points to is there.
  mutating func index(below limit: Int, of what: String) throws(LineError) -> Int {
    let index: Int = try integer()
    guard index >= 0, index < limit else { throw error("there is no \(what) \(index)") }
    return index
  }
}

extension PartyID: LineValue {
  func write(to line: inout LineWriter) { line.raw(String(index).utf8) }
  init(from line: inout LineReader) throws(LineError) {
    self.init(try line.index(below: line.limits.parties, of: "party"))
  }
}

extension StoreID: LineValue {
  func write(to line: inout LineWriter) { line.raw(String(index).utf8) }
  init(from line: inout LineReader) throws(LineError) {
    self.init(try line.index(below: line.limits.stores, of: "store"))
  }
}

extension SecretID: LineValue {
  func write(to line: inout LineWriter) { line.raw(String(index).utf8) }
  init(from line: inout LineReader) throws(LineError) {
    self.init(try line.index(below: line.limits.secrets, of: "secret"))
  }
}

extension Instant: LineValue {
  func write(to line: inout LineWriter) { milliseconds.write(to: &line) }
  init(from line: inout LineReader) throws(LineError) {
    self.init(milliseconds: try line.milliseconds())
  }
}

extension TimeSpan: LineValue {
  func write(to line: inout LineWriter) { milliseconds.write(to: &line) }
  init(from line: inout LineReader) throws(LineError) {
    self.init(milliseconds: try line.milliseconds())
  }
}

extension SendPath: LineValue {
  func write(to line: inout LineWriter) { line.string(description) }

  init(from line: inout LineReader) throws(LineError) {
    guard let text = try line.plainString() else { throw line.error("expected a send path") }
    var path = SendPath()
    var number = 0
    for (index, byte) in text.enumerated() {
      if byte >= 48, byte <= 57 { number = min(number * 10 + Int(byte) - 48, 256) }
      let isLast = index == text.count - 1
      guard isLast || byte == UInt8(ascii: ".") else { continue }
      guard (1...255).contains(number), path.depth < 8 else {
        throw line.error("expected a send path")
      }
      path = path.child(UInt8(number))
      number = 0
    }
    self = path
  }
}

extension Pair: LineValue {
  func write(to line: inout LineWriter) {
    line.raw("[".utf8)
    line.string(name)
    line.raw(",".utf8)
    line.string(value)
    line.raw("]".utf8)
  }

  init(from line: inout LineReader) throws(LineError) {
    try line.expect(UInt8(ascii: "["))
    let name = try line.string()
    try line.expect(UInt8(ascii: ","))
    let value = try line.string()
    try line.expect(UInt8(ascii: "]"))
    self.init(name, value)
  }
}
