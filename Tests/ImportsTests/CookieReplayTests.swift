import Imports
import Testing
import Trace
import Wire

@Suite struct `The jar beside the file` {
  private func decisions(_ entries: [HARFixture.Entry], _ dialect: HARDialect = .plain) throws
    -> [CookieDecision]
  {
    try entries.read(dialect).trace.records.compactMap {
      if case .cookie(let decision) = $0.event { decision } else { nil }
    }
  }

  private func last(_ name: String, _ entries: [HARFixture.Entry], _ dialect: HARDialect = .plain)
    throws -> CookieDecision
  {
    try #require(try decisions(entries, dialect).last { $0.name == name })
  }

  /// The last request without its cookies, and with another session cookie set.
  private func changed(_ attributes: String, sent: Bool = false) -> [HARFixture.Entry] {
    var out = HARLogin.entries
    out[5].response = out[5].response.with("set-cookie", "sid=\(HARLogin.session); \(attributes)")
    if !sent {
      out[6].request = out[6].request.with("cookie", "__Host-tx=\(HARLogin.transaction)")
    }
    return out
  }

  @Test func `withholds by the rule: the page that started it is another site's`() throws {
    let it = try last("sid", changed("Path=/; Secure; SameSite=Strict"))
    #expect(it.fate == .withheld)
    #expect(it.reason == "SameSite=Strict: the request comes from another site")
    #expect(it.value == HARLogin.session)
  }

  @Test func `goes by the page that started the row of redirects, not by the last of them`() throws
  {
    var entries = changed("Path=/; Secure; SameSite=Strict", sent: true)
    // Signed in at the provider already: the shop's own page leads there and back.
    for index in [4, 5, 6] {
      entries[index].method = "GET"
      entries[index].form = nil
      entries[index].at = entries[3].at + Int64(index)
      entries[index].request = HARLogin.navigation("cross-site", page: "https://shop.test/login")
    }
    entries[3].status = 302
    entries[3].response = [Pair("location", "https://idp.test/login")]
    entries[6].request = entries[6].request.with("cookie", "sid=\(HARLogin.session)")
    let it = try last("sid", entries)
    #expect(it.fate == .attached && it.reason == "")
  }

  @Test func `refuses by the rule`() throws {
    #expect(try last("sid", changed("Path=/; SameSite=None")).fate == .refused)
    var entries = HARLogin.entries
    entries[5].response = entries[5].response.with("set-cookie", "__Host-sid=1; Path=/app; Secure")
    let it = try last("__Host-sid", entries)
    #expect(it.reason == "__Host- needs Secure, Path=/ and no Domain")
  }

  @Test func `says where the file shows something else than the rules`() throws {
    let against = try last("sid", changed("Path=/; Secure; SameSite=Strict", sent: true))
    #expect(against.fate == .attached)
    #expect(against.reason.contains("though the rules would have kept it back"))

    let gone = try last("sid", changed("Path=/; Secure; SameSite=Lax"))
    #expect(gone.fate == .withheld)
    #expect(gone.reason.contains("no rule says why"))

    var other = HARLogin.entries
    other[6].request = other[6].request.with("cookie", "sid=somethingelse1234")
    #expect(try last("sid", other).reason.hasPrefix("with another value"))

    var old = HARLogin.entries
    old[0].request.append(Pair("cookie", "old=0123456789abcdef"))
    let unknown = try #require(try decisions(old).first)
    #expect(unknown.name == "old" && unknown.fate == .attached)
    #expect(unknown.reason.hasPrefix("no answer in the file sets it"))
  }

  @Test func `says of another site's request that browsers block such cookies`() throws {
    var entries = HARLogin.entries
    entries[5].response = entries[5].response.with(
      "set-cookie", "sid=\(HARLogin.session); Path=/; Secure; SameSite=None")
    var frame = HARFixture.Entry("GET", "https://shop.test/api/me", at: 12_000)
    frame.request = [
      Pair("sec-fetch-site", "cross-site"), Pair("sec-fetch-mode", "cors"),
      Pair("sec-fetch-dest", "empty"), Pair("origin", "https://other.test"),
    ]
    frame.status = 401
    let it = try last("sid", entries + [frame])
    #expect(it.fate == .withheld)
    #expect(it.reason.contains("blocks third-party cookies"))
  }

  @Test func `says nothing of a cookie whose answer had not ended when the request began`() throws {
    var slow = HARFixture.Entry("GET", "https://shop.test/slow", at: 100)
    slow.request = HARLogin.navigation("none")
    slow.response = [Pair("set-cookie", "late=0123456789abcdef; Path=/; Secure")]
    slow.own = ["time": 500]
    var quick = HARFixture.Entry("GET", "https://shop.test/quick", at: 300)
    quick.request = HARLogin.navigation("none") + [Pair("cookie", "x=1")]
    #expect(try decisions([slow, quick]).map(\.name) == ["late", "x"])
    quick.at = 700
    #expect(try decisions([slow, quick]).map(\.name) == ["late", "late", "x"])
  }

  @Test func `allows Chrome its two minutes, and no other browser`() throws {
    var entries = changed("Path=/; Secure")
    entries[6] = HARFixture.Entry("POST", "https://shop.test/me", at: 9060)
    entries[6].request =
      HARLogin.navigation("cross-site", page: "https://pay.test/")
      + [Pair("origin", "https://pay.test"), Pair("cookie", "sid=\(HARLogin.session)")]
    #expect(try last("sid", entries, .chrome).reason == "")
    #expect(try last("sid", entries, .firefox).reason.contains("would have kept it back"))
  }

  @Test func `works out what was sent where the file shows no cookie of a request`() throws {
    var entries = HARLogin.entries
    for index in entries.indices {
      entries[index].request = entries[index].request.without("cookie")
    }
    let it = try last("sid", entries)
    #expect(it.fate == .attached)
    #expect(it.reason == "worked out from Set-Cookie; the file does not show what was sent")
    let part = try entries.read().report.missing(.cookies)
    #expect(part?.what.contains("No request in the file shows a cookie") == true)
  }

  @Test func `reads cookies that stand in lists alone, and those that Safari joins by commas`()
    throws
  {
    var fixture = HARDialect.plain.file([HARLogin.callback])
    var entry = try #require(fixture.entries[0].object)
    var response = try #require(entry["response"]?.object)
    response["headers"] = []
    response["cookies"] = [
      [
        "name": "sid", "value": "0123456789abcdef", "path": "/", "domain": "", "secure": true,
        "httpOnly": true, "sameSite": "Lax", "expires": "2026-10-21T07:28:00.000Z",
      ]
    ]
    entry["response"] = .object(response)
    fixture.entries = [.object(entry)]
    let trace = try HARImport.read(fixture.bytes, name: "x.har").trace
    let header = trace.records.compactMap { $0.event.received }.first?.response.headers[
      "Set-Cookie"]
    #expect(
      header
        == "sid=0123456789abcdef; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/; Secure; HttpOnly; "
        + "SameSite=Lax")

    var joined = HARLogin.callback
    joined.response.append(
      Pair("set-cookie", "a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Secure"))
    joined.response.append(Pair("set-cookie", "b=x,y; Path=/"))
    let safari = try [joined].read(.safari).trace.records.compactMap { $0.event.received }
    #expect(
      safari.first?.response.headers.all("Set-Cookie") == [
        "sid=\(HARLogin.session); Path=/; Secure; HttpOnly; SameSite=Lax",
        "a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Secure", "b=x,y; Path=/",
      ])
  }
}
