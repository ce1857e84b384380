import Wire

/// Which bodies are kept: those that may say something of a sign-in.
enum BodyChoice {
  /// A page with a form, or what an API answers.
  private static let longest = 256 << 10
  /// Kept whatever it says.
  private static let short = 4 << 10

  /// What betrays that an answer has to do with a sign-in.
  private static let marks = [
    "token", "eyJ", "\"error", "\\\"error", "issuer", "\"keys\"", "session", "password", "csrf",
    "assertion",
  ].map { Array($0.utf8) }
  private static let forms = ["<form", "<FORM", "\\u003cform", "\\u003Cform"].map { Array($0.utf8) }

  /// Nil for a body that is left out.
  static func body(
    _ cursor: JSONCursor, _ span: Range<Int>, isBase64: Bool, type: String, status: Int
  ) throws(JSONError) -> String? {
    guard let kind = Kind(type: type), span.count <= longest * 2 else { return nil }
    if isBase64 {
      guard let bytes = (try? Base64.decodeLenient(try cursor.string(at: span)))?.bytes,
        bytes.withUnsafeBufferPointer({ isWanted($0, kind, status: status) })
      else { return nil }
      return cut(String(decoding: bytes, as: UTF8.self))
    }
    let raw = cursor.bytes(at: span)
    guard isWanted(raw, kind, status: status) else { return nil }
    return cut(try cursor.string(at: span))
  }

  /// A text that is not too long, cut off between two characters where it is.
  static func cut(_ text: String) -> String {
    guard text.utf8.count > longest else { return text }
    let end = text.utf8.index(text.startIndex, offsetBy: longest)
    return String(text[..<end])
  }

  private enum Kind {
    case data, page, form

    init?(type: String) {
      if type.contains("json") || type.contains("jwt") || type.contains("xml+saml") {
        self = .data
      } else if type.hasPrefix("text/html") || type.hasPrefix("application/xhtml") {
        self = .page
      } else if type.hasPrefix("application/x-www-form") || type.hasPrefix("text/plain") {
        self = .form
      } else {
        return nil
      }
    }
  }

  private static func isWanted(
    _ bytes: UnsafeBufferPointer<UInt8>, _ kind: Kind, status: Int
  ) -> Bool {
    if bytes.count <= short || status >= 400 { return true }
    switch kind {
    case .data: return marks.contains { bytes.contains($0) }
    case .page: return forms.contains { bytes.contains($0) }
    case .form: return marks.contains { bytes.contains($0) }
    }
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// Whether some bytes stand anywhere in these.
  fileprivate func contains(_ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first else { return true }
    var from = 0
    while let at = firstOffset(of: first, from: from), at + wanted.count <= count {
      if self[at..<at + wanted.count].elementsEqual(wanted) { return true }
      from = at + 1
    }
    return false
  }
}
