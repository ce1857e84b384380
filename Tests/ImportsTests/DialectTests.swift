import Imports
import Testing
import Trace
import Wire

@Suite(
  "A sign-in in the file of any browser") struct DialectTests
{
  static let whole: [HARDialect] = [.plain, .chrome, .firefox, .safari, .mitmproxy]

  @Test(arguments: whole)
  func `has the same parties, secrets, steps and cookies`(dialect: HARDialect) throws {
    let imported = try HARLogin.entries.read(dialect)
    let trace = imported.trace
    #expect(trace.parties.map(\.name) == ["browser", "app", "provider"])
    #expect(trace.parties.map(\.kind) == [.browser, .oauthClient, .provider])
    #expect(trace.parties[1].title == "shop.test (app)")
    let names = Set(trace.secrets.map(\.name))
    #expect(
      names == [
        "state#1", "nonce#1", "challenge#1", "tx#1", "password#1", "code#1", "sid#1", "sid#2",
      ])
    #expect(trace.steps.map(\.id.name) == ["entry-1", "entry-3", "entry-5"])
    let fates = trace.records.compactMap { record -> String? in
      guard case .cookie(let it) = record.event else { return nil }
      return "\(it.name) \(it.fate.rawValue)" + (it.reason.isEmpty ? "" : ": \(it.reason)")
    }
    #expect(
      fates == [
        "__Host-tx stored", "idp stored", "__Host-tx attached", "sid stored", "__Host-tx attached",
        "sid attached",
      ])
    #expect(imported.report.missing.map(\.kind) == [.backChannel])
    #expect(trace.start == Instant(milliseconds: 1_777_888_800_000))
  }

  @Test func `says who wrote it`() throws {
    let writers = try HARDialect.allCases.map { try HARLogin.entries.read($0).report.writer }
    #expect(writers == [.other, .chrome, .chrome, .firefox, .safari, .mitmproxy])
    let creator = try HARLogin.entries.read(.firefox).report.creator
    #expect(creator == "Firefox 140.0, Firefox 140.0")
  }

  @Test func `says what Chrome leaves out of a sanitised file, and how to get it`() throws {
    let report = try HARLogin.entries.read(.chromeSanitized).report
    let cookies = try #require(report.missing(.cookies))
    #expect(cookies.what == "The file has neither Cookie nor Set-Cookie headers.")
    #expect(cookies.remedy.contains("Allow to generate HAR with sensitive data"))
    #expect(report.missing(.backChannel)?.count == 1)
  }

  @Test func `knows what is missing: tokens shown to nobody, bodies, the beginning, answers`()
    throws
  {
    var token = HARFixture.Entry("POST", "https://idp.test/token", at: 9100)
    token.request = [Pair("content-type", "application/x-www-form-urlencoded")]
    token.form = "grant_type=authorization_code&code=co-91d7aa3e"
    token.type = "application/json"
    token.body = #"{"access_token":"opaque-5c1b2d"}"#
    let handed = try (HARLogin.entries + [token]).read(.chrome).report
    #expect(handed.missing.map(\.kind) == [.authorization])

    let late = try Array(HARLogin.entries.dropFirst(5)).read(.firefox).report
    #expect(late.missing(.beginning)?.what.contains("the request that asked for it is not") == true)
    #expect(late.missing(.beginning)?.remedy.contains("Persist Logs") == true)

    var blocked = HARLogin.entries
    blocked[6].status = 0
    let report = try blocked.read(.chrome).report
    #expect(report.missing(.unanswered)?.what == "1 request got no answer, the first in entry 7.")

    var fixture = HARDialect.firefox.file(HARLogin.entries)
    fixture.entries = fixture.entries.map { entry in
      var out = entry.object ?? JSONObject()
      var response = out["response"]?.object ?? JSONObject()
      response["content"] = ["size": 300, "mimeType": "text/html"]
      out["response"] = .object(response)
      return .object(out)
    }
    let empty = try HARImport.read(fixture.bytes, name: "x.har").report
    #expect(empty.missing(.responseBodies)?.count == 7)
    #expect(
      empty.missing(.responseBodies)?.remedy.contains("har.includeResponseBodies") == true)
  }
}

@Suite struct `What a file holds besides a sign-in` {
  @Test func `is folded where it is a picture, a style or a script, and sets no cookie`() throws {
    func resource(_ url: String, _ type: String) -> HARFixture.Entry {
      var it = HARFixture.Entry("GET", url, at: 5)
      it.type = type
      it.body = "aaaa"
      return it
    }
    var tracked = resource("https://shop.test/pixel.gif", "image/gif")
    tracked.response = [Pair("Set-Cookie", "pixel=0123456789abcdef; Secure; SameSite=None")]
    var blocked = resource("https://ads.test/a.js", "")
    blocked.status = 0
    let entries = [
      resource("https://shop.test/a.css", "text/css; charset=utf-8"),
      resource("https://shop.test/a.js", "application/javascript"),
      resource("https://shop.test/a.woff2", "font/woff2"),
      resource("data:image/png;base64,AAAA", "image/png"), tracked, blocked,
      resource("https://shop.test/list", "application/json"),
    ]
    let imported = try entries.read()
    #expect(imported.report.entries == 7)
    #expect(imported.report.folded == 5)
    let urls = imported.trace.records.compactMap { $0.event.sent?.request.url.path }
    #expect(urls == ["/pixel.gif", "/list"])
  }

  @Test func `is kept where it may have to do with a sign-in, and left out where it is long`()
    throws
  {
    let long = String(repeating: "x", count: 9000)
    func page(_ type: String, _ body: String) -> HARFixture.Entry {
      var it = HARFixture.Entry("GET", "https://shop.test/p", at: 1)
      it.type = type
      it.body = body
      return it
    }
    let form = "<form><input type=password name=p></form>" + long
    let imported = try [
      page("text/html", long), page("text/html", form), page("application/json", "[\"\(long)\"]"),
      page("application/json", #"{"refresh_token":"\#(long)"}"#), page("application/pdf", "%PDF"),
      page("text/html", "short"),
    ].read()
    let kept = imported.trace.records.compactMap { $0.event.received?.response.body.utf8.count }
    #expect(kept == [0, form.utf8.count, 0, 9020, 0, 5])
    #expect(imported.report.bodiesLeftOut == 3)
  }

  @Test func `is decoded from Base64, and from a form's parameters alone`() throws {
    var fixture = HARDialect.chrome.file([HARLogin.password])
    var entry = try #require(fixture.entries[0].object)
    var request = try #require(entry["request"]?.object)
    request["postData"] = [
      "mimeType": "application/x-www-form-urlencoded",
      "params": [["name": "user", "value": "alice"], ["name": "pwd", "value": "a b&c"]],
    ]
    entry["request"] = .object(request)
    var response = try #require(entry["response"]?.object)
    response["content"] = [
      "size": 26, "mimeType": "application/json", "encoding": "base64",
      "text": .string(Base64.standard(Array(#"{"access_token":"opaque-7"}"#.utf8))),
    ]
    entry["response"] = .object(response)
    fixture.entries = [.object(entry)]
    let trace = try HARImport.read(fixture.bytes, name: "x.har").trace
    #expect(
      trace.records.compactMap { $0.event.sent }.first?.request.body == "user=alice&pwd=a%20b%26c")
    #expect(trace.secrets.contains { $0.kind == .password && $0.value == "a b&c" })
    #expect(trace.secrets.contains { $0.kind == .access && $0.value == "opaque-7" })
  }
}
