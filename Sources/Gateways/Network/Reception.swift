import Wire

/// What has come of an answer so far, and the bounds that it must keep.
struct Reception {
  enum Overflow { case header, body }

  private let limits: HTTPClient.Limits
  private var headerBytes = 0
  private(set) var fields: [Pair] = []
  private(set) var body: [UInt8] = []
  private(set) var overflow: Overflow?

  init(limits: HTTPClient.Limits) { self.limits = limits }

  /// The reception behind the pointer that C carries through.
  static func at(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Reception> {
    guard let context else { preconditionFailure("libcurl lost the receiver") }
    return context.assumingMemoryBound(to: Reception.self)
  }

  mutating func takeHeader(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    headerBytes += line.count
    guard headerBytes <= limits.headerBytes else {
      overflow = .header
      return false
    }
    let text = line[...].trimmed
    if text.starts(with: "HTTP/".utf8) {
      // An answer follows: what came before was provisional (RFC 9110 15.2).
      fields = []
    } else if let first = line.first, first == 0x20 || first == 0x09, let last = fields.indices.last
    {
      // A folded line belongs to the field before it (RFC 9112 5.2).
      fields[last].value += " " + String(decoding: text, as: UTF8.self)
    } else if let colon = text.firstIndex(of: UInt8(ascii: ":")) {
      let value = text[text.index(after: colon)...].trimmed
      fields.append(
        Pair(
          String(decoding: text[..<colon], as: UTF8.self), String(decoding: value, as: UTF8.self)))
    }
    return true
  }

  mutating func takeBody(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard body.count + bytes.count <= limits.bodyBytes else {
      overflow = .body
      return false
    }
    body.append(contentsOf: bytes)
    return true
  }
}

extension UnsafeMutablePointer where Pointee == Reception {
  func takeHeader(_ bytes: UnsafePointer<CChar>?, _ count: Int) -> Bool {
    withBytes(bytes, count) { pointee.takeHeader($0) }
  }

  func takeBody(_ bytes: UnsafePointer<CChar>?, _ count: Int) -> Bool {
    withBytes(bytes, count) { pointee.takeBody($0) }
  }

  private func withBytes(
    _ bytes: UnsafePointer<CChar>?, _ count: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    guard let bytes else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    return bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
      body(UnsafeBufferPointer(start: $0, count: count))
    }
  }
}

extension Slice where Base == UnsafeBufferPointer<UInt8> {
  /// Without the spaces, tabs and line breaks at both ends.
  fileprivate var trimmed: Self {
    let blank: Set<UInt8> = [0x20, 0x09, 0x0D, 0x0A]
    let start = firstIndex { !blank.contains($0) } ?? endIndex
    let last = lastIndex { !blank.contains($0) }
    return last.map { self[start...$0] } ?? self[start..<start]
  }
}
