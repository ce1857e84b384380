/// The Cookie request header as a server reads it: pairs split at `;`, names at the first `=`.
package enum CookieHeader {
  /// The pairs in order; one without an equals sign is the value of a cookie without a name.
  package static func parse(_ text: String) -> [Pair] {
    var out: [Pair] = []
    for part in text.utf8.split(separator: UInt8(ascii: ";")) {
      let trimmed = trim(part)
      guard !trimmed.isEmpty else { continue }
      let equals = trimmed.firstIndex(of: UInt8(ascii: "="))
      let name = Substring(trimmed[..<(equals ?? trimmed.startIndex)])
      let value = equals.map { Substring(trimmed[trimmed.index(after: $0)...]) }
      out.append(Pair(String(name), String(value ?? Substring(trimmed))))
    }
    return out
  }

  /// The name that a Set-Cookie header wants to set, for saying which cookie was refused.
  static func name(inSetCookie header: String) -> String {
    let pair = header.utf8.prefix { $0 != UInt8(ascii: ";") }
    guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { return "" }
    return String(Substring(trim(pair[..<equals])))
  }

  private static func trim(_ part: Substring.UTF8View) -> Substring.UTF8View {
    var part = part.drop { $0 == 32 || $0 == 9 }
    while let last = part.last, last == 32 || last == 9 { part.removeLast() }
    return part
  }
}
