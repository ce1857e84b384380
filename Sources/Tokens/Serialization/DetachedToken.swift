import Wire

extension UnverifiedToken {
  /// A compact JWS whose payload travels elsewhere (RFC 7515 F, RFC 7797 5.2), put together again.
  package convenience init(
    detached text: String, payload: [UInt8], limits: TokenLimits = TokenLimits()
  ) throws(TokenError) {
    let parts = try TokenParts(compact: Array(text.utf8), limits: limits)
    guard parts.payload.isEmpty else {
      throw TokenError(
        .payload, offset: parts.payload.lowerBound, .payloadTwice)
    }
    let slices = [parts.header, parts.signature].map {
      String(decoding: parts.bytes[$0], as: UTF8.self)
    }
    let header = try? JSONValue.parse(Base64.decodeURL(slices[0]))
    let isRaw = header?["b64"]?.bool == false
    try self.init(
      TokenParts(
        protected: slices[0], payload: isRaw ? payload : Array(Base64.url(payload).utf8),
        signature: slices[1]),
      form: .compact, rule: .anything, limits: limits)
  }
}
