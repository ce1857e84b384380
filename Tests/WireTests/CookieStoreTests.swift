import Testing

@testable import Wire

/// What may be stored (RFC 6265bis 5.7); each rule with a cookie that breaks it and one that does not.
@Suite struct CookieStoreTests {
  private let now: Int64 = 1_700_000_000_000
  private let typed = CookieContext(initiator: nil)

  private func outcome(
    _ header: String, at text: String = "https://app.shop.test/a/b",
    _ context: CookieContext? = nil,
    into jar: CookieJar = CookieJar()
  ) throws -> CookieVerdict.Outcome {
    var jar = jar
    let url = try #require(WireURL(text))
    return jar.store(header, from: url, request: context ?? typed, now: now).outcome
  }

  private func jar(_ header: String, at text: String = "https://app.shop.test/a/b") throws
    -> CookieJar
  {
    var jar = CookieJar()
    let url = try #require(WireURL(text))
    _ = jar.store(header, from: url, request: typed, now: now)
    return jar
  }

  @Test func `Domain may name the host or a parent, and nothing else`() throws {
    #expect(try outcome("a=b; Domain=app.shop.test") == .stored)
    #expect(try outcome("a=b; Domain=shop.test") == .stored)
    #expect(try outcome("a=b; Domain=x.app.shop.test") == .refused(.foreignDomain))
    #expect(try outcome("a=b; Domain=bank.test") == .refused(.foreignDomain))
    #expect(try outcome("a=b; Domain=p.test") == .refused(.foreignDomain))
    #expect(try outcome("a=b; Domain=shöp.test") == .refused(.domainNotASCII))
  }

  @Test func `a public suffix is no Domain, but for the suffix's own host`() throws {
    #expect(try outcome("a=b; Domain=test") == .refused(.publicSuffix))
    #expect(
      try outcome("a=b; Domain=github.io", at: "https://mallory.github.io/")
        == .refused(.publicSuffix))
    let own = try jar("a=b; Domain=github.io", at: "https://github.io/")
    #expect(own.cookies.first?.isHostOnly == true)
  }

  @Test func `an address has no parents`() throws {
    #expect(try outcome("a=b; Domain=0.0.1", at: "http://127.0.0.1/") == .refused(.foreignDomain))
    #expect(try outcome("a=b; Domain=127.0.0.1", at: "http://127.0.0.1/") == .stored)
  }

  @Test func `the path is the attribute's, or the folder of the URL`() throws {
    #expect(try jar("a=b").cookies.first?.path == "/a")
    #expect(try jar("a=b; Path=x").cookies.first?.path == "/a")
    #expect(try jar("a=b; Path=/q").cookies.first?.path == "/q")
    #expect(try jar("a=b", at: "https://shop.test").cookies.first?.path == "/")
    #expect(try jar("a=b", at: "https://shop.test/x").cookies.first?.path == "/")
    #expect(try jar("a=b", at: "https://shop.test/x/").cookies.first?.path == "/x")
  }

  @Test func `Secure needs https`() throws {
    #expect(try outcome("a=b; Secure", at: "http://shop.test/") == .refused(.secureFromInsecure))
    #expect(try outcome("a=b; Secure", at: "https://shop.test/") == .stored)
  }

  @Test func `a cookie from http does not shadow a Secure one`() throws {
    let secure = try jar("sid=1; Secure; Path=/login; Domain=shop.test")
    let http = "http://app.shop.test/login/x"
    #expect(try outcome("sid=2", at: http, into: secure) == .refused(.overlaysSecure))
    #expect(try outcome("sid=2; Path=/", at: http, into: secure) == .stored)
    #expect(try outcome("other=2", at: http, into: secure) == .stored)
    #expect(try outcome("sid=2", at: "http://bank.test/login/x", into: secure) == .stored)
    #expect(try outcome("sid=2", at: "https://app.shop.test/login/x", into: secure) == .stored)
    let plain = try jar("sid=1; Path=/login; Domain=shop.test")
    #expect(try outcome("sid=2", at: http, into: plain) == .stored)
  }

  @Test func `scripts neither set nor overwrite HttpOnly cookies`() throws {
    let site = Site(of: try #require(WireURL("https://app.shop.test/")))
    let script = CookieContext.script(in: site)
    #expect(try outcome("a=b; HttpOnly", script) == .refused(.httpOnlyFromScript))
    #expect(try outcome("a=b", script) == .stored)
    let held = try jar("a=b; HttpOnly")
    #expect(try outcome("a=c", script, into: held) == .refused(.overlaysHTTPOnly))
    #expect(try outcome("a=c", into: held) == .replaced)
    #expect(try outcome("a=c; Max-Age=0", script, into: held) == .refused(.overlaysHTTPOnly))
  }

  @Test func `another site's page sets SameSite cookies by navigation only`() throws {
    let evil = Site(of: try #require(WireURL("https://evil.test/")))
    let frame = CookieContext(initiator: evil, target: .subrequest)
    let navigation = CookieContext(initiator: evil, method: "POST")
    for attribute in ["; SameSite=Strict", "; SameSite=Lax", ""] {
      #expect(try outcome("a=b" + attribute, frame) == .refused(.setByCrossSiteSubrequest))
      #expect(try outcome("a=b" + attribute, navigation) == .stored)
      #expect(try outcome("a=b" + attribute, .script(in: evil)) == .refused(.scriptOfOtherSite))
    }
    #expect(try outcome("a=b; SameSite=None; Secure", frame) == .stored)
    #expect(try outcome("a=b; SameSite=None; Secure", .script(in: evil)) == .stored)
  }

  @Test func `SameSite=None needs Secure`() throws {
    #expect(try outcome("a=b; SameSite=None") == .refused(.sameSiteNoneWithoutSecure))
    #expect(try outcome("a=b; SameSite=None; Secure") == .stored)
  }

  @Test(
    arguments: [
      ("__Secure-a=b; Secure", nil), ("__Secure-a=b", .securePrefix),
      ("__sEcUrE-a=b", .securePrefix),
      ("__Secure-a=b; Secure; Domain=shop.test", nil), ("__Host-a=b; Secure; Path=/", nil),
      ("__Host-a=b; Path=/", .hostPrefix), ("__Host-a=b; Secure", .hostPrefix),
      ("__Host-a=b; Secure; Path=/a", .hostPrefix), ("__hOsT-a=b; Secure", .hostPrefix),
      ("__Host-a=b; Secure; Path=/; Domain=app.shop.test", .hostPrefix),
      ("__Host-a=b; Secure; Path=/; Domain=", nil), ("__Host=b", nil),
      ("=__Host-a=b; Secure; Path=/", .namelessPrefix), ("__Secure-a", .namelessPrefix),
      ("=__Hos", nil),
    ] as [(String, CookieReason?)])
  func `a prefix holds what it promises`(header: String, reason: CookieReason?) throws {
    #expect(try outcome(header) == reason.map { .refused($0) } ?? .stored)
  }

  @Test func `what cannot be parsed is refused with the name that it had`() throws {
    var jar = CookieJar()
    let url = try #require(WireURL("https://shop.test/a/b"))
    let verdict = jar.store(" sid =a\u{1}; Path=/", from: url, request: typed, now: now)
    #expect(verdict.outcome == .refused(.controlCharacter))
    #expect(verdict.name == "sid" && verdict.domain == "shop.test" && verdict.path == "/a")
    #expect(verdict.sentence == "sid refused: the header contains a control character")
    #expect(jar.cookies.isEmpty)
  }

  @Test func `Max-Age goes before Expires, and nothing lives longer than 400 days`() throws {
    let longest = now + 400 * 86_400_000
    #expect(try jar("a=b").cookies.first?.expiry == .some(nil))
    #expect(try jar("a=b; Max-Age=60").cookies.first?.expiry == now + 60_000)
    #expect(try jar("a=b; Max-Age=99999999999999999999").cookies.first?.expiry == longest)
    #expect(try jar("a=b; Expires=Fri, 01 Jan 2100 00:00:00 GMT").cookies.first?.expiry == longest)
    #expect(
      try jar("a=b; Max-Age=5; Expires=Thu, 01 Jan 1970 00:00:00 GMT").cookies.first?.expiry
        == now + 5000)
    #expect(try jar("a=b; Max-Age=0; Expires=Fri, 01 Jan 2100 00:00:00 GMT").cookies.isEmpty)
  }

  @Test func `an expired header deletes the cookie of the same identity only`() throws {
    let held = try jar("a=b; Path=/")
    #expect(try outcome("a=; Path=/; Max-Age=0", into: held) == .deleted)
    #expect(
      try outcome("a=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT", into: held) == .deleted)
    #expect(try outcome("a=; Path=/x; Max-Age=0", into: held) == .expired)
    #expect(try outcome("a=; Path=/; Domain=app.shop.test; Max-Age=0", into: held) == .expired)
  }

  @Test func `replacing keeps the creation time and the place`() throws {
    var jar = try jar("a=1")
    let url = try #require(WireURL("https://app.shop.test/a/b"))
    _ = jar.store("b=1", from: url, request: typed, now: now + 1)
    #expect(jar.store("a=2", from: url, request: typed, now: now + 2).outcome == .replaced)
    #expect(jar.cookies.map(\.value) == ["2", "1"])
    #expect(jar.cookies.first?.creation == now)
    #expect(jar.attach(to: url, context: typed, now: now + 3).header == "a=2; b=1")
  }

  @Test func `a full domain evicts what is not Secure first, the least recently used first`() throws
  {
    var jar = CookieJar()
    let url = try #require(WireURL("https://shop.test/"))
    for index in 0..<50 {
      let header = "c\(index)=x" + (index == 7 || index == 9 ? "" : "; Secure")
      #expect(jar.store(header, from: url, request: typed, now: now).evicted == [])
    }
    let old = try #require(jar.cookies.firstIndex { $0.name == "c7" })
    jar.cookies[old].lastAccess = now + 1
    #expect(jar.store("d1=x; Secure", from: url, request: typed, now: now).evicted == ["c9"])
    #expect(jar.store("d2=x; Secure", from: url, request: typed, now: now).evicted == ["c7"])
    #expect(jar.store("d3=x", from: url, request: typed, now: now).evicted == ["c0"])
    #expect(jar.cookies.count == 50 && jar.cookies.last?.name == "d3")
    let other = try #require(WireURL("https://bank.test/"))
    #expect(jar.store("e=x", from: other, request: typed, now: now).evicted == [])
  }
}
