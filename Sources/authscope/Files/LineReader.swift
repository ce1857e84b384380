#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads lines as they come, in bounded memory whatever is sent.
struct LineReader {
  private let descriptor: Int32
  private let lineLimit: Int
  private let byteLimit: Int
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var ready: Range<Int> = 0..<0
  private var taken = 0
  private var isAtEnd = false

  init(_ descriptor: Int32, lineLimit: Int, byteLimit: Int) {
    self.descriptor = descriptor
    self.lineLimit = lineLimit
    self.byteLimit = byteLimit
  }

  /// Whether the next line is here already, so that asking for it waits for nobody.
  var holdsLine: Bool { buffer[ready].contains(10) }

  /// The next line without its break; nil at the end. Of a line beyond the limit, as much as shows
  /// that it is: one byte more.
  mutating func next() throws(Failure) -> [UInt8]? {
    var line: [UInt8] = []
    var isBegun = false
    while true {
      if ready.isEmpty {
        try fill()
        if isAtEnd { return isBegun ? line : nil }
      }
      isBegun = true
      let end = buffer[ready].firstIndex(of: 10)
      let part = buffer[ready.lowerBound..<(end ?? ready.upperBound)]
      line += part.prefix(lineLimit + 1 - line.count)
      ready = (end.map { $0 + 1 } ?? ready.upperBound)..<ready.upperBound
      if end != nil { return line }
    }
  }

  private mutating func fill() throws(Failure) {
    while !isAtEnd {
      let count = Self.systemRead(descriptor, &buffer)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw Failure("The lines cannot be read: \(String(cString: strerror(errno))).")
      }
      taken += count
      guard taken <= byteLimit else {
        throw Failure(
          "There are more than \(byteLimit) bytes of lines. --max-bytes raises the limit.")
      }
      ready = 0..<count
      isAtEnd = count == 0
      return
    }
  }

  private static func systemRead(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
    buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
  }
}
