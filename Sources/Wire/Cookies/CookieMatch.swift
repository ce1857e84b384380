/// Whether a host is in a domain and a path is under a path (RFC 6265bis 5.1.3 and 5.1.4).
enum CookieMatch {
  static func domain(_ host: String, matches domain: String) -> Bool {
    let extra = host.utf8.count - domain.utf8.count
    if extra == 0 { return host.hasSameBytes(as: domain) }
    guard extra > 0, !domain.isEmpty else { return false }
    let start = host.utf8.index(host.utf8.startIndex, offsetBy: extra)
    return host.utf8[host.utf8.index(before: start)] == UInt8(ascii: ".")
      && host.utf8[start...].elementsEqual(domain.utf8) && !isAddress(host)
  }

  static func path(_ path: String, matches cookiePath: String) -> Bool {
    let longer = path.utf8
    let shorter = cookiePath.utf8
    guard longer.starts(with: shorter) else { return false }
    if longer.count == shorter.count || shorter.last == UInt8(ascii: "/") { return true }
    return longer[longer.index(longer.startIndex, offsetBy: shorter.count)] == UInt8(ascii: "/")
  }

  /// The folder of the URL that set the cookie.
  static func defaultPath(of path: String) -> String {
    guard path.utf8.first == UInt8(ascii: "/"),
      let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex
    else { return "/" }
    return String(path[..<slash])
  }

  /// An IPv4 or IPv6 address has no subdomains.
  static func isAddress(_ host: String) -> Bool {
    guard let last = host.utf8.last else { return false }
    if last == UInt8(ascii: "]") { return true }
    return host.utf8.allSatisfy { ($0 >= 48 && $0 <= 57) || $0 == UInt8(ascii: ".") }
  }
}
