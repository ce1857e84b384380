import Testing

@testable import Wire

@Suite struct WireURLTests {
  private func url(_ text: String) throws -> WireURL { try #require(WireURL(text)) }

  @Test func `every part is found and written again`() throws {
    let text = "https://shop.test:8443/cb/x?a=1&b=%20#f?g"
    let parts = try url(text)
    #expect(parts.scheme == "https" && parts.host == "shop.test" && parts.port == 8443)
    #expect(parts.path == "/cb/x" && parts.rawQuery == "a=1&b=%20" && parts.fragment == "f?g")
    #expect(parts.text == text)
    #expect(parts.origin == "https://shop.test:8443" && parts.base == "https://shop.test:8443/cb/x")
    #expect(parts.requestTarget == "/cb/x?a=1&b=%20")
    #expect(parts.query == [Pair("a", "1"), Pair("b", " ")])
  }

  @Test(arguments: [
    ("HTTPS://Shop.TEST", "https://shop.test/"), ("https://shop.test:443/", "https://shop.test/"),
    ("http://shop.test:80/", "http://shop.test/"),
    ("http://shop.test:443/", "http://shop.test:443/"),
    ("http://[::1]:8080/cb", "http://[::1]:8080/cb"), ("http://[::1]/cb", "http://[::1]/cb"),
    ("https://user:pw@shop.test/", "https://shop.test/"),
    ("https://shop.test:/", "https://shop.test/"),
    ("https://shop.test?x", "https://shop.test/?x"),
    ("https://shop.test#f", "https://shop.test/#f"),
    ("https://shop.test/?", "https://shop.test/?"), ("com.shop:/cb?x=1", "com.shop:/cb?x=1"),
    ("https://a@evil.test@shop.test/", "https://shop.test/"),
    ("https://x.test/a@b:c", "https://x.test/a@b:c"),
  ])
  func `a URL is normalised only where it means the same`(text: String, written: String) throws {
    #expect(try url(text).text == written)
  }

  @Test(arguments: [
    "", "shop.test", "/cb", "://shop.test", "1https://shop.test", "ht tp://x", "https://",
    "https:///cb",
    "https:cb", "https://[::", "https://[::/", "https://[::1", "https://[::1]x/", "https://a:b:80/",
    "https://shop.test::/", "https://shop.test:0/", "https://shop.test:65536/",
    "https://shop.test:+80/",
    "https://shop.test:8x/", "https://shop test/", "https://shop.test/\r\nSet-Cookie: a=b",
    "https://shop.test/\u{7F}", "http://:80/", "com.shop://:80/cb",
  ])
  func `a text that is no absolute URL is none`(text: String) {
    #expect(WireURL(text) == nil)
  }

  /// RFC 3986 5.4, and what Location headers hold.
  @Test(arguments: [
    ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"),
    ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
    ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"), ("", "http://a/b/c/d;p?q"),
    (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
    ("../g", "http://a/b/g"),
    ("../..", "http://a/"), ("../../../g", "http://a/g"), ("/./g", "http://a/g"),
    ("/../g", "http://a/g"),
    ("g.", "http://a/b/c/g."), ("..g", "http://a/b/c/..g"), ("g;x=1/../y", "http://a/b/c/y"),
    ("g?y/../x", "http://a/b/c/g?y/../x"), ("https://x.test/y", "https://x.test/y"),
    ("cb?u=https://x.test", "http://a/b/c/cb?u=https://x.test"),
  ])
  func `references resolve as RFC 3986 shows`(reference: String, resolved: String) throws {
    #expect(try url("http://a/b/c/d;p?q").resolving(reference)?.text == resolved)
  }

  @Test func `a reference that is no URL resolves to nothing`() throws {
    #expect(try url("http://a/b").resolving("/x\r\ny") == nil)
    #expect(try url("http://a/b").resolving("https://:x/") == nil)
    #expect(try url("http://a/b").resolving("https:g") == nil)
  }

  @Test func `setting the query encodes it`() throws {
    var target = try url("https://shop.test/cb#f")
    target.query = [Pair("state", "a b&c"), Pair("ü", "")]
    #expect(target.text == "https://shop.test/cb?state=a%20b%26c&%C3%BC=#f")
    target.query = []
    #expect(target.rawQuery == nil)
    #expect(
      WireURL(scheme: "https", host: "x.test", path: "/", query: [Pair("a", "b")]).text
        == "https://x.test/?a=b")
  }
}
