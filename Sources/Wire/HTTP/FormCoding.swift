/// `application/x-www-form-urlencoded`, for bodies and queries (WHATWG URL 5).
package enum FormCoding {
  package static func parse(_ text: some StringProtocol) -> [Pair] {
    let bytes = Array(text.utf8)
    var out: [Pair] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "&")) ?? bytes.count
      if start < end { out.append(pair(bytes[start..<end])) }
      start = end + 1
    }
    return out
  }

  package static func encode(_ pairs: [Pair]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(pairs.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 2 })
    for (index, pair) in pairs.enumerated() {
      if index > 0 { out.append(UInt8(ascii: "&")) }
      Percent.append(pair.name, to: &out)
      out.append(UInt8(ascii: "="))
      Percent.append(pair.value, to: &out)
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func pair(_ part: ArraySlice<UInt8>) -> Pair {
    let equals = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
    return Pair(decode(part[..<equals]), decode(part[equals...].dropFirst()))
  }

  private static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    let isPlain = !bytes.contains { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }
    if isPlain { return String(decoding: bytes, as: UTF8.self) }
    return Percent.decode(bytes, plusIsSpace: true)
  }
}
