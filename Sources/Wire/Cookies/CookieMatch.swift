/// Whether a host is in a domain and a path is under a path (RFC 6265bis 5.1.3 and 5.1.4).
enum CookieMatch {
  static func domain(_ host: String, matches domain: String) -> Bool {
    host.withBytes { host in
      domain.withBytes { domain in
        let extra = host.count - domain.count
        guard extra >= 0, host[extra...].elementsEqual(domain) else { return false }
        if extra == 0 { return true }
        return !domain.isEmpty && host[extra - 1] == UInt8(ascii: ".") && !isAddress(host)
      }
    }
  }

  static func path(_ path: String, matches cookiePath: String) -> Bool {
    path.withBytes { path in
      cookiePath.withBytes { cookiePath in
        guard path.starts(with: cookiePath) else { return false }
        return path.count == cookiePath.count || cookiePath.last == UInt8(ascii: "/")
          || path[cookiePath.count] == UInt8(ascii: "/")
      }
    }
  }

  /// The folder of the URL that set the cookie.
  static func defaultPath(of path: String) -> String {
    guard path.utf8.first == UInt8(ascii: "/"),
      let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex
    else { return "/" }
    return String(path[..<slash])
  }

  /// An IPv4 or IPv6 address has no subdomains.
  static func isAddress(_ host: String) -> Bool { host.withBytes(isAddress) }

  private static func isAddress(_ host: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = host.last else { return false }
    if last == UInt8(ascii: "]") { return true }
    return host.allSatisfy { ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }
  }
}
