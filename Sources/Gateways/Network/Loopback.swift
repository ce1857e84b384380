import Wire

/// The names of this machine to itself (RFC 8252 7.3, RFC 6761 6.3).
package enum Loopback {
  package static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]" || isIPv4(host)
  }

  /// 127.0.0.0/8, in four decimal numbers: other spellings are not worth the doubt.
  private static func isIPv4(_ host: String) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { part in
        part.utf8.allSatisfy { (0x30...0x39).contains($0) } && UInt8(part) != nil
      }
  }
}
