import Cryptography
import Wire

/// A JWS as it was received (RFC 7515): its original bytes, and what they decode to. Nothing in it
/// has been checked.
///
/// A class, because tokens are handed on a great deal and never change.
package final class UnverifiedToken: Sendable {
  /// How the token was written; only the compact form is a JWT (RFC 7519 3).
  package enum Form: Hashable, Sendable {
    case compact
    /// One signature of a JWS in JSON.
    case json
  }

  package let form: Form
  /// The text's bytes, over which a signature is verified: three parts with dots between.
  package let bytes: [UInt8]
  let readHeader: TokenHeader
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
  ///
  /// A payload that is not encoded (RFC 7797) is taken as such only for a JWS of anything: in a JWT
  /// there is none, so that its payload is decoded whatever the header says.
  package convenience init(
    _ text: String, as rule: PayloadRule = .claims, limits: TokenLimits = TokenLimits()
  ) throws(TokenError) {
    try self.init(text, as: rule, limits: limits, known: nil)
  }

  /// A token under a header that was read before is spared reading it again.
  convenience init(
    _ text: String, as rule: PayloadRule, limits: TokenLimits, known: TokenHeader?
  ) throws(TokenError) {
    try self.init(
      try TokenParts(compact: Array(text.utf8), limits: limits), form: .compact, rule: rule,
      limits: limits, known: known)
  }

  init(
    _ parts: TokenParts, form: Form, rule: PayloadRule, unprotected: JSONObject = JSONObject(),
    limits: TokenLimits, known: TokenHeader? = nil
  ) throws(TokenError) {
    let read: Result<TokenHeader, TokenError>
    if let known, unprotected.members.isEmpty, known.unprotectedNames.isEmpty,
      parts.hasHeader(known.text)
    {
      read = .success(known)
    } else {
      let bytes = try parts.decoded(.header, limits: limits)
      read = TokenHeader.read(
        bytes, text: Array(parts.bytes[parts.header]), unprotected: unprotected)
    }
    let isRaw = rule == .anything && (try? read.get())?.isEncoded?.bool == false
    payload = isRaw ? Array(parts.bytes[parts.payload]) : try parts.decoded(.payload)
    signature = try parts.decoded(.signature)
    readHeader = try read.get()
    body = JSONValue.reading(payload)
    headerSpan = parts.header
    payloadSpan = parts.payload
    signatureSpan = parts.signature
    bytes = parts.bytes
    self.form = form
  }

  /// The header; of a JWS in JSON, protected and unprotected members together.
  package var header: JSONObject { readHeader.object }

  /// The names of the header that no signature covers.
  package var unprotectedNames: [String] { readHeader.unprotectedNames }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The bytes that the signature is of: header, dot and payload as they were received.
  package var signingInput: ArraySlice<UInt8> { bytes[..<payloadSpan.upperBound] }

  /// The claims; nil when the payload is no JSON object.
  package var claims: JSONObject? {
    if case .success(let value) = body { value.object } else { nil }
  }

  /// `alg` as it stands in the header, in its own spelling.
  package var algorithm: String? { readHeader.algorithm?.string }
  package var keyID: String? { readHeader.keyID?.string }
  package var type: String? { readHeader.type?.string }
}
