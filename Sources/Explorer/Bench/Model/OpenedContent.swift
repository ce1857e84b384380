import Tokens
import Wire

/// What a key of the reader found inside an encrypted token.
struct OpenedContent: Sendable {
  /// A token that stands in it.
  let token: DecodedToken?
  let members: [BenchMember]
  /// The content where it is neither: text, or its size.
  let text: String?

  init(_ plaintext: [UInt8]) {
    let text = String(decoding: plaintext, as: UTF8.self)
    token = TokenDecoder.tokens(in: text).first
    let document = token == nil ? try? JSONDocument.parse(plaintext) : nil
    members = (document?.root.members ?? []).enumerated().map { index, member in
      BenchMember(
        opened: member.name, member.value.value, index: index)
    }
    let isText = text.utf8.elementsEqual(plaintext)
    self.text =
      token != nil || !members.isEmpty
      ? nil : isText ? BenchMember.cut(text) : "\(plaintext.count) bytes that are no text"
  }
}
