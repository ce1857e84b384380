import Cryptography
import Wire

/// Decodes the JSON forms of JWS and JWE (RFC 7515 7.2, RFC 7516 7.2), whose parts are members of
/// the text.
enum JSONFormDecoder {
  /// A longer text is a file that holds tokens, not a token.
  private static let largest = 1 << 20

  /// Nil when the text is no JSON object with the members of either.
  static func token(_ text: [UInt8]) -> DecodedToken? {
    guard text.first(where: { !TokenSource.isWhiteSpace($0) }) == UInt8(ascii: "{"),
      text.count <= largest, let document = try? JSONDocument.parse(text),
      document.root.members != nil
    else { return nil }
    if document.root["ciphertext"] != nil { return encrypted(document) }
    guard document.root["signatures"] != nil || document.root["signature"] != nil else {
      return nil
    }
    return signed(document)
  }

  private static func signed(_ document: JSONDocument) -> DecodedToken {
    var collector = PartCollector(document)
    let signatures = document.root["signatures"]?.elements
    for holder in signatures ?? [document.root] {
      collector.add("header", holder["protected"], isJSON: true)
      collector.addObject("unprotected header", holder["header"])
    }
    collector.add("payload", document.root["payload"], isJSON: true)
    for holder in signatures ?? [document.root] {
      collector.add("signature", holder["signature"], isJSON: false)
    }
    return collector.token(.signed, signatures == nil ? .flattened : .general)
  }

  private static func encrypted(_ document: JSONDocument) -> DecodedToken {
    var collector = PartCollector(document)
    collector.add("header", document.root["protected"], isJSON: true)
    collector.addObject("shared header", document.root["unprotected"])
    let recipients = document.root["recipients"]?.elements
    for holder in recipients ?? [document.root] {
      collector.addObject("unprotected header", holder["header"])
      collector.add("encrypted key", holder["encrypted_key"], isJSON: false)
    }
    for name in ["iv", "ciphertext", "tag", "aad"] {
      collector.add(name, document.root[name], isJSON: false)
    }
    return collector.token(.encrypted, recipients == nil ? .flattened : .general)
  }
}

/// Gathers the parts of a JSON form.
private struct PartCollector {
  private let document: JSONDocument
  private var parts: [DecodedPart] = []
  private var notes: [TokenNote] = []

  init(_ document: JSONDocument) {
    self.document = document
    notes = document.duplicates.map { TokenNote(.duplicate($0.name), span: $0.nameSpan) }
  }

  /// A member that holds Base64.
  mutating func add(_ name: String, _ node: JSONNode?, isJSON: Bool) {
    guard let node, node.value.string != nil else { return }
    // Without its quotes; Base64 needs no escapes.
    let inside = node.span.lowerBound + 1..<node.span.upperBound - 1
    let source = TokenSource(document.bytes, inside)
    var decoder = PartDecoder(source)
    let whole = 0..<source.bytes.count
    let part =
      isJSON
      ? decoder.json(name, whole, isHeader: name == "header") : decoder.bytes(name, whole)
    if name == "header" { notes += HeaderNotes.keys(part) }
    parts.append(part)
    notes += source.notes + decoder.notes
  }

  /// A member that is a header in plain JSON.
  mutating func addObject(_ name: String, _ node: JSONNode?) {
    guard let node, let members = node.members else { return }
    let decoded = members.map { member in
      DecodedMember(
        name: member.name, value: member.value.value,
        span: member.nameSpan.lowerBound..<member.value.span.upperBound, isRepeated: false,
        meaning: ClaimMeaning.ofHeader(member.name), time: nil)
    }
    parts.append(
      DecodedPart(
        name: name, span: node.span, bytes: Array(document.bytes[node.span]), document: nil,
        members: decoded))
  }

  func token(_ kind: DecodedToken.Kind, _ form: DecodedToken.Form) -> DecodedToken {
    DecodedToken(
      kind: kind, form: form, span: document.root.span, parts: parts,
      text: document.text(of: document.root.span), notes: notes,
      certificates: parts.flatMap { $0.name == "header" ? HeaderNotes.certificates($0) : [] },
      nested: [])
  }
}
