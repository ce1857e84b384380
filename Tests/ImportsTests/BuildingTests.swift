import Imports
import Testing
import Trace
import Wire

@Suite struct `The trace of a file` {
  @Test func `chains redirects, even with other requests between them`() throws {
    var entries = HARLogin.entries
    var poll = HARFixture.Entry("GET", "https://shop.test/poll", at: 9040)
    poll.type = "application/json"
    poll.request = [Pair("sec-fetch-site", "same-origin"), Pair("sec-fetch-dest", "empty")]
    entries.insert(poll, at: 6)
    let trace = try entries.read().trace
    #expect(trace.steps.map(\.id.name) == ["entry-1", "entry-3", "entry-5", "entry-7"])
    #expect(
      trace.records(ofStep: 2).compactMap { $0.event.sent?.request.url.path } == [
        "/login", "/cb", "/me",
      ])
    #expect(trace.script[2].caption == "browser POST https://idp.test/login, and 2 more")
    let addresses = trace.beats.filter { $0.kind == .request }.map {
      trace.beats.address(of: $0).description
    }
    #expect(addresses.last == "entry-7/1" && addresses[5] == "entry-5/2")
  }

  @Test func `is in the order of time, whatever the order of the file`() throws {
    let entries = Array(HARLogin.entries.reversed())
    let trace = try entries.read().trace
    let paths = trace.records.compactMap { $0.event.sent?.request.url.path }
    #expect(paths == ["/me", "/login", "/signin", "/authorize", "/login", "/cb", "/me"])
    #expect(trace.entry(ofRecord: 0) == 7)
  }

  @Test func `knows a challenge by its verifier, though the browser shows it later`() throws {
    var token = HARFixture.Entry("POST", "https://idp.test/token", at: 9100)
    token.request = [Pair("content-type", "application/x-www-form-urlencoded")]
    token.form =
      "grant_type=authorization_code&code=co-91d7aa3e&client_id=shop"
      + "&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    token.type = "application/json"
    token.body = #"{"access_token":"at-551c0e","refresh_token":"rt-0a9f2c","token_type":"Bearer"}"#
    let trace = try (HARLogin.entries + [token]).read().trace
    let challenge = try #require(trace.secrets.first { $0.kind == .challenge })
    let source = try #require(challenge.derivedFrom)
    #expect(trace.secret(source).name == "verifier#1")
    #expect(trace.secrets.contains { $0.name == "access#1" && $0.value == "at-551c0e" })
    #expect(trace.secrets.contains { $0.name == "refresh#1" })
    let index = SecretIndex(trace)
    let found = index.provenance(of: source, in: trace)
    #expect(found.minted != nil && found.derived.count == 1)
    #expect(index.mask("x co-91d7aa3e y") == "x {code#1} y")
  }

  @Test func `finds secrets wherever they stand`() throws {
    let id = "eyJhbGciOiJub25lIn0.eyJub25jZSI6Im5vLTg4ZTJiMSJ9."
    let access = "eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.eyJzdWIiOiJhIn0."
    var page = HARFixture.Entry("GET", "https://api.test/me", at: 1)
    page.request = [
      Pair("authorization", "Bearer \(access)"), Pair("dpop", "proof-text"),
      Pair("cookie", "XSRF-TOKEN=abcd1234; lang=de; _ga=GA1.2.123456789.987654321"),
    ]
    page.body =
      "<form><input type=hidden name=csrf_token value=form-token><input name=q value=x></form>"
      + "<script>var t='\(id)'</script>"
    var basic = HARFixture.Entry("GET", "https://idp.test/introspect", at: 2)
    basic.request = [
      Pair("authorization", "Basic " + Base64.standard(Array("shop:s3cr3t%2F".utf8)))
    ]
    basic.response = [
      Pair("location", "https://shop.test/#access_token=fragment-token&state=abcdef")
    ]
    basic.status = 302
    let secrets = try [page, basic].read().trace.secrets
    #expect(
      secrets.map { "\($0.name) \($0.value)" } == [
        "access#1 \(access)", "proof#1 proof-text", "csrf#1 abcd1234", "csrf#2 form-token",
        "id#1 \(id)", "client-secret#1 s3cr3t/", "access#2 fragment-token", "state#1 abcdef",
      ])
  }

  @Test func `keeps the names of secrets that stand by their names`() throws {
    var entries = HARLogin.entries
    entries[5].response = entries[5].response.with("set-cookie", "sid={sid#7}; Path=/; Secure")
    entries[6].request = entries[6].request.with("cookie", "sid={sid#7}")
    let trace = try entries.read().trace
    #expect(trace.secrets.contains { $0.name == "sid#7" && $0.value == "{sid#7}" })
  }

  @Test func `names servers after what they do, and no more than two hundred of them`() throws {
    var api = HARFixture.Entry("GET", "https://api.shop.test/orders", at: 10_000)
    api.request = [Pair("authorization", "Bearer opaque-token")]
    api.type = "application/json"
    let many = (0..<300).map { number in
      var it = HARFixture.Entry("GET", "https://host\(number).test/x", at: 11_000 + Int64(number))
      it.type = "application/json"
      return it
    }
    let trace = try (HARLogin.entries + [api] + many).read().trace
    #expect(trace.parties.count == 201)
    #expect(
      trace.parties.prefix(5).map(\.name) == ["browser", "app", "provider", "api", "host0.test"])
    #expect(trace.parties.last?.title == "Other servers")
  }

  @Test(arguments: [
    ("2026-05-04T10:11:12.345Z", 1_777_889_472_345),
    ("2026-05-04T12:11:12.345+02:00", 1_777_889_472_345),
    ("2026-05-04T05:11:12-0500", 1_777_889_472_000), ("2026-05-04 10:11:12.3", 1_777_889_472_300),
  ])
  func `has the times of the file, in any spelling`(text: String, time: Int64) throws {
    var it = HARLogin.me
    it.own = ["startedDateTime": .string(text)]
    #expect(try [it].read().trace.start == Instant(milliseconds: time))
  }

  @Test(arguments: ["yesterday", "2026-13-04T10:11:12Z", "2026-05-04T10:11", ""])
  func `goes on where a time is none`(text: String) throws {
    var it = HARLogin.login
    it.own = ["startedDateTime": .string(text)]
    let trace = try [HARLogin.me, it].read().trace
    #expect(trace.steps.last?.time == trace.start)
  }
}
