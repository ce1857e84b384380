/// An absolute URL split into its parts, the query kept as it was written (RFC 3986 3).
///
/// A native app's private-use scheme (`com.shop:/cb`) has no host; `host` is then empty.
package struct WireURL: Hashable, Sendable {
  package var scheme: String
  package var host: String
  package var port: Int?
  package var path: String
  /// The query without its question mark; nil when there is none.
  package var rawQuery: String?
  package var fragment: String?

  package init(
    scheme: String, host: String, port: Int? = nil, path: String, query: [Pair] = []
  ) {
    self.scheme = scheme
    self.host = host
    self.port = port
    self.path = path
    self.rawQuery = query.isEmpty ? nil : FormCoding.encode(query)
  }

  /// Nil when there is no scheme, or the port is not a number from 1 to 65535.
  package init?(_ text: String) {
    let bytes = text.utf8
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > bytes.startIndex,
      Self.isScheme(bytes[..<colon])
    else { return nil }
    scheme = ASCII.lowercased(text[..<colon])
    var rest = text[bytes.index(after: colon)...]
    if let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
      fragment = String(rest[rest.utf8.index(after: hash)...])
      rest = rest[..<hash]
    }
    if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
      rawQuery = String(rest[rest.utf8.index(after: mark)...])
      rest = rest[..<mark]
    }
    host = ""
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
      let slash = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      guard let (host, port) = Self.splitAuthority(rest[..<slash], scheme: scheme) else {
        return nil
      }
      self.host = host
      self.port = port
      rest = rest[slash...]
    }
    path = rest.isEmpty ? "/" : String(rest)
  }

  /// The query's parameters, decoded, in order.
  package var query: [Pair] {
    get { rawQuery.map { FormCoding.parse($0) } ?? [] }
    set { rawQuery = newValue.isEmpty ? nil : FormCoding.encode(newValue) }
  }

  /// Scheme, host and port as in an Origin header (RFC 6454 6.2), the default port left out.
  package var origin: String {
    host.isEmpty ? scheme + ":" : scheme + "://" + host + (port.map { ":\($0)" } ?? "")
  }

  /// The URL without query and fragment.
  package var base: String { origin + path }

  package var text: String {
    var out = base
    if let rawQuery { out += "?" + rawQuery }
    if let fragment { out += "#" + fragment }
    return out
  }

  /// Whether a message to this URL is unreadable on the network.
  package var isSecure: Bool { scheme == "https" }

  /// Resolves a Location header's value against this URL (RFC 3986 5.2, absolute and rooted forms).
  package func resolving(_ reference: String) -> WireURL? {
    if reference.hasPrefix("//") { return WireURL(scheme + ":" + reference) }
    if reference.hasPrefix("/") { return WireURL(origin + reference) }
    if let absolute = WireURL(reference) { return absolute }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return WireURL(origin + folder + reference)
  }

  private static func isScheme(_ bytes: Substring.UTF8View) -> Bool {
    bytes.allSatisfy {
      switch $0 {
      case 48...57, 65...90, 97...122, 43, 45, 46: true
      default: false
      }
    }
  }

  private static func splitAuthority(
    _ text: Substring, scheme: String
  ) -> (host: String, port: Int?)? {
    let afterUser = text.lastIndex(of: "@").map { text[text.index(after: $0)...] } ?? text
    guard let colon = afterUser.lastIndex(of: ":"), !afterUser.hasSuffix("]") else {
      return (ASCII.lowercased(afterUser), nil)
    }
    let digits = afterUser[afterUser.index(after: colon)...]
    guard let port = Int(digits), (1...65535).contains(port) else { return nil }
    let isDefault = (scheme == "https" && port == 443) || (scheme == "http" && port == 80)
    return (ASCII.lowercased(afterUser[..<colon]), isDefault ? nil : port)
  }
}
