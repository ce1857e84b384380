import Wire

/// What a real server answered, its body in the bytes that came.
package struct FetchedResponse: Hashable, Sendable {
  package let status: Int
  package let headers: Headers
  package let body: [UInt8]

  package init(status: Int, headers: Headers, body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
