/// The text between the marks of a bracketed paste.
struct PasteCollector: Sendable {
  private static let end = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  private var dropped = 0
  private var matched = 0
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// The event when the end mark is complete.
  mutating func take(_ byte: UInt8) -> InputEvent? {
    if byte == Self.end[matched] {
      matched += 1
      return matched == Self.end.count ? event : nil
    }
    for index in 0..<matched { keep(Self.end[index]) }
    // Esc stands in the mark once, at its beginning.
    matched = byte == Self.end[0] ? 1 : 0
    if matched == 0 { keep(byte) }
    return nil
  }

  private mutating func keep(_ byte: UInt8) {
    if bytes.count < limit { bytes.append(byte) } else { dropped += 1 }
  }

  private var event: InputEvent {
    dropped > 0
      ? .oversizedPaste(byteCount: bytes.count + dropped) : .paste(Self.withLineFeeds(bytes))
  }

  /// Terminals send the Enter key's byte for the line ends of a pasted text: they become line feeds.
  private static func withLineFeeds(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var afterReturn = false
    for byte in bytes {
      if byte != 0x0A || !afterReturn { result.append(byte == 0x0D ? 0x0A : byte) }
      afterReturn = byte == 0x0D
    }
    return String(decoding: result, as: UTF8.self)
  }
}
