import Wire

/// What a text is that is no signed token.
struct ShapeSearch {
  private let text: String

  init(_ text: String) { self.text = text }

  var causes: [RefusalCause] {
    let found = TokenDecoder.tokens(in: text)
    guard let token = found.first else {
      return [
        other(
          "an opaque token or no token at all: only its issuer can say (introspection, RFC 7662)")
      ]
    }
    if token.kind == .encrypted {
      return [other("an encrypted token: decrypt it, and verify what is inside")]
    }
    if found.count > 1 { return [other("\(found.count) tokens in one text: give one of them")] }
    if token.form != .compact {
      return [other("a JWS in JSON, which is no JWT: verify it as a JWS")]
    }
    if token.text != text, (try? UnverifiedToken(token.text)) != nil {
      let words = token.notes.map(\.sentence).joined(separator: "; ")
      return [other("would be read if only the token were given: \(words)")]
    }
    return token.notes.map { other($0.sentence) }
  }

  private func other(_ words: String) -> RefusalCause {
    RefusalCause(kind: .notASignedToken(words))
  }
}
