/// An HTTP request as it is sent; the body is text because every body that authscope makes is text.
package struct Request: Hashable, Sendable {
  package var method: String
  package var url: WireURL
  package var headers: Headers
  package var body: String

  package init(
    _ method: String, _ url: WireURL, headers: Headers = Headers(), body: String = ""
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }

  /// The fields of an `application/x-www-form-urlencoded` body.
  package var form: [Pair] { FormCoding.parse(body) }

  /// The pairs of the Cookie header (RFC 6265bis 5.8.3), in order.
  package var cookies: [Pair] { CookieHeader.parse(headers["Cookie"] ?? "") }

  /// The request as HTTP/1.1 text (RFC 9112 3): request line, Host, fields, blank line, body.
  package func lines() -> [String] {
    var out = [MessageText.line(method + " " + url.requestTarget + " HTTP/1.1")]
    if headers["Host"] == nil, !url.host.isEmpty {
      out.append("Host: " + url.host + (url.port.map { ":\($0)" } ?? ""))
    }
    return out + headers.lines + MessageText.body(body)
  }
}
