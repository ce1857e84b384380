/// An absolute URL split into its parts, the query kept as it was written (RFC 3986 3).
///
/// A native app's private-use scheme (`com.shop:/cb`) has no host; `host` is then empty.
package struct WireURL: Hashable, Sendable {
  package var scheme: String
  /// Lower-case; an IPv6 address keeps its brackets.
  package var host: String
  /// Nil for the scheme's default port.
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

  /// Nil when there is no scheme, when http or https or a port comes without a host, when the port
  /// is not a number from 1 to 65535, and when a space or a control character stands anywhere.
  package init?(_ text: String) {
    let parsed = text.withBytes { WireURLParser(bytes: $0).parse() }
    guard let parsed else { return nil }
    self = parsed
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
  package var base: String {
    // Without a host, a path of two slashes would be read as one (RFC 3986 3.3).
    origin + (host.isEmpty && path.hasPrefix("//") ? "//" : "") + path
  }

  package var text: String {
    var out = base
    if let rawQuery { out += "?" + rawQuery }
    if let fragment { out += "#" + fragment }
    return out
  }

  /// Whether a message to this URL is unreadable on the network.
  package var isSecure: Bool { scheme == "https" }

  /// The path and the query, as a request line names them (RFC 9112 3.2.1).
  package var requestTarget: String { path + (rawQuery.map { "?" + $0 } ?? "") }
}
