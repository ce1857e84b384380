extension WireURL {
  /// Resolves a reference, such as a Location header's value, against this URL (RFC 3986 5.2).
  package func resolving(_ reference: String) -> WireURL? {
    // With a scheme it stands alone, and is no path even when it cannot be parsed.
    if reference.withBytes(WireURLParser.hasScheme) { return WireURL(reference) }
    if reference.hasPrefix("//") { return WireURL(scheme + ":" + reference) }
    if reference.isEmpty || reference.hasPrefix("#") {
      return WireURL(origin + requestTarget + reference)
    }
    if reference.hasPrefix("?") { return WireURL(base + reference) }
    let isRooted = reference.hasPrefix("/")
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = isRooted ? "" : slash.map { String(path[...$0]) } ?? "/"
    guard var url = WireURL(origin + folder + reference) else { return nil }
    url.path = Self.withoutDots(url.path)
    return url
  }

  /// RFC 3986 5.2.4: `.` and `..` are steps, not names.
  private static func withoutDots(_ path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
    var out: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      switch segment {
      case ".": if isLast { out.append("") }
      case "..":
        if out.count > 1 { out.removeLast() }
        if isLast { out.append("") }
      default: out.append(segment)
      }
    }
    return out.joined(separator: "/")
  }
}
