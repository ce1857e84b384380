import Wire

extension StepReader {
  /// The last secret of a kind that a message of the step carried, or a part of it.
  func token(_ kind: SecretKind, _ field: TokenField) -> Observation {
    guard let value = lastCarried(kind) else { return .absent }
    let parts = value.split(separator: ".", omittingEmptySubsequences: false)
    switch field {
    case .size: return .count(value.utf8.count)
    case .header(let name):
      guard parts.count >= 3 else { return .absent }
      return Self.member(name, ofPart: parts[0])
    case .claim(let name):
      // The second part of a JWE (five parts) is an encrypted key (RFC 7516 3.1).
      guard parts.count == 3 else { return .absent }
      return Self.member(name, ofPart: parts[1])
    }
  }

  private static func member(_ name: String, ofPart part: Substring) -> Observation {
    guard let decoded = try? Base64.decodeLenient(part),
      let value = try? JSONValue.parse(decoded.bytes, limits: .lenient)
    else { return .absent }
    return value.member(atPath: name).map(Observation.of) ?? .absent
  }

  private func lastCarried(_ kind: SecretKind) -> String? {
    let values = trace.secrets.lazy.filter { $0.kind == kind && !$0.value.isEmpty }.map(\.value)
    let newestFirst = Array(values.reversed())
    guard !newestFirst.isEmpty else { return nil }
    for record in records.reversed() {
      let texts = record.event.messageTexts
      guard !texts.isEmpty else { continue }
      let carried = newestFirst.first { value in
        texts.contains { ByteSearch.first(value, in: $0) != nil }
      }
      if let carried { return carried }
    }
    return nil
  }
}
