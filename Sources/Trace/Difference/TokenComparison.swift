import Wire

/// Two tokens that have the same name in their runs, and not the same bytes.
struct TokenComparison {
  private let name: String
  private let here: [Substring]
  private let there: [Substring]

  /// The first token of each text; nil when one of them has none.
  init?(_ left: String, _ right: String, _ sides: Sides) {
    guard let here = Self.token(in: left, sides.here),
      let there = Self.token(in: right, sides.there)
    else { return nil }
    name = here.name
    self.here = here.value.split(separator: ".", omittingEmptySubsequences: false)
    self.there = there.value.split(separator: ".", omittingEmptySubsequences: false)
  }

  private static func token(in text: String, _ side: Side) -> Secret? {
    side.secrets.annotate(text).lazy.map { side.trace.secret($0.secret) }.first {
      $0.value.utf8.count { $0 == UInt8(ascii: ".") } == 2
    }
  }

  /// "claim exp 1700000900 here, 1700003600 there".
  var words: String {
    difference("JOSE header", 0) ?? difference("claim", 1) ?? "the signature of \(name) differs"
  }

  private func difference(_ what: String, _ part: Int) -> String? {
    guard here[part] != there[part] else { return nil }
    guard let left = members(here[part]), let right = members(there[part]) else {
      return "the \(what) part of \(name) differs"
    }
    for member in left.names + right.names {
      let (a, b) = (left[member]?.plainText, right[member]?.plainText)
      if a == b { continue }
      guard let a else { return "\(what) \(member) only there" }
      guard let b else { return "\(what) \(member) only here" }
      return "\(what) \(member) \(a) here, \(b) there"
    }
    return "the \(what) part of \(name) is written in another way"
  }

  private func members(_ part: Substring) -> JSONObject? {
    guard let decoded = try? Base64.decodeLenient(part) else { return nil }
    return try? JSONValue.parse(decoded.bytes, limits: .lenient).object
  }
}
