import Cryptography
import Wire

/// Shows all that can be shown of any input: tokens in a header, a cookie, a log or a file, whole
/// or cut, signed or encrypted, well-formed or not. It refuses nothing and vouches for nothing.
package enum TokenDecoder {
  /// How deep tokens inside tokens are opened.
  private static let deepest = 4

  /// Every token in the text, in order.
  package static func tokens(in text: String) -> [DecodedToken] {
    let bytes = Array(text.utf8)
    if let token = JSONFormDecoder.token(bytes) { return [token] }
    return TokenScanner(bytes).sources().map { decode($0, depth: 1) }
  }

  static func decode(_ source: TokenSource, depth: Int) -> DecodedToken {
    let parts = source.parts
    var decoder = PartDecoder(source)
    let header = decoder.json("header", parts[0], isHeader: true)
    let isEncrypted =
      parts.count >= 5 || (parts.count == 4 && header.document?.root["enc"] != nil)
    let rest =
      isEncrypted
      ? encryptedParts(parts, &decoder) : signedParts(parts, header, &decoder)
    let text = String(decoding: source.bytes, as: UTF8.self)
    var notes = source.notes + decoder.notes
    notes += HeaderNotes.notes(header, isEncrypted: isEncrypted)
    notes += shapeNotes(parts, source, isEncrypted: isEncrypted)
    let nested = isEncrypted ? [] : nested(rest.first, depth: depth, &notes)
    return DecodedToken(
      kind: isEncrypted ? .encrypted : .signed, form: .compact, span: source.span,
      parts: [header] + rest, text: text, notes: notes,
      certificates: HeaderNotes.certificates(header), nested: nested)
  }

  private static func signedParts(
    _ parts: [Range<Int>], _ header: DecodedPart, _ decoder: inout PartDecoder
  ) -> [DecodedPart] {
    var decoded: [DecodedPart] = []
    if parts.count > 1 {
      let isRaw = header.document?.root["b64"]?.value.bool == false
      decoded.append(
        isRaw
          ? decoder.raw("payload", parts[1])
          : decoder.json("payload", parts[1], isHeader: false))
    }
    if parts.count > 2, !parts[2].isEmpty { decoded.append(decoder.bytes("signature", parts[2])) }
    return decoded
  }

  private static func encryptedParts(
    _ parts: [Range<Int>], _ decoder: inout PartDecoder
  ) -> [DecodedPart] {
    zip(EncryptedPart.allCases, parts).dropFirst().map { part, range in
      decoder.bytes(part.rawValue, range)
    }
  }

  private static func shapeNotes(
    _ parts: [Range<Int>], _ source: TokenSource, isEncrypted: Bool
  ) -> [TokenNote] {
    var notes: [TokenNote] = []
    switch (parts.count, isEncrypted) {
    case (1, _):
      notes += [TokenNote(.missingPart("payload")), TokenNote(.missingPart("signature"))]
    case (2, _): notes.append(TokenNote(.missingPart("signature")))
    case (3, false): break
    case (5, true): break
    case (let count, _): notes.append(TokenNote(.parts(count)))
    }
    if source.bytes.count > 4096 { notes.append(TokenNote(.beyondCookie(source.bytes.count))) }
    return notes
  }

  /// A payload that is a token itself (RFC 7519 A.2), or a JSON string that holds one.
  private static func nested(
    _ payload: DecodedPart?, depth: Int, _ notes: inout [TokenNote]
  ) -> [DecodedToken] {
    guard let payload, payload.document?.root.members == nil else { return [] }
    let text = payload.document?.value.string.map { Array($0.utf8) } ?? payload.bytes
    let sources = TokenScanner(text).sources()
    guard !sources.isEmpty, text.contains(UInt8(ascii: ".")) else { return [] }
    guard depth < deepest else {
      notes.append(TokenNote(.tooDeep, part: "payload"))
      return []
    }
    return sources.map { decode($0, depth: depth + 1) }
  }
}
