import Wire

/// In parts: a URL that somebody tampered with need not be one that its own text reads as.
extension WireURL: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("scheme", scheme)
      line.field("host", host)
      line.optional("port", port)
      line.field("path", path)
      line.optional("query", rawQuery)
      line.optional("fragment", fragment)
    }
  }

  init(from line: inout LineReader) throws(LineError) {
    self = try line.object { line throws(LineError) in
      var url = try WireURL(
        scheme: line.field("scheme"), host: line.field("host"), port: line.optional("port"),
        path: line.field("path"))
      url.rawQuery = try line.optional("query")
      url.fragment = try line.optional("fragment")
      return url
    }
  }
}

extension Request: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("method", method)
      line.field("url", url)
      line.field("headers", headers.fields)
      line.field("body", body)
    }
  }

  init(from line: inout LineReader) throws(LineError) {
    self = try line.object { line throws(LineError) in
      try Request(
        line.field("method"), line.field("url"), headers: Headers(line.field("headers")),
        body: line.field("body"))
    }
  }
}

extension Response: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("status", status)
      line.field("headers", headers.fields)
      line.field("body", body)
    }
  }

  init(from line: inout LineReader) throws(LineError) {
    self = try line.object { line throws(LineError) in
      try Response(
        line.field("status"), headers: Headers(line.field("headers")), body: line.field("body"))
    }
  }
}

extension SentRequest: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("from", from)
      line.field("to", to)
      line.field("instance", instance)
      line.field("request", request)
      line.optional("original", original)
    }
  }

  convenience init(from line: inout LineReader) throws(LineError) {
    try line.expect(UInt8(ascii: "{"))
    try self.init(
      from: line.field("from"), to: line.field("to"), instance: line.field("instance"),
      request: line.field("request"), original: line.optional("original"))
    try line.expect(UInt8(ascii: "}"))
  }
}

extension ReceivedResponse: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("from", from)
      line.field("to", to)
      line.field("instance", instance)
      line.field("response", response)
      line.optional("original", original)
    }
  }

  convenience init(from line: inout LineReader) throws(LineError) {
    try line.expect(UInt8(ascii: "{"))
    try self.init(
      from: line.field("from"), to: line.field("to"), instance: line.field("instance"),
      response: line.field("response"), original: line.optional("original"))
    try line.expect(UInt8(ascii: "}"))
  }
}
