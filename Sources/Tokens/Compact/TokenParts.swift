import Wire

/// The three parts of a JWS before they are decoded, in bytes that join them with dots.
struct TokenParts {
  let bytes: [UInt8]
  let header: Range<Int>
  let payload: Range<Int>
  let signature: Range<Int>

  /// The parts of the compact form, of which no more and no fewer than three are there.
  init(compact bytes: [UInt8], limits: TokenLimits) throws(TokenError) {
    guard !bytes.isEmpty else { throw TokenError(.token, offset: 0, .empty) }
    guard bytes.count <= limits.token else {
      throw TokenError(.token, offset: limits.token, .tooLong(limit: limits.token))
    }
    let (count, first, second, third) = Self.dots(in: bytes)
    guard count == 2 else {
      throw TokenError(
        .token, offset: count < 2 ? bytes.count : third,
        count == 4 ? .encrypted : .parts(count + 1))
    }
    guard first > 0 else { throw TokenError(.header, offset: 0, .empty) }
    self.bytes = bytes
    header = 0..<first
    payload = (first + 1)..<second
    signature = (second + 1)..<bytes.count
  }

  /// The parts of one signature in JSON; without a protected header the first is empty.
  init(protected: String, payload text: [UInt8], signature last: String) {
    bytes = Array(protected.utf8) + [46] + text + [46] + Array(last.utf8)
    header = 0..<protected.utf8.count
    payload = (header.upperBound + 1)..<(header.upperBound + 1 + text.count)
    signature = (payload.upperBound + 1)..<bytes.count
  }

  /// How many dots there are, and where the first three stand.
  private static func dots(
    in bytes: [UInt8]
  ) -> (count: Int, first: Int, second: Int, third: Int) {
    bytes.withUnsafeBufferPointer { bytes in
      var places = (count: 0, first: 0, second: 0, third: 0)
      var next = bytes.firstOffset(of: UInt8(ascii: "."))
      while let place = next {
        places.count += 1
        if places.count == 1 { places.first = place }
        if places.count == 2 { places.second = place }
        if places.count == 3 { places.third = place }
        next = bytes.firstOffset(of: UInt8(ascii: "."), from: place + 1)
      }
      return places
    }
  }

  /// Whether the header stands as these bytes.
  func hasHeader(_ text: [UInt8]) -> Bool {
    bytes[header].withUnsafeBufferPointer { own in
      text.withUnsafeBufferPointer { own.holdsSameBytes(as: $0) }
    }
  }

  func decoded(_ part: TokenPart, limits: TokenLimits) throws(TokenError) -> [UInt8] {
    let bytes = try decoded(part)
    guard bytes.count <= limits.header else {
      throw TokenError(part, offset: 0, .tooLong(limit: limits.header))
    }
    return bytes
  }

  func decoded(_ part: TokenPart) throws(TokenError) -> [UInt8] {
    let span: Range<Int>
    switch part {
    case .token: span = 0..<bytes.count
    case .header: span = header
    case .payload: span = payload
    case .signature: span = signature
    }
    do throws(Base64Error) {
      return try Base64.decodeURL(bytes[span])
    } catch {
      throw TokenError(part, offset: span.lowerBound + error.offset, .base64(error))
    }
  }
}
