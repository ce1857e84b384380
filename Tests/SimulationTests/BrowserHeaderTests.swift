import Testing
import Wire

@testable import Simulation

private func url(_ text: String) throws -> WireURL { try #require(WireURL(text)) }

private func visit(
  _ method: String, _ target: String, from page: String?, via chain: [String] = [],
  _ purpose: Purpose = .navigation
) throws -> Visit {
  var visit = Visit(client: 0, method: method, url: try url(target))
  visit.initiator = try page.map { Document(url: try url($0)) }
  visit.chain = try chain.map { try url($0) }
  visit.purpose = purpose
  return visit
}

@Suite struct `What a browser says of a request's origin` {
  struct Case: CustomTestStringConvertible {
    let page: String
    let chain: [String]
    let target: String
    let site: String
    var testDescription: String { "\(page) > \(chain) > \(target): \(site)" }
  }

  @Test(arguments: [
    Case(page: "https://a.test/x", chain: [], target: "https://a.test/y", site: "same-origin"),
    Case(page: "https://a.test/x", chain: [], target: "https://a.test:444/y", site: "same-site"),
    Case(page: "https://b.a.test/", chain: [], target: "https://a.test/", site: "same-site"),
    Case(page: "http://a.test/", chain: [], target: "https://a.test/", site: "cross-site"),
    Case(page: "https://e.test/", chain: [], target: "https://a.test/", site: "cross-site"),
    // One foreign hop on the way counts, even when the request comes home again.
    Case(
      page: "https://a.test/", chain: ["https://e.test/"], target: "https://a.test/",
      site: "cross-site"),
    Case(
      page: "https://a.test/", chain: ["https://b.a.test/"], target: "https://a.test/",
      site: "same-site"),
  ])
  func `Sec-Fetch-Site tells the farthest relation on the way`(it: Case) throws {
    let fields = BrowserHeaders.fields(
      for: try visit("GET", it.target, from: it.page, via: it.chain))
    #expect(fields["Sec-Fetch-Site"] == it.site)
  }

  @Test func `a person's own request carries none of it, and neither does plain http`() throws {
    #expect(BrowserHeaders.fields(for: try visit("POST", "https://a.test/", from: nil)).isEmpty)
    let clear = BrowserHeaders.fields(
      for: try visit("POST", "http://a.test/", from: "https://e.test/"))
    #expect(clear["Sec-Fetch-Site"] == nil)
    #expect(clear["Origin"] == "https://e.test")
  }

  @Test func `Origin goes with changes and with questions of scripts to other origins`() throws {
    let get = try visit("GET", "https://a.test/", from: "https://e.test/")
    #expect(BrowserHeaders.fields(for: get)["Origin"] == nil)
    let own = try visit("GET", "https://a.test/", from: "https://a.test/", .fetch(.include))
    #expect(BrowserHeaders.fields(for: own)["Origin"] == nil)
    let cors = try visit("GET", "https://a.test/", from: "https://e.test/", .fetch(.omit))
    #expect(BrowserHeaders.fields(for: cors)["Origin"] == "https://e.test")
    #expect(BrowserHeaders.fields(for: cors)["Sec-Fetch-Mode"] == "cors")
  }

  @Test func `a redirect from one foreign origin to another hides who asked`() throws {
    let tainted = try visit(
      "POST", "https://b.test/", from: "https://a.test/", via: ["https://e.test/"])
    #expect(BrowserHeaders.fields(for: tainted)["Origin"] == "null")
    let home = try visit(
      "POST", "https://e.test/", from: "https://a.test/", via: ["https://a.test/go"])
    #expect(BrowserHeaders.fields(for: home)["Origin"] == "https://a.test")
  }
}

@Suite struct `Referrer policies` {
  private static let words: [(ReferrerPolicy, same: String?, cross: String?, down: String?)] = [
    (.noReferrer, nil, nil, nil),
    (.noReferrerWhenDowngrade, "whole", "whole", nil),
    (.sameOrigin, "whole", nil, nil),
    (.origin, "short", "short", "short"),
    (.strictOrigin, "short", "short", nil),
    (.originWhenCrossOrigin, "whole", "short", "short"),
    (.strictOriginWhenCrossOrigin, "whole", "short", nil),
    (.unsafeURL, "whole", "whole", "whole"),
  ]

  @Test(arguments: words.indices)
  func `each tells what its table says`(index: Int) throws {
    let it = Self.words[index]
    let page = try url("https://a.test/reset?token=t#part")
    let texts = ["whole": "https://a.test/reset?token=t", "short": "https://a.test/"]
    let told = try ["https://a.test/b", "https://b.test/", "http://a.test/"].map {
      it.0.referrer(of: page, for: try url($0))
    }
    #expect(told == [it.same, it.cross, it.down].map { $0.flatMap { texts[$0] } })
  }

  @Test func `of several words the last one that is known counts`() {
    #expect(ReferrerPolicy(header: "no-referrer, Unsafe-URL") == .unsafeURL)
    #expect(ReferrerPolicy(header: "origin, something-new") == .origin)
    #expect(ReferrerPolicy(header: "something-new") == nil)
    #expect(ReferrerPolicy(header: nil) == nil)
  }
}
