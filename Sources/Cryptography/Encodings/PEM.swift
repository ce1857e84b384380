internal import COpenSSL

/// One block of a PEM text (RFC 7468): a label and the bytes between its lines.
package struct PEM: Hashable, Sendable {
  package let label: String
  package let bytes: [UInt8]

  package init(label: String, bytes: [UInt8]) {
    self.label = label
    self.bytes = bytes
  }

  /// All blocks of the text in order; what stands between blocks is commentary (RFC 7468 2).
  package static func blocks(in text: some StringProtocol) throws(CryptographyError) -> [PEM] {
    try placedBlocks(in: Array(text.utf8)).map(\.block)
  }

  /// The same blocks with the byte where each begins.
  package static func placedBlocks(
    in text: [UInt8]
  ) throws(CryptographyError) -> [(offset: Int, block: PEM)] {
    var reader = PEMReader(text)
    return try reader.blocks()
  }

  /// The block as text with LF at the ends of its lines, 64 characters wide.
  package var text: String {
    var lines = "-----BEGIN \(label)-----\n"
    let body = Self.base64(bytes)
    var start = body.startIndex
    while start < body.endIndex {
      let end = min(start + 64, body.endIndex)
      lines += String(decoding: body[start..<end], as: UTF8.self) + "\n"
      start = end
    }
    return lines + "-----END \(label)-----\n"
  }

  private static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let capacity = (bytes.count + 2) / 3 * 4
    // libcrypto ends its text with a zero byte.
    return [UInt8](unsafeUninitializedCapacity: capacity + 1) { output, written in
      written = Int(EVP_EncodeBlock(output.baseAddress, bytes, Int32(bytes.count)))
    }
  }
}

/// Finds the blocks of a PEM text and says at which byte one is wrong.
private struct PEMReader {
  private let text: [UInt8]
  private var position = 0

  init(_ text: [UInt8]) { self.text = text }

  mutating func blocks() throws(CryptographyError) -> [(offset: Int, block: PEM)] {
    var found: [(offset: Int, block: PEM)] = []
    while let begin = find("-----BEGIN ", from: position) {
      position = begin
      found.append((begin, try block(begin: begin)))
    }
    guard !found.isEmpty else { throw .malformedPEM(.noBegin, offset: 0) }
    return found
  }

  private mutating func block(begin: Int) throws(CryptographyError) -> PEM {
    let label = try self.label(after: begin + 11)
    let bodyStart = position
    guard let end = find("-----END ", from: bodyStart) else {
      throw .malformedPEM(.noEnd(label: label), offset: begin)
    }
    let endLabel = try self.label(after: end + 9)
    guard endLabel == label else {
      throw .malformedPEM(.endMismatch(begin: label, end: endLabel), offset: end)
    }
    return PEM(label: label, bytes: try decode(bodyStart..<end))
  }

  /// The text up to the five dashes; the position moves past them.
  private mutating func label(after start: Int) throws(CryptographyError) -> String {
    let lineEnd = text[start...].firstIndex { $0 == 10 || $0 == 13 } ?? text.count
    guard let dashes = find("-----", from: start), dashes < lineEnd else {
      throw .malformedPEM(.unterminatedLabel, offset: start)
    }
    position = dashes + 5
    return String(decoding: text[start..<dashes], as: UTF8.self)
  }

  private func find(_ needle: StaticString, from start: Int) -> Int? {
    let pattern = needle.description.utf8
    guard text.count >= pattern.count + start else { return nil }
    return (start...(text.count - pattern.count)).first { offset in
      text[offset..<(offset + pattern.count)].elementsEqual(pattern)
    }
  }

  private func decode(_ range: Range<Int>) throws(CryptographyError) -> [UInt8] {
    var body: [UInt8] = []
    body.reserveCapacity(range.count)
    var padding = 0
    for offset in range {
      let byte = text[offset]
      if byte == 9 || byte == 10 || byte == 13 || byte == 32 { continue }
      guard byte == 61 || (padding == 0 && isBase64(byte)) else {
        throw .malformedPEM(.invalidCharacter(byte), offset: offset)
      }
      if byte == 61 { padding += 1 }
      body.append(byte)
    }
    guard body.count.isMultiple(of: 4), padding <= 2, !body.isEmpty else {
      throw .malformedPEM(.badLength, offset: range.upperBound)
    }
    // It may have been a private key.
    defer { body.wipe() }
    return [UInt8](unsafeUninitializedCapacity: body.count / 4 * 3) { output, written in
      let rc = EVP_DecodeBlock(output.baseAddress, body, Int32(body.count))
      written = max(0, Int(rc) - padding)
    }
  }

  private func isBase64(_ byte: UInt8) -> Bool {
    switch byte {
    case 43, 47, 48...57, 65...90, 97...122: true
    default: false
    }
  }
}
