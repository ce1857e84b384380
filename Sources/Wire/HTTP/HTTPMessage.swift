/// Header fields in the order sent, duplicates kept, names compared without case (RFC 9110 5.1).
package struct Headers: Hashable, Sendable {
  package var fields: [Pair]

  package init(_ fields: [Pair] = []) { self.fields = fields }

  /// The first value of that name.
  package subscript(_ name: String) -> String? {
    fields.first { ASCII.equalFolded($0.name, name) }?.value
  }

  package func all(_ name: String) -> [String] {
    fields.filter { ASCII.equalFolded($0.name, name) }.map(\.value)
  }

  package mutating func append(_ name: String, _ value: String) {
    fields.append(Pair(name, value))
  }

  /// Replaces the first field of that name and drops the others; nil removes them all.
  package mutating func set(_ name: String, _ value: String?) {
    let first = fields.firstIndex { ASCII.equalFolded($0.name, name) }
    fields.removeAll { ASCII.equalFolded($0.name, name) }
    guard let value else { return }
    fields.insert(Pair(name, value), at: first ?? fields.count)
  }
}

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
}

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
}
