import Cryptography
import Wire

/// A compact JWS (RFC 7515 7.1) as it was received: its original bytes, and what they decode to.
/// Nothing in it has been checked.
package struct UnverifiedToken: Sendable {
  package let text: String
  /// The text's bytes, over which a signature is verified.
  package let bytes: [UInt8]
  package let header: JSONObject
  /// The decoded payload, whatever it is.
  package let payload: [UInt8]
  package let signature: [UInt8]
  /// The payload as JSON, or why it is none; a JWS may carry anything, a JWT claims only.
  package let body: Result<JSONValue, JSONError>
  /// Where the parts lie in the bytes, dots excluded.
  package let headerSpan: Range<Int>
  package let payloadSpan: Range<Int>
  package let signatureSpan: Range<Int>

  /// Refuses a text that is not three parts of strict base64url with a JSON object in front.
  package init(_ text: String, limits: TokenLimits = TokenLimits()) throws(TokenError) {
    let bytes = Array(text.utf8)
    let parts = try CompactParts(bytes, limits: limits)
    let headerBytes = try parts.decoded(.header)
    guard headerBytes.count <= limits.header else {
      throw TokenError(.header, offset: 0, .tooLong(limit: limits.header))
    }
    payload = try parts.decoded(.payload)
    signature = try parts.decoded(.signature)
    header = try Self.header(headerBytes)
    body = Self.json(payload)
    headerSpan = parts.header
    payloadSpan = parts.payload
    signatureSpan = parts.signature
    self.text = text
    self.bytes = bytes
  }

  /// The bytes that the signature is of: header, dot and payload as they were received.
  package var signingInput: ArraySlice<UInt8> { bytes[..<payloadSpan.upperBound] }

  /// The claims; nil when the payload is no JSON object.
  package var claims: JSONObject? {
    if case .success(let value) = body { value.object } else { nil }
  }

  /// `alg` as it stands in the header, in its own spelling.
  package var algorithm: String? { header["alg"]?.string }
  package var keyID: String? { header["kid"]?.string }
  package var type: String? { header["typ"]?.string }

  private static func header(_ bytes: [UInt8]) throws(TokenError) -> JSONObject {
    switch json(bytes) {
    case .success(let value):
      guard let object = value.object else {
        throw TokenError(.header, offset: 0, .notAnObject(value.kind))
      }
      return object
    case .failure(let error):
      throw TokenError(.header, offset: error.offset * 4 / 3, .json(error))
    }
  }

  private static func json(_ bytes: [UInt8]) -> Result<JSONValue, JSONError> {
    do throws(JSONError) {
      return .success(try JSONValue.parse(bytes))
    } catch {
      return .failure(error)
    }
  }
}

/// The three parts of a compact JWS before they are decoded.
struct CompactParts {
  private let bytes: [UInt8]
  let header: Range<Int>
  let payload: Range<Int>
  let signature: Range<Int>

  init(_ bytes: [UInt8], limits: TokenLimits) throws(TokenError) {
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

  func decoded(_ part: TokenPart) throws(TokenError) -> [UInt8] {
    let span: Range<Int>
    switch part {
    case .token: span = 0..<bytes.count
    case .header: span = header
    case .payload: span = payload
    case .signature: span = signature
    }
    do throws(Base64Error) {
      return try Base64.decodeURL(String(decoding: bytes[span], as: UTF8.self))
    } catch {
      throw TokenError(part, offset: span.lowerBound + error.offset, .base64(error))
    }
  }
}
