/// The Cookie request header as a server reads it: pairs split at `;`, names at the first `=`.
package enum CookieHeader {
  package static func parse(_ text: String) -> [Pair] {
    var out: [Pair] = []
    for part in text.utf8.split(separator: UInt8(ascii: ";")) {
      let trimmed = part.drop { $0 == 32 || $0 == 9 }
      let equals = trimmed.firstIndex(of: UInt8(ascii: "="))
      let name = Substring(trimmed[..<(equals ?? trimmed.startIndex)])
      let value = equals.map { Substring(trimmed[trimmed.index(after: $0)...]) }
      out.append(Pair(String(name), String(value ?? Substring(trimmed))))
    }
    return out
  }
}
