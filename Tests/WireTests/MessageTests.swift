import Testing

@testable import Wire

@Suite struct MessageTests {
  @Test func `header names have no case, and keep order and duplicates`() {
    var headers = Headers([Pair("A", "1"), Pair("set-cookie", "x"), Pair("Set-Cookie", "y")])
    #expect(headers["SET-COOKIE"] == "x")
    #expect(headers.all("Set-cookie") == ["x", "y"])
    headers.set("Set-Cookie", "z")
    headers.append("B", "2")
    #expect(headers.fields == [Pair("A", "1"), Pair("Set-Cookie", "z"), Pair("B", "2")])
    headers.set("a", nil)
    headers.set("C", "3")
    #expect(headers.fields.map(\.name) == ["Set-Cookie", "B", "C"])
  }

  @Test func `a request reads as HTTP text`() throws {
    let url = try #require(WireURL("https://shop.test:8443/login?next=%2F#top"))
    let request = Request(
      "POST", url, headers: Headers([Pair("Cookie", "a=b")]), body: "user=alice&pass=x")
    #expect(
      request.lines() == [
        "POST /login?next=%2F HTTP/1.1", "Host: shop.test:8443", "Cookie: a=b", "",
        "user=alice&pass=x",
      ])
    #expect(request.form["user"] == "alice")
    #expect(request.cookies == [Pair("a", "b")])
    let own = Request("GET", url, headers: Headers([Pair("host", "evil.test")]))
    #expect(own.lines() == ["GET /login?next=%2F HTTP/1.1", "host: evil.test"])
    #expect(Request("GET", url).cookies == [])
  }

  @Test func `a response reads as HTTP text`() {
    let response = Response(
      303, headers: Headers([Pair("Location", "/")]), body: "one\r\ntwo\nthree")
    #expect(
      response.lines() == ["HTTP/1.1 303 See Other", "Location: /", "", "one", "two", "three"])
    #expect(Response(299).lines() == ["HTTP/1.1 299 "])
  }

  @Test func `a control character never breaks a line`() throws {
    let url = try #require(WireURL("https://shop.test/"))
    let forged = Headers([Pair("X", "a\r\nSet-Cookie: sid=evil"), Pair("Y", "\u{1B}[2J\u{7F}\t")])
    #expect(
      Request("GET\n", url, headers: forged, body: "\u{0}").lines() == [
        "GET\\n / HTTP/1.1", "Host: shop.test", "X: a\\r\\nSet-Cookie: sid=evil",
        "Y: \\x1B[2J\\x7F\t",
        "", "\\x00",
      ])
  }
}
