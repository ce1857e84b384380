/// The lines on which the entries of a HAR begin, for those who open the file at a finding.
enum EntryLines {
  /// None where the file cannot be read a second time.
  static func ofFile(_ path: String) -> [Int] {
    guard let bytes = try? FileSystem.contents(of: path, limit: 1 << 28) else { return [] }
    return of(bytes)
  }

  /// Every object directly in the array `log.entries`.
  static func of(_ bytes: [UInt8]) -> [Int] {
    var scan = Scan()
    for byte in bytes { scan.read(byte) }
    return scan.found
  }

  private struct Scan {
    var found: [Int] = []
    private var line = 1
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    /// The letters of the last string that may be a name.
    private var name: [UInt8] = []
    /// The depth inside the array; nil outside.
    private var entries: Int?

    mutating func read(_ byte: UInt8) {
      if byte == 10 { line += 1 }
      if isInString { return string(byte) }
      switch byte {
      case UInt8(ascii: "\""):
        isInString = true
        name = []
      case UInt8(ascii: "{"), UInt8(ascii: "["): open(byte)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == entries { entries = nil }
        depth -= 1
      default: break
      }
    }

    private mutating func string(_ byte: UInt8) {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
      } else if name.count < 16 {
        name.append(byte)
      }
    }

    private mutating func open(_ byte: UInt8) {
      if byte == UInt8(ascii: "{"), depth == entries { found.append(line) }
      depth += 1
      let isEntries = byte == UInt8(ascii: "[") && depth == 3 && name == Array("entries".utf8)
      if isEntries { entries = depth }
    }
  }
}
