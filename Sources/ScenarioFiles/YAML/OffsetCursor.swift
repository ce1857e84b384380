/// libyaml counts characters, a file's places are bytes: walks from the last answer to the next,
/// which is near it.
struct OffsetCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isASCII: Bool
  private var characters = 0
  private var offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    isASCII = bytes.allSatisfy { $0 < 0x80 }
  }

  mutating func bytes(forCharacters wanted: Int) -> Int {
    if isASCII { return min(wanted, bytes.count) }
    while characters < wanted, offset < bytes.count {
      offset += 1
      while offset < bytes.count, isContinuation(offset) { offset += 1 }
      characters += 1
    }
    while characters > wanted, offset > 0 {
      offset -= 1
      while offset > 0, isContinuation(offset) { offset -= 1 }
      characters -= 1
    }
    return offset
  }

  private func isContinuation(_ index: Int) -> Bool { bytes[index] & 0xC0 == 0x80 }
}
