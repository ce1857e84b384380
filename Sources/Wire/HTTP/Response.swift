/// An HTTP response as it is received.
package struct Response: Hashable, Sendable {
  package var status: Int
  package var headers: Headers
  package var body: String

  package init(_ status: Int, headers: Headers = Headers(), body: String = "") {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The response as HTTP/1.1 text (RFC 9112 4): status line, fields, blank line, body.
  package func lines() -> [String] {
    ["HTTP/1.1 \(status) \(Self.reason(status))"] + headers.lines + MessageText.body(body)
  }

  /// The phrase that goes with a status (RFC 9110 15); empty for one without a name.
  package static func reason(_ status: Int) -> String { reasons[status] ?? "" }

  private static let reasons: [Int: String] = [
    100: "Continue", 101: "Switching Protocols", 200: "OK", 201: "Created", 202: "Accepted",
    204: "No Content", 205: "Reset Content", 206: "Partial Content", 301: "Moved Permanently",
    302: "Found", 303: "See Other", 304: "Not Modified", 307: "Temporary Redirect",
    308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden",
    404: "Not Found", 405: "Method Not Allowed", 406: "Not Acceptable", 408: "Request Timeout",
    409: "Conflict", 410: "Gone", 411: "Length Required", 413: "Content Too Large",
    414: "URI Too Long", 415: "Unsupported Media Type", 421: "Misdirected Request",
    422: "Unprocessable Content", 428: "Precondition Required", 429: "Too Many Requests",
    431: "Request Header Fields Too Large", 500: "Internal Server Error",
    501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable",
    504: "Gateway Timeout",
  ]
}
