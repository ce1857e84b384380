/// The Cookie request header as a server reads it: pairs split at `;`, names at the first `=`.
package enum CookieHeader {
  /// The pairs in order; one without an equals sign is the value of a cookie without a name.
  package static func parse(_ text: String) -> [Pair] {
    text.withBytes { bytes in
      var out: [Pair] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let end = rest.firstIndex(of: UInt8(ascii: ";")) ?? rest.endIndex
        let part = trim(rest[..<end])
        if !part.isEmpty { out.append(pair(part)) }
        rest = rest[end...].dropFirst()
      }
      return out
    }
  }

  /// The name that a Set-Cookie header wants to set, for saying which cookie was refused.
  static func name(inSetCookie header: String) -> String {
    header.withBytes { bytes in
      let pair = bytes.prefix { $0 != UInt8(ascii: ";") }
      guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { return "" }
      return String(decoding: trim(pair[..<equals]), as: UTF8.self)
    }
  }

  private typealias Part = Slice<UnsafeBufferPointer<UInt8>>

  private static func pair(_ part: Part) -> Pair {
    guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else {
      return Pair("", String(decoding: part, as: UTF8.self))
    }
    return Pair(
      String(decoding: part[..<equals], as: UTF8.self),
      String(decoding: part[(equals + 1)...], as: UTF8.self))
  }

  private static func trim(_ part: Part) -> Part {
    var part = part
    while let first = part.first, first == 32 || first == 9 { part.removeFirst() }
    while let last = part.last, last == 32 || last == 9 { part.removeLast() }
    return part
  }
}
