import Cryptography
import Wire

/// What a header says that a verifier would stumble over, and the certificates in it.
enum HeaderNotes {
  static func notes(_ header: DecodedPart, isEncrypted: Bool) -> [TokenNote] {
    guard header.document?.root.members != nil else { return [] }
    return (isEncrypted ? encryption(header) : signature(header)) + keys(header)
  }

  /// The members that offer a key.
  static func keys(_ header: DecodedPart) -> [TokenNote] {
    header.members.filter { ["jwk", "jku", "x5u"].contains($0.name) }
      .map { TokenNote(.carriesKey($0.name), part: "header", span: $0.span) }
  }

  private static func signature(_ header: DecodedPart) -> [TokenNote] {
    guard let member = header.members.first(where: { $0.name == "alg" }),
      let name = member.value.string
    else { return [TokenNote(.noAlgorithm, part: "header")] }
    guard SignatureAlgorithm(name: name) == nil else { return [] }
    return [TokenNote(kind(ofUnserved: name), part: "header", span: member.span)]
  }

  private static func kind(ofUnserved name: String) -> TokenNote.Kind {
    if let meant = SignatureAlgorithm(folding: name) {
      return .oddlyCased(name, means: meant.name)
    }
    if ASCII.equalFolded(name, "none") {
      return name.hasSameBytes(as: "none") ? .unsigned : .oddlyCased(name, means: "none")
    }
    return recognised.contains(name) ? .recognisedAlgorithm(name) : .unknownAlgorithm(name)
  }

  /// Registered or on their way, and not served: post-quantum signatures, old and rare ones.
  private static let recognised: Set<String> = [
    "ML-DSA-44", "ML-DSA-65", "ML-DSA-87", "SLH-DSA-SHA2-128s", "SLH-DSA-SHAKE-128s", "RS1", "HS1",
    "ESP256", "ESP384", "ESP512", "ESB256", "ESB320", "ESB384", "ESB512",
  ]

  private static func encryption(_ header: DecodedPart) -> [TokenNote] {
    guard let member = header.members.first(where: { $0.name == "alg" }),
      let name = member.value.string
    else { return [TokenNote(.noAlgorithm, part: "header")] }
    guard KeyManagementAlgorithm(name: name) == nil else { return [] }
    let meant = KeyManagementAlgorithm.allCases.first { ASCII.equalFolded($0.name, name) }
    let kind: TokenNote.Kind =
      meant.map { .oddlyCased(name, means: $0.name) } ?? .unknownAlgorithm(name)
    return [TokenNote(kind, part: "header", span: member.span)]
  }

  /// `x5c` holds standard Base64, not base64url (RFC 7515 4.1.6).
  static func certificates(_ header: DecodedPart) -> [Certificate] {
    let chain = header.document?.root["x5c"]?.value.array ?? []
    return chain.compactMap(\.string).compactMap { text in
      (try? Base64.decodeLenient(text)).flatMap { try? Certificate(der: $0.bytes) }
    }
  }
}
