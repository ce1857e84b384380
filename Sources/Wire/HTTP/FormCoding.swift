/// `application/x-www-form-urlencoded`, for bodies and queries (WHATWG URL 5).
package enum FormCoding {
  package static func parse(_ text: some StringProtocol) -> [Pair] {
    var out: [Pair] = []
    for part in Substring(text).utf8.split(separator: UInt8(ascii: "&")) {
      let equals = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
      let value = equals == part.endIndex ? part[equals...] : part[part.index(after: equals)...]
      out.append(Pair(decode(part[..<equals]), decode(value)))
    }
    return out
  }

  package static func encode(_ pairs: [Pair]) -> String {
    var out: [UInt8] = []
    for (index, pair) in pairs.enumerated() {
      if index > 0 { out.append(UInt8(ascii: "&")) }
      Percent.append(pair.name, to: &out)
      out.append(UInt8(ascii: "="))
      Percent.append(pair.value, to: &out)
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func decode(_ bytes: Substring.UTF8View) -> String {
    guard bytes.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
      return String(Substring(bytes))
    }
    return Percent.decode(bytes.map { $0 == UInt8(ascii: "+") ? 32 : $0 })
  }
}
