import Wire

extension Request {
  /// The bytes of the message in HTTP/1.1 (RFC 9112 3), with the Host and Content-Length fields
  /// that it must carry.
  package var byteCount: Int {
    let line = method.utf8.count + 1 + url.requestTarget.utf8.count + " HTTP/1.1\r\n".utf8.count
    let host = url.host.utf8.count + (url.port.map { 1 + String($0).utf8.count } ?? 0)
    let hasHost = headers["Host"] != nil
    let expectsContent = method == "POST" || method == "PUT" || method == "PATCH"
    return line + (hasHost ? 0 : "Host: \r\n".utf8.count + host)
      + headers.byteCount(body: body, addingLength: expectsContent || !body.isEmpty)
  }
}

extension Response {
  /// The bytes of the message in HTTP/1.1 (RFC 9112 4), with the Content-Length that it must carry.
  package var byteCount: Int {
    let reason = Response.reason(status).utf8.count
    let line = "HTTP/1.1 ".utf8.count + String(status).utf8.count + 1 + reason + 2
    // RFC 9110 8.6: neither of these has content.
    let hasNoContent = status < 200 || status == 204 || status == 304
    return line + headers.byteCount(body: body, addingLength: !hasNoContent)
  }
}

extension Headers {
  fileprivate func byteCount(body: String, addingLength: Bool) -> Int {
    let length = body.utf8.count
    var total = 2 + length
    for field in fields { total += field.name.utf8.count + field.value.utf8.count + 4 }
    if addingLength, self["Content-Length"] == nil {
      total += "Content-Length: \r\n".utf8.count + String(length).utf8.count
    }
    return total
  }
}
