import Wire

/// The bytes of a file as they come, of which only the part at hand is kept.
///
/// A part is read by an attempt; where the bytes at hand end too early, more are fetched and the
/// attempt is made again.
struct HARFeed {
  /// Where reading had to stop.
  struct Stop: Error {
    let offset: Int
    let line: Int
    let reason: String
  }

  /// The next bytes of the file; none at its end.
  private let source: () -> [UInt8]
  private let progress: (Int) -> Void
  private var buffer: [UInt8] = []
  /// The place in the buffer up to which everything has been read.
  private var start = 0
  /// The place of the buffer in the file, and how many lines end before it.
  private var base = 0
  private var lines = 0
  private var isOver = false

  init(_ source: @escaping () -> [UInt8], progress: @escaping (Int) -> Void) {
    self.source = source
    self.progress = progress
    fill()
  }

  /// How many bytes of the file have been read so far.
  var offset: Int { base + start }

  /// The first bytes that are at hand.
  var head: ArraySlice<UInt8> { buffer[start...].prefix(64) }

  mutating func pass(_ count: Int) { start += count }

  mutating func attempt<Value>(
    _ read: (inout JSONCursor) throws(JSONError) -> Value
  ) throws(Stop) -> Value {
    while true {
      let from = start
      let result = buffer.withUnsafeBufferPointer { bytes -> Result<(Value, Int), JSONError> in
        var cursor = JSONCursor(bytes, at: from)
        do throws(JSONError) {
          let value = try read(&cursor)
          return .success((value, cursor.offset))
        } catch {
          return .failure(error)
        }
      }
      switch result {
      case .success(let (value, end)):
        // A number may go on behind what is at hand.
        if end >= buffer.count, fill() { continue }
        start = end
        return value
      case .failure(let error):
        // The error may be nothing but the end of what is at hand.
        if error.offset >= buffer.count, fill() { continue }
        throw stop(error)
      }
    }
  }

  private func stop(_ error: JSONError) -> Stop {
    let offset = min(error.offset, buffer.count)
    return Stop(
      offset: base + offset, line: lines + 1 + Self.lineBreaks(buffer[..<offset]),
      reason: error.reason)
  }

  /// Fetches more bytes, at least as many as are waiting; false when there are none.
  @discardableResult
  private mutating func fill() -> Bool {
    guard !isOver else { return false }
    base += start
    lines += Self.lineBreaks(buffer[..<start])
    buffer.removeSubrange(..<start)
    start = 0
    let wanted = max(64, buffer.count * 2)
    let before = buffer.count
    repeat {
      let next = source()
      isOver = next.isEmpty
      if buffer.isEmpty { buffer = next } else { buffer += next }
    } while !isOver && buffer.count < wanted
    progress(base + buffer.count)
    return buffer.count > before
  }

  private static func lineBreaks(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      for byte in bytes where byte == 10 { count &+= 1 }
      return count
    }
  }
}
