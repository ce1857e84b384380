import Imports
import Testing
import Trace
import Wire

@Suite struct `A HAR file` {
  @Test func `becomes a trace of messages, parties, secrets and cookies`() throws {
    var page = HARFixture.Entry("GET", "https://shop.test/me")
    page.status = 302
    page.response = [
      Pair("location", "/login"), Pair("set-cookie", "sid=0123456789abcdef; Path=/; Secure"),
    ]
    var login = HARFixture.Entry("GET", "https://shop.test/login", at: 40)
    login.request = [Pair("cookie", "sid=0123456789abcdef")]
    login.body = "<form method=post><input type=password name=password></form>"
    var fixture = HARFixture()
    fixture.entries = [page, login].map { .object(HARFixture.entry($0)) }
    let imported = try HARImport.read(fixture.bytes, name: "login.har")
    let trace = imported.trace
    #expect(trace.steps.count == 1)
    #expect(trace.beats.map(\.kind) == [.request, .response, .request, .response])
    #expect(trace.secrets.map(\.name) == ["sid#1"])
    #expect(trace.parties.map(\.name) == ["browser", "shop.test"])
    #expect(trace.entry(ofRecord: trace.records.count - 1) == 2)
    #expect(imported.report.damage == nil)
    #expect(imported.report.entries == 2)
  }
}
