import Guide
import Imports
import Testing
import Trace
import Wire

@Suite struct `The cause of a sign-in that failed, in a browser's file` {
  private func diagnosis(
    _ entries: [HARFixture.Entry], _ dialect: HARDialect = .chrome
  ) throws -> Diagnosis? {
    Diagnosis.of(try entries.read(dialect).trace)
  }

  /// The last request finds a stranger.
  private func turnedAway(_ cookie: String, cookies: String? = nil) -> [HARFixture.Entry] {
    var out = HARLogin.entries
    out[5].response = out[5].response.with("set-cookie", cookie)
    out[6].request = out[6].request.with("cookie", cookies ?? "__Host-tx=\(HARLogin.transaction)")
    out[6].status = 302
    out[6].response = [Pair("location", "/login")]
    return out
  }

  @Test(arguments: HARDialect.allCases)
  func `is none where nothing failed`(dialect: HARDialect) throws {
    #expect(try diagnosis(HARLogin.entries, dialect) == nil)
  }

  @Test(arguments: DialectTests.whole)
  func `is the cookie that is kept back, with its entry`(dialect: HARDialect) throws {
    let entries = turnedAway("sid=\(HARLogin.session); Path=/; Secure; SameSite=Strict")
    let imported = try entries.read(dialect)
    let found = try #require(Diagnosis.of(imported.trace))
    #expect(found.cause.id == "cookie-withheld")
    #expect(found.scenario == "oauth/login-loop#strict")
    let places = found.evidence.map { imported.trace.entry(ofRecord: $0.record) }
    #expect(places == [7, 7])
    #expect(found.what.hasPrefix("The cookie sid was set, and the browser keeps it back"))
  }

  @Test(arguments: [
    ("sid=0123456789abcdef; Path=/; SameSite=None", "Add Secure"),
    ("__Host-sid=0123456789abcdef; Path=/; Domain=shop.test; Secure", "no Domain"),
    ("sid=0123456789abcdef; Domain=other.test; Secure", "Leave Domain out"),
    ("__Secure-sid=0123456789abcdef; Path=/", "needs Secure"),
  ])
  func `is the cookie that is refused, with the remedy of its rule`(cookie: String, remedy: String)
    throws
  {
    let found = try #require(try diagnosis(turnedAway(cookie)))
    #expect(found.cause.id == "cookie-refused")
    #expect(found.remedy.contains(remedy))
  }

  @Test func `is not the cookie of an advertiser that the sign-in has nothing to do with`() throws {
    func advert(_ at: Int64, _ status: Int) -> HARFixture.Entry {
      var it = HARFixture.Entry("GET", "https://ads.test/bid", at: at)
      it.type = "application/json"
      it.request = [
        Pair("sec-fetch-site", "cross-site"), Pair("sec-fetch-dest", "empty"),
        Pair("referer", "https://shop.test/"),
      ]
      it.response = [
        Pair("set-cookie", "uid=0123456789abcdef; SameSite=None"),
        Pair("set-cookie", "seen=0123456789abcdef; Secure; SameSite=None"),
      ]
      it.status = status
      return it
    }
    #expect(try diagnosis(HARLogin.entries + [advert(9_100, 200), advert(9_200, 403)]) == nil)
  }

  @Test func `is the cookie's path, or plain http`() throws {
    var path = turnedAway("sid=\(HARLogin.session); Path=/cb; Secure")
    #expect(try diagnosis(path)?.remedy.hasPrefix("Set the cookie with Path=/") == true)
    path = turnedAway("sid=\(HARLogin.session); Path=/; Secure")
    path[5].response = path[5].response.with("location", "http://shop.test/me")
    path[6].url = "http://shop.test/me"
    let insecure = try #require(try diagnosis(path))
    #expect(insecure.cause.id == "cookie-withheld")
    #expect(insecure.scenario == "session/secure-flag#secure-only")
  }

  @Test func `is a Secure cookie that plain http sets`() throws {
    let found = try #require(
      try diagnosis(
        turnedAway("sid=\(HARLogin.session); Path=/; Secure").map { entry in
          var out = entry
          out.url = entry.url.replacing("https://shop.test", with: "http://shop.test")
          return out
        }))
    #expect(found.cause.id == "http-behind-proxy")
    #expect(found.what.contains("over plain http at http://shop.test/"))
  }

  @Test func `is a cookie that is too long, or all of them together`() throws {
    let long = String(repeating: "a", count: 5000)
    #expect(
      try diagnosis(turnedAway("sid=\(long); Path=/; Secure"))?.cause.id == "cookie-oversized")
    var many = HARLogin.entries
    many[5].request = many[5].request.with("cookie", "a=\(long); b=\(long)")
    many[5].status = 400
    many[5].response = []
    let found = try #require(try diagnosis(many))
    #expect(found.cause.id == "cookie-oversized")
    #expect(found.what.contains("has 10006 bytes"))
  }

  @Test func `is the answer by form_post that a Lax cookie does not follow`() throws {
    var entries = HARLogin.entries
    entries[4].status = 200
    entries[4].response = entries[4].response.without("location")
    entries[5].method = "POST"
    entries[5].url = "https://shop.test/cb"
    entries[5].form = "code=co-91d7aa3e&state=st-4f1c9a"
    entries[5].request =
      HARLogin.navigation("cross-site", page: "https://idp.test/") + [
        Pair("content-type", "application/x-www-form-urlencoded"),
        Pair("origin", "https://idp.test"),
        Pair("cookie", "other=1"),
      ]
    entries[5].status = 403
    entries[5].response = []
    let found = try #require(try diagnosis(Array(entries.dropLast()), .firefox))
    #expect(found.cause.id == "form-post-lax")
    #expect(found.what.contains("keeps the cookie __Host-tx back"))
  }

  @Test func `is a cookie that vanished, where no rule says why`() throws {
    let entries = turnedAway("sid=\(HARLogin.session); Path=/; Secure; SameSite=Lax")
    let found = try #require(try diagnosis(entries))
    #expect(found.cause.id == "cookie-not-sent")
    #expect(found.what.contains("no rule says why"))
  }

  @Test func `is a session that never began`() throws {
    var entries = turnedAway("x=1")
    entries[5].request = entries[5].request.without("cookie")
    entries[5].response = entries[5].response.without("set-cookie")
    entries[6].request = entries[6].request.without("cookie")
    entries[2].response = entries[2].response.without("set-cookie")
    entries[0].request.append(Pair("cookie", "a=1"))
    #expect(try diagnosis(entries)?.cause.id == "session-missing")
  }

  @Test func `is a circle of redirects`() throws {
    let entries = (0..<6).map { number in
      var it = HARFixture.Entry(
        "GET", number % 2 == 0 ? "https://shop.test/" : "https://www.shop.test/",
        at: Int64(number) * 20)
      it.request = HARLogin.navigation("none")
      it.status = 301
      it.response = [
        Pair("location", number % 2 == 0 ? "https://www.shop.test/" : "https://shop.test/")
      ]
      return it
    }
    let imported = try entries.read(.chrome)
    let found = try #require(Diagnosis.of(imported.trace))
    #expect(found.cause.id == "redirect-loop")
    #expect(found.evidence.map { imported.trace.entry(ofRecord: $0.record) } == [1, 5])
  }

  @Test func `is the state: lost, replaced, of somebody else, or kept at another host`() throws {
    func refused(_ change: (inout [HARFixture.Entry]) -> Void) throws -> Diagnosis? {
      var out = Array(HARLogin.entries.dropLast())
      out[5].status = 403
      out[5].response = []
      change(&out)
      return try diagnosis(out)
    }
    let lost = try refused {
      let url = "https://shop.test/cb?code=co-91d7aa3e&iss=https%3A%2F%2Fidp.test"
      $0[4].response = $0[4].response.with("location", url)
      $0[5].url = url
    }
    #expect(lost?.cause.id == "state-mismatch")
    #expect(lost?.what.contains("was lost on the way") == true)

    let foreign = try refused {
      let url = HARLogin.answer.replacing("st-4f1c9a", with: "st-000000")
      $0[4].response = $0[4].response.with("location", url)
      $0[5].url = url
    }
    #expect(foreign?.what.contains("none that this browser was given") == true)

    let replaced = try refused {
      var again = $0[3]
      again.at = 4000
      again.url = again.url.replacing("st-4f1c9a", with: "st-second")
      $0.insert(again, at: 4)
    }
    #expect(replaced?.what.contains("Two sign-ins were begun") == true)

    let elsewhere = try refused {
      $0[2].url = "https://www.shop.test/signin"
      $0[5].request = $0[5].request.without("cookie")
      $0[0].request.append(Pair("cookie", "a=1"))
    }
    #expect(elsewhere?.what.contains("begins at www.shop.test and ends at shop.test") == true)
  }

  @Test func `is the code that comes a second time`() throws {
    var entries = HARLogin.entries
    var again = entries[5]
    again.at = 20_000
    again.status = 400
    again.response = []
    entries.append(again)
    let found = try #require(try diagnosis(entries))
    #expect(found.cause.id == "code-reused")
    #expect(found.evidence.count == 2)
  }

  @Test(arguments: [
    ("redirect_uri_mismatch", "redirect-uri"), ("unauthorized_client", "client-refused"),
    ("login_required", "login-required"), ("access_denied", "access-denied"),
    ("invalid_scope", "provider-error"),
  ])
  func `is the provider's error`(error: String, cause: String) throws {
    var entries = Array(HARLogin.entries.dropLast())
    let url = "https://shop.test/cb?error=\(error)&error_description=because&state=st-4f1c9a"
    entries[4].response = entries[4].response.with("location", url)
    entries[5].url = url
    entries[5].status = 400
    let found = try #require(try diagnosis(entries))
    #expect(found.cause.id == cause)
    #expect(found.what.contains("\(error) (because)"))
  }

  /// A single-page app's own exchange of the code, whose ID token has these claims.
  private func tokens(_ claims: String) -> [HARFixture.Entry] {
    var out = Array(HARLogin.entries.dropLast())
    var token = HARFixture.Entry("POST", "https://idp.test/token", at: 9020)
    token.request = [
      Pair("content-type", "application/x-www-form-urlencoded"), Pair("sec-fetch-dest", "empty"),
    ]
    token.form = "grant_type=authorization_code&code=co-91d7aa3e"
    token.type = "application/json"
    let id = Base64.url(Array(#"{"alg":"RS256"}"#.utf8)) + "." + Base64.url(Array(claims.utf8))
    token.body = #"{"id_token":"\#(id).c2ln"}"#
    out[5].status = 400
    out[5].response = [Pair("date", "Mon, 04 May 2026 10:00:09 GMT")]
    out.insert(token, at: 5)
    return out
  }

  @Test func `is the clock, by the Date of the answer`() throws {
    let found = try #require(
      try diagnosis(tokens(#"{"iss":"https://idp.test","aud":"shop","iat":1777889109}"#)))
    #expect(found.cause.id == "clock")
    #expect(found.what.contains("was made 5m from now"))
    let old = try diagnosis(
      tokens(#"{"iss":"https://idp.test","aud":"shop","iat":1777880000,"exp":1777880060}"#))
    #expect(old?.what.contains("expired already when it is handed out") == true)
  }

  @Test func `is the issuer, or the audience`() throws {
    let issuer = try diagnosis(tokens(#"{"iss":"https://other.test","aud":"shop"}"#))
    #expect(issuer?.cause.id == "wrong-issuer")
    let audience = try diagnosis(tokens(#"{"iss":"https://idp.test","aud":["other"]}"#))
    #expect(audience?.cause.id == "wrong-audience")
    var mixed = Array(HARLogin.entries.dropLast())
    mixed[5].status = 403
    mixed[4].response = mixed[4].response.with(
      "location", HARLogin.answer.replacing("idp.test", with: "evil.test"))
    mixed[5].url = HARLogin.answer.replacing("idp.test", with: "evil.test")
    let found = try #require(try diagnosis(mixed))
    #expect(found.cause.id == "wrong-issuer" && found.scenario == "oauth/mix-up")
  }

  @Test func `is the API's refusal of an old token, or of one for somebody else`() throws {
    func call(_ claims: String, _ challenge: String) -> HARFixture.Entry {
      let token = Base64.url(Array(#"{"alg":"RS256"}"#.utf8)) + "." + Base64.url(Array(claims.utf8))
      var it = HARFixture.Entry("GET", "https://api.test/me", at: 9000)
      it.request = [Pair("authorization", "Bearer \(token).c2ln"), Pair("sec-fetch-dest", "empty")]
      it.status = 401
      it.response = [Pair("www-authenticate", challenge)]
      it.type = "application/json"
      return it
    }
    let invalid = #"Bearer error="invalid_token""#
    let expired = try diagnosis([call(#"{"exp":1777888000}"#, invalid)])
    #expect(expired?.cause.id == "token-expired")
    #expect(expired?.what.hasPrefix("The token expired 13m29s before") == true)
    let foreign = try diagnosis([call(#"{"aud":"https://orders.test"}"#, invalid)])
    #expect(foreign?.cause.id == "wrong-audience")
    #expect(try diagnosis([call(#"{"aud":"https://api.test"}"#, invalid)]) == nil)
    // Times that no calendar has.
    #expect(try diagnosis([call(#"{"exp":-9223372036854775808}"#, invalid)]) == nil)
    #expect(try diagnosis(tokens(#"{"iat":9223372036854775807}"#)) == nil)
  }
}
