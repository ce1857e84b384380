import Wire

/// A secret in a text.
package struct Appearance: Hashable, Sendable {
  package enum Form: String, Hashable, Sendable, CaseIterable {
    case raw, percent
    /// As JSON or HTML escapes it.
    case escaped
    case base64
    /// Inside the header or the claims of a JWT.
    case claim
    /// Not the value: a row whose key stands for it, such as its hash.
    case reference
  }

  package let secret: SecretID
  /// The bytes of the text that hold any of its bits.
  package let range: Range<Int>
  package let form: Form
}

/// Finds a run's secrets in any text, on demand: nothing is looked for while a run is made.
package struct SecretIndex: Sendable {
  /// Shorter values would be found everywhere.
  private static let shortest = 3

  let secrets: [Secret]
  private let table: SecretTable
  /// Values that are too short for the table: found only where they stand alone.
  private let short: [[UInt8]: SecretID]

  package init(_ trace: Trace) {
    self.init(trace.secrets, of: trace.secrets.indices.map { SecretID($0) })
  }

  /// An index of some of the secrets.
  init(_ secrets: [Secret], of wanted: [SecretID]) {
    self.secrets = secrets
    var patterns: [SecretPattern] = []
    var short: [[UInt8]: SecretID] = [:]
    for id in wanted {
      let value = secrets[Int(id.index)].value
      let length = value.utf8.count
      if length >= SecretTable.anchor {
        patterns += SecretForms.patterns(of: value, secret: id)
      } else if length >= Self.shortest, short[Array(value.utf8)] == nil {
        short[Array(value.utf8)] = id
      }
    }
    table = SecretTable(patterns)
    self.short = short
  }

  /// Where secrets stand in a text, in order. A secret inside another one (the session id in a
  /// token's claims) is told only when nested ones are asked for.
  package func annotate(_ text: String, nested: Bool = false) -> [Appearance] {
    var text = text
    return text.withUTF8 { bytes in
      var found = table.matches(in: bytes).map { appearance($0.start, $0.pattern, bytes) }
      found += lone(in: bytes)
      found.sort { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }
      return nested ? found : Self.outermost(found)
    }
  }

  /// The text with each secret replaced by its stable name in braces.
  package func mask(_ text: String) -> String {
    let found = annotate(text)
    guard !found.isEmpty else { return text }
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var done = 0
    for appearance in found {
      out += bytes[done..<appearance.range.lowerBound]
      out += "{\(secrets[Int(appearance.secret.index)].name)}".utf8
      done = appearance.range.upperBound
    }
    return String(decoding: out + bytes[done...], as: UTF8.self)
  }

  private static func outermost(_ sorted: [Appearance]) -> [Appearance] {
    var end = 0
    return sorted.filter { appearance in
      guard appearance.range.lowerBound >= end else { return false }
      end = appearance.range.upperBound
      return true
    }
  }

  private func appearance(
    _ start: Int, _ pattern: SecretPattern, _ text: UnsafeBufferPointer<UInt8>
  ) -> Appearance {
    var lower = start
    var upper = start + pattern.bytes.count
    if pattern.spillsBefore, lower > 0, Base64Letters.contains(text[lower - 1]) { lower -= 1 }
    if pattern.spillsBehind, upper < text.count, Base64Letters.contains(text[upper]) { upper += 1 }
    let isInToken = pattern.form == .base64 && Base64Letters.isInsideToken(text, at: start)
    return Appearance(
      secret: pattern.secret, range: lower..<upper, form: isInToken ? .claim : pattern.form)
  }

  /// Short secrets that are a whole run of letters: `sid=1001;`.
  private func lone(in text: UnsafeBufferPointer<UInt8>) -> [Appearance] {
    guard !short.isEmpty else { return [] }
    var out: [Appearance] = []
    var start = 0
    for end in 0...text.count {
      if end < text.count, !Self.isDelimiter(text[end]) { continue }
      let length = end - start
      if length >= Self.shortest, length < SecretTable.anchor,
        let id = short[Array(text[start..<end])]
      {
        out.append(Appearance(secret: id, range: start..<end, form: .raw))
      }
      start = end + 1
    }
    return out
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "-"), 128...255: false
    default: true
    }
  }
}

// Whole messages, for exports without secrets.
extension SecretIndex {
  package func mask(_ request: Request) -> Request {
    var out = request
    out.url.path = mask(request.url.path)
    out.url.rawQuery = request.url.rawQuery.map { mask($0) }
    out.url.fragment = request.url.fragment.map { mask($0) }
    out.headers = mask(request.headers)
    out.body = mask(request.body)
    return out
  }

  package func mask(_ response: Response) -> Response {
    var out = response
    out.headers = mask(response.headers)
    out.body = mask(response.body)
    return out
  }

  private func mask(_ headers: Headers) -> Headers {
    Headers(headers.fields.map { Pair($0.name, mask($0.value)) })
  }
}
