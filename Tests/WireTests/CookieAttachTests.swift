import Testing

@testable import Wire

/// What goes along with a request (RFC 6265bis 5.8.3), and the reason of what does not.
@Suite struct CookieAttachTests {
  private let now: Int64 = 1_700_000_000_000
  private let typed = CookieContext(initiator: nil)

  private func url(_ text: String) throws -> WireURL { try #require(WireURL(text)) }

  private func cookie(
    domain: String = "app.shop.test", path: String = "/", hostOnly: Bool = true,
    secure: Bool = false,
    httpOnly: Bool = false, sameSite: SameSite = .unspecified, expiry: Int64? = nil
  ) -> Cookie {
    Cookie(
      "sid", "1", domain: domain, path: path, isHostOnly: hostOnly, isSecure: secure,
      isHTTPOnly: httpOnly, sameSite: sameSite, expiry: expiry, creation: now)
  }

  private func outcome(
    _ cookie: Cookie, _ text: String, _ context: CookieContext? = nil, after: Int64 = 0,
    allowingUnsafe: Bool = false
  ) throws -> CookieVerdict.Outcome? {
    var jar = CookieJar(allowsUnsafeForTwoMinutes: allowingUnsafe)
    jar.plant(cookie)
    let answer = jar.attach(to: try url(text), context: context ?? typed, now: now + after)
    let outcome = try #require(answer.verdicts.first?.outcome)
    #expect(answer.verdicts.count == 1)
    #expect(answer.header == (outcome == .attached ? "sid=1" : nil))
    return outcome
  }

  @Test func `a host-only cookie goes to its host, a domain cookie below too`() throws {
    #expect(try outcome(cookie(), "https://app.shop.test/") == .attached)
    #expect(try outcome(cookie(), "https://x.app.shop.test/") == .withheld(.otherHost))
    #expect(try outcome(cookie(), "https://shop.test/") == .withheld(.otherHost))
    let wide = cookie(domain: "shop.test", hostOnly: false)
    #expect(try outcome(wide, "https://shop.test/") == .attached)
    #expect(try outcome(wide, "https://x.app.shop.test:8443/") == .attached)
    #expect(try outcome(wide, "https://evilshop.test/") == .withheld(.otherDomain))
    #expect(try outcome(wide, "https://bank.test/") == .withheld(.otherDomain))
  }

  @Test(arguments: [
    ("/", "/", true), ("/", "/x", true), ("/app", "/app", true), ("/app", "/app/x", true),
    ("/app/", "/app/x", true), ("/app/", "/app", false), ("/app", "/apple", false),
    ("/app", "/", false), ("/app", "/App", false), ("/a%6f", "/ao", false),
  ])
  func `paths match on a slash`(cookiePath: String, path: String, matches: Bool) throws {
    let expected: CookieVerdict.Outcome = matches ? .attached : .withheld(.otherPath)
    #expect(try outcome(cookie(path: cookiePath), "https://app.shop.test" + path) == expected)
  }

  @Test func `Secure stays off http`() throws {
    #expect(try outcome(cookie(secure: true), "https://app.shop.test/") == .attached)
    #expect(
      try outcome(cookie(secure: true), "http://app.shop.test/") == .withheld(.insecureChannel))
    #expect(try outcome(cookie(), "http://app.shop.test/") == .attached)
  }

  @Test func `a cookie lives until its expiry and is then gone`() throws {
    #expect(try outcome(cookie(expiry: now + 10), "https://app.shop.test/", after: 9) == .attached)
    #expect(try outcome(cookie(expiry: now + 10), "https://app.shop.test/", after: 10) == .expired)
    var jar = CookieJar()
    jar.plant(cookie(expiry: now + 10))
    _ = jar.attach(to: try url("https://bank.test/"), context: typed, now: now + 10)
    #expect(jar.cookies.isEmpty)
  }

  /// initiator, method, target, then what happens under Strict, Lax, none given, None.
  @Test(
    arguments: [
      (nil, "POST", .topLevel, [nil, nil, nil, nil]),
      ("https://www.shop.test", "POST", .subrequest, [nil, nil, nil, nil]),
      ("https://evil.test", "GET", .topLevel, [.sameSiteStrict, nil, nil, nil]),
      ("https://evil.test", "HEAD", .topLevel, [.sameSiteStrict, nil, nil, nil]),
      (
        "https://evil.test", "POST", .topLevel,
        [.sameSiteStrict, .sameSiteLaxMethod, .sameSiteUnspecifiedMethod, nil]
      ),
      (
        "https://evil.test", "get", .topLevel,
        [.sameSiteStrict, .sameSiteLaxMethod, .sameSiteUnspecifiedMethod, nil]
      ),
      (
        "https://evil.test", "GET", .subrequest,
        [.sameSiteStrict, .sameSiteLaxSubrequest, .sameSiteUnspecifiedSubrequest, nil]
      ),
      (
        "http://app.shop.test", "GET", .subrequest,
        [.sameSiteStrict, .sameSiteLaxSubrequest, .sameSiteUnspecifiedSubrequest, nil]
      ),
    ] as [(String?, String, CookieContext.Target, [CookieReason?])])
  func `SameSite decides by who started the request`(
    initiator: String?, method: String, target: CookieContext.Target, reasons: [CookieReason?]
  ) throws {
    let site = try initiator.map { Site(of: try url($0)) }
    let context = CookieContext(initiator: site, method: method, target: target)
    for (sameSite, reason) in zip([SameSite.strict, .lax, .unspecified, .none], reasons) {
      let held = cookie(secure: true, sameSite: sameSite)
      let expected = reason.map { CookieVerdict.Outcome.withheld($0) } ?? .attached
      #expect(try outcome(held, "https://app.shop.test/", context) == expected, "\(sameSite)")
    }
  }

  @Test func `two minutes of Lax + POST are an option, for cookies without SameSite`() throws {
    let evil = Site(of: try url("https://evil.test/"))
    let post = CookieContext(initiator: evil, method: "POST")
    let target = "https://app.shop.test/"
    #expect(try outcome(cookie(), target, post, after: 120_000, allowingUnsafe: true) == .attached)
    #expect(
      try outcome(cookie(), target, post, after: 120_001, allowingUnsafe: true)
        == .withheld(.sameSiteUnspecifiedMethod))
    #expect(try outcome(cookie(), target, post) == .withheld(.sameSiteUnspecifiedMethod))
    #expect(
      try outcome(cookie(sameSite: .lax), target, post, allowingUnsafe: true)
        == .withheld(.sameSiteLaxMethod))
    let frame = CookieContext(initiator: evil, method: "POST", target: .subrequest)
    #expect(
      try outcome(cookie(), target, frame, allowingUnsafe: true)
        == .withheld(.sameSiteUnspecifiedSubrequest))
  }

  @Test func `scripts see what is not HttpOnly, in a page of the same site`() throws {
    var jar = CookieJar()
    let page = try url("https://app.shop.test/")
    for header in ["a=1", "b=2; HttpOnly", "c=3; Path=/x", "d=4; Secure; SameSite=Strict"] {
      _ = jar.store(header, from: page, request: typed, now: now)
    }
    #expect(jar.scriptVisible(at: page, now: now).map(\.pair) == ["a=1", "d=4"])
    #expect(
      jar.scriptVisible(at: try url("http://app.shop.test/x"), now: now).map(\.pair) == [
        "c=3", "a=1",
      ])
    var own = jar
    let script = CookieContext.script(in: Site(of: page))
    let answer = own.attach(to: page, context: script, now: now)
    #expect(answer.header == "a=1; d=4")
    #expect(answer.verdicts.map(\.reason) == [nil, .hiddenFromScript, .otherPath, nil])
    let foreign = CookieContext.script(in: Site(of: try url("https://evil.test/")))
    #expect(
      jar.attach(to: page, context: foreign, now: now).verdicts.map(\.reason)
        == [.sameSiteScript, .hiddenFromScript, .otherPath, .sameSiteScript])
  }

  @Test func `longer paths come first, then older cookies`() throws {
    var jar = CookieJar()
    let page = try url("https://app.shop.test/a/b/c")
    for header in [
      "a=1; Path=/", "b=2; Path=/a/b", "c=3; Path=/a", "d=4; Path=/", "e=5; Path=/a/b",
    ] {
      _ = jar.store(header, from: page, request: typed, now: now)
    }
    #expect(jar.attach(to: page, context: typed, now: now).header == "b=2; e=5; c=3; a=1; d=4")
  }

  @Test func `attaching marks the use, withholding does not`() throws {
    var jar = CookieJar()
    jar.plant(cookie(path: "/a"))
    jar.plant(cookie(path: "/b"))
    _ = jar.attach(to: try url("https://app.shop.test/a"), context: typed, now: now + 5)
    #expect(jar.cookies.map(\.lastAccess) == [now + 5, now])
  }

  @Test func `a nameless cookie is its value alone, and servers read it so`() throws {
    var jar = CookieJar()
    let page = try url("https://app.shop.test/")
    for header in ["token", "a=b=c", "e="] {
      _ = jar.store(header, from: page, request: typed, now: now)
    }
    let header = try #require(jar.attach(to: page, context: typed, now: now).header)
    #expect(header == "token; a=b=c; e=")
    #expect(CookieHeader.parse(header) == [Pair("", "token"), Pair("a", "b=c"), Pair("e", "")])
    #expect(CookieHeader.parse("; a=1;;\t b = 2 ;") == [Pair("a", "1"), Pair("b ", " 2")])
  }

  @Test func `closing the browser ends session cookies`() throws {
    var jar = CookieJar()
    jar.plant(cookie(path: "/a"))
    jar.plant(cookie(path: "/b", expiry: now + 10))
    jar.endSession()
    #expect(jar.cookies.map(\.path) == ["/b"])
    jar.removeAll { $0.path == "/b" }
    #expect(jar == CookieJar())
  }

  @Test func `every reason has its own name, sentence and reference`() {
    let all = CookieReason.allCases
    #expect(Set(all.map(\.sentence)).count == all.count)
    #expect(all.allSatisfy { $0.reference.hasPrefix("RFC 6265bis 5.") })
    #expect(
      CookieReason.sameSiteStrict.sentence == "SameSite=Strict: the request comes from another site"
    )
    let verdict = CookieVerdict(
      name: "sid", domain: "shop.test", path: "/", outcome: .withheld(.sameSiteStrict))
    #expect(
      verdict.sentence == "sid withheld: SameSite=Strict: the request comes from another site")
  }
}
