/// Splits the bytes of an absolute URL (RFC 3986 3).
struct WireURLParser {
  typealias Part = Slice<UnsafeBufferPointer<UInt8>>

  let bytes: UnsafeBufferPointer<UInt8>

  static func hasScheme(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.firstIndex(of: UInt8(ascii: ":")).map { isScheme(bytes[..<$0]) } ?? false
  }

  func parse() -> WireURL? {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), Self.isScheme(bytes[..<colon]),
      !bytes.contains(where: { $0 <= 32 || $0 == 127 })
    else { return nil }
    var rest = bytes[(colon + 1)...]
    let fragment = Self.cutTail(of: &rest, at: UInt8(ascii: "#"))
    let query = Self.cutTail(of: &rest, at: UInt8(ascii: "?"))
    let scheme = ASCII.lowercased(Self.text(bytes[..<colon]))
    let isWeb = scheme == "https" || scheme == "http"
    var authority: (host: String, port: Int?) = ("", nil)
    if rest.starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")]) {
      let afterSlashes = rest.dropFirst(2)
      let slash = afterSlashes.firstIndex(of: UInt8(ascii: "/")) ?? afterSlashes.endIndex
      guard let found = Self.authority(afterSlashes[..<slash], scheme: scheme) else { return nil }
      authority = found
      rest = afterSlashes[slash...]
    }
    if authority.host.isEmpty, isWeb || authority.port != nil { return nil }
    var url = WireURL(
      scheme: scheme, host: authority.host, port: authority.port,
      path: rest.isEmpty ? "/" : Self.text(rest))
    url.rawQuery = query.map(Self.text)
    url.fragment = fragment.map(Self.text)
    return url
  }

  private static func text(_ part: Part) -> String { String(decoding: part, as: UTF8.self) }

  /// Cuts off what begins with the mark, and gives it without the mark.
  private static func cutTail(of part: inout Part, at mark: UInt8) -> Part? {
    guard let index = part.firstIndex(of: mark) else { return nil }
    let tail = part[(index + 1)...]
    part = part[..<index]
    return tail
  }

  private static func isScheme(_ part: Part) -> Bool {
    guard let first = part.first, ASCII.isLetter(first) else { return false }
    return part.allSatisfy {
      ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == 43 || $0 == 45 || $0 == 46
    }
  }

  /// Where the host ends: at a colon or the end; nil when more than a port follows it, or when the
  /// bracket of an IPv6 address does not close (RFC 3986 3.2.2).
  private static func hostEnd(of place: Part) -> Int? {
    let colon = UInt8(ascii: ":")
    guard place.first == UInt8(ascii: "[") else {
      let first = place.firstIndex(of: colon) ?? place.endIndex
      return place[first...].dropFirst().contains(colon) ? nil : first
    }
    guard let bracket = place.firstIndex(of: UInt8(ascii: "]")) else { return nil }
    let end = bracket + 1
    return end == place.endIndex || place[end] == colon ? end : nil
  }

  /// Host and port; what stands before an `@` is dropped, as no client should send it.
  private static func authority(_ part: Part, scheme: String) -> (host: String, port: Int?)? {
    let at = part.lastIndex(of: UInt8(ascii: "@"))
    let place = at.map { part[($0 + 1)...] } ?? part
    guard let end = hostEnd(of: place) else { return nil }
    let host = ASCII.lowercased(text(place[..<end]))
    guard end < place.endIndex else { return (host, nil) }
    let digits = place[(end + 1)...]
    if digits.isEmpty { return (host, nil) }
    guard digits.count <= 5, digits.allSatisfy(ASCII.isDigit) else { return nil }
    let port = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    guard (1...65535).contains(port) else { return nil }
    let isDefault = (scheme == "https" && port == 443) || (scheme == "http" && port == 80)
    return (host, isDefault ? nil : port)
  }
}
