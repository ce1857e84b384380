import Tokens

extension FuzzProperty {
  /// Every token that is found in a text lies in it, and so does every part, member and note.
  static let tokenText = FuzzProperty(
    name: "text",
    seeds: {
      let token = try TokenSigner(.hs256, FuzzKeys.secret).sign(FuzzKeys.claims)
      return text(
        "Authorization: Bearer \(token)", "Set-Cookie: sid=\(token); Path=/", "\"\(token)\"",
        "a \(token) b\n\(token.dropLast(20))", token.map { "\($0)\n" }.joined(),
        #"{"payload":"e30","protected":"e30","signature":"AA"}"#, "e30.e30.", "ey.ey.ey")
    },
    check: { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      let whole = 0..<text.utf8.count
      for token in TokenDecoder.tokens(in: text) {
        try require(whole.contains(token.span), "a token outside of the text")
        for part in token.parts {
          try require(whole.contains(part.span), "a part outside of the text")
          for member in part.members {
            try require(part.span.contains(member.span), "a member outside of its part")
          }
        }
        for note in token.notes {
          try require(note.span.map(whole.contains) ?? true, "a note outside of the text")
          try require(!note.sentence.isEmpty, "a note without a sentence")
        }
      }
    })
}
