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

  /// The members that differ; where none does, that the signature does.
  var fields: [FieldDifference] {
    let found = differences("JOSE header", 0) + differences("claim", 1)
    if !found.isEmpty { return found }
    return [
      FieldDifference("signature of \(name)", nil, nil, "the signature of \(name) differs")
    ]
  }

  private func differences(_ what: String, _ part: Int) -> [FieldDifference] {
    guard here[part] != there[part] else { return [] }
    guard let left = members(here[part]), let right = members(there[part]) else {
      return [
        FieldDifference(
          "\(what) part", nil, nil, "the \(what) part of \(name) differs")
      ]
    }
    var told: Set<String> = []
    let found = (left.names + right.names).filter { told.insert($0).inserted }.compactMap {
      difference("\(what) \($0)", left[$0]?.plainText, right[$0]?.plainText)
    }
    if !found.isEmpty { return found }
    return [
      FieldDifference(
        "\(what) part", nil, nil, "the \(what) part of \(name) is written in another way")
    ]
  }

  private func difference(_ what: String, _ left: String?, _ right: String?) -> FieldDifference? {
    if left == right { return nil }
    guard let left else { return FieldDifference(what, nil, right, "\(what) only there") }
    guard let right else { return FieldDifference(what, left, nil, "\(what) only here") }
    return FieldDifference(what, left, right, "\(what) \(left) here, \(right) there")
  }

  private func members(_ part: Substring) -> JSONObject? {
    guard let decoded = try? Base64.decodeLenient(part) else { return nil }
    return try? JSONValue.parse(decoded.bytes, limits: .lenient).object
  }
}
