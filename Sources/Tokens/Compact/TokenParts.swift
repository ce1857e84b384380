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
    let dot = UInt8(ascii: ".")
    guard let first = bytes.firstIndex(of: dot),
      let second = bytes[(first + 1)...].firstIndex(of: dot),
      bytes[(second + 1)...].firstIndex(of: dot) == nil
    else {
      let count = bytes.count { $0 == dot } + 1
      throw TokenError(.token, offset: 0, count == 5 ? .encrypted : .parts(count))
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
