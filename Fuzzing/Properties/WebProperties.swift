import Wire

extension FuzzProperty {
  /// A Set-Cookie header that is read is written and read again as the same.
  static let cookie = FuzzProperty(
    name: "cookie",
    seeds: {
      text(
        "sid=31d4; Path=/; Secure; HttpOnly; SameSite=Lax", "a=b; Max-Age=-1; Domain=.Example.com",
        "__Host-id=1; Secure; Path=/", "a; Expires=Wed, 09 Jun 2021 10:18:14 GMT", "=v", ";",
        "a=\u{1}",
        "a=b; expires=9 Jun 21 10:18:14; foo=bar; path", "a=b; c=d", "\"q\"=\"v\"")
    },
    check: { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      _ = CookieHeader.parse(text)
      _ = CookieDate.parse(text)
      guard var cookie = try? SetCookie.parse(text) else { return }
      // White space in front of a domain is only read behind a dot, which goes (RFC 6265bis 5.6.3).
      if cookie.domain?.first?.isWhitespace ?? false { return }
      cookie.ignored = []
      var again = try SetCookie.parse(cookie.header)
      again.ignored = []
      try require(again == cookie, "another cookie when written again: \(cookie.header)")
    })

  /// A URL that is read is written and read again as the same.
  static let url = FuzzProperty(
    name: "url",
    seeds: {
      text(
        "https://user@Example.com:8443/a/../b?x=1&y=%20#f", "http://[::1]/", "com.shop:/cb?code=1",
        "https://a.test?q", "http://a.test:0/", "https://\u{e9}.test/", "https:///", "a:")
    },
    check: { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      guard let url = WireURL(text) else { return }
      try require(WireURL(url.text) == url, "another URL when written again: \(url.text)")
      _ = url.query
    })
}
