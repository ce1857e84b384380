import Gateways
import Testing
import Wire

@Suite struct `Fetching documents` {
  private static func url(_ port: Int, scheme: String = "http") -> WireURL {
    WireURL(scheme: scheme, host: "127.0.0.1", port: port, path: "/jwks")
  }

  private static func get(
    _ answer: String?, _ change: (inout HTTPClient.Limits) -> Void = { _ in }
  ) throws(NetworkFailure) -> FetchedResponse {
    var limits = HTTPClient.Limits()
    change(&limits)
    let client = HTTPClient(agent: "authscope-tests", limits: limits)
    return try LoopbackServer.answering(answer) { port throws(NetworkFailure) in
      try client.get(url(port), accept: "application/json")
    }
  }

  private static func failure(
    _ answer: String?, _ change: (inout HTTPClient.Limits) -> Void = { _ in }
  ) -> NetworkFailure? {
    do throws(NetworkFailure) {
      _ = try get(answer, change)
      return nil
    } catch { return error }
  }

  @Test func `an answer keeps its status, its fields in order and its bytes`() throws {
    let response = try Self.get(
      "HTTP/1.1 404 Gone Fishing\r\nB: 1\r\nA:  two words \r\nb: 3\r\nFolded: x\r\n\ty\r\n"
        + "Content-Length: 6\r\n\r\na\u{0}\r\n\u{e9}")
    #expect(response.status == 404)
    #expect(
      response.headers.fields == [
        Pair("B", "1"), Pair("A", "two words"), Pair("b", "3"), Pair("Folded", "x y"),
        Pair("Content-Length", "6"),
      ])
    #expect(response.body == [0x61, 0, 0x0D, 0x0A, 0xC3, 0xA9])
  }

  @Test func `fields of a provisional answer are not those of the answer`() throws {
    let response = try Self.get(
      "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    #expect(response.status == 200)
    #expect(response.headers["link"] == nil)
  }

  @Test func `a redirect is an answer, and nobody goes there`() throws {
    try LoopbackServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil") { other in
      let location = "http://127.0.0.1:\(other)/keys"
      let response = try Self.get(
        "HTTP/1.1 302 Found\r\nLocation: \(location)\r\nContent-Length: 0\r\n\r\n")
      #expect(response.status == 302)
      #expect(response.headers["Location"] == location)
      #expect(response.body.isEmpty)
    }
  }

  @Test(arguments: ["Content-Length: 2000\r\n", "", "Content-Length: 10\r\n"])
  func `a document over the limit is refused, whether it says its length or not`(field: String) {
    let body = String(repeating: "x", count: 2000)
    let failure = Self.failure("HTTP/1.1 200 OK\r\n\(field)\r\n\(body)") {
      $0.bodyBytes = field.contains(" 10") ? 9 : 1999
    }
    guard case .bodyTooLarge = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test func `a document of just the limit is taken`() throws {
    let response = try Self.get("HTTP/1.1 200 OK\r\n\r\n12345") { $0.bodyBytes = 5 }
    #expect(response.body.count == 5)
  }

  @Test func `a header section over the limit is refused`() {
    let fields = String(repeating: "X-Pad: 0123456789\r\n", count: 100)
    let failure = Self.failure("HTTP/1.1 200 OK\r\n\(fields)\r\n") { $0.headerBytes = 1000 }
    guard case .headerTooLarge(_, limit: 1000) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test func `a server that says nothing is given up`() {
    let failure = Self.failure(nil) { $0.totalMilliseconds = 200 }
    guard case .timedOut = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test(arguments: [
    "", "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort",
  ])
  func `what is no whole answer in HTTP is said to be none`(answer: String) {
    let failure = Self.failure(answer)
    guard case .brokenAnswer = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test func `a closed port is named`() {
    let port = LoopbackServer.answering("") { $0 }
    #expect {
      try HTTPClient(agent: "a").get(Self.url(port), accept: "*/*")
    } throws: { error in
      guard case .noConnection(let origin, _)? = error as? NetworkFailure else { return false }
      return origin == "http://127.0.0.1:\(port)"
    }
  }

  @Test func `an https address that speaks no TLS is said to speak none`() {
    LoopbackServer.answering("HTTP/1.1 200 OK\r\n\r\n") { port in
      #expect {
        try HTTPClient(agent: "a").get(Self.url(port, scheme: "https"), accept: "*/*")
      } throws: { error in
        guard case .tlsFailed? = error as? NetworkFailure else { return false }
        return true
      }
    }
  }

  @Test(arguments: [
    "http://idp.example/jwks", "http://127.0.0.1.evil.test/", "http://0127.0.0.1/",
    "http://128.0.0.1/", "http://[::2]/", "http://localhost.evil.test/",
  ])
  func `plain http beyond this machine is refused before a byte is sent`(text: String) throws {
    let url = try #require(WireURL(text))
    #expect(throws: NetworkFailure.plainText(url: text)) {
      try HTTPClient(agent: "a").get(url, accept: "*/*")
    }
  }

  @Test func `other schemes are refused`() throws {
    let url = try #require(WireURL("file:///etc/passwd"))
    #expect(throws: NetworkFailure.unsupportedScheme("file")) {
      try HTTPClient(agent: "a").get(url, accept: "*/*")
    }
  }

  @Test func `this machine has several names`() {
    for host in ["localhost", "app.localhost", "127.0.0.1", "127.255.0.9", "[::1]"] {
      #expect(Loopback.isLoopback(host))
    }
  }
}
