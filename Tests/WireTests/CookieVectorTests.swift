import Foundation
import Testing

@testable import Wire

/// The tests of RFC 6265 (github.com/abarth/http-state), with the clock at 2010-01-01.
@Suite(.enabled(if: Vectors.cookies, "http-state is absent: 222 parser cases, 70 dates not tried"))
struct CookieVectorTests {
  private let now: Int64 = 1_262_304_000_000

  private struct Case: Decodable {
    struct Sent: Decodable, Equatable {
      let name: String
      let value: String
    }
    let test: String
    let received: [String]
    let sent: [Sent]
    let sentTo: String?

    enum CodingKeys: String, CodingKey {
      case test, received, sent
      case sentTo = "sent-to"
    }
  }

  /// What the jar sends after a case, as the header's text.
  private func actual(_ example: Case) throws -> String {
    let base = "http://home.example.org:8888"
    let setter = try #require(WireURL(base + "/cookie-parser?" + example.test))
    let target = example.sentTo ?? "/cookie-parser-result?" + example.test
    let url = try #require(WireURL(target.hasPrefix("/") ? base + target : target))
    let context = CookieContext(initiator: nil)
    var jar = CookieJar()
    for header in example.received {
      _ = jar.store(header, from: setter, request: context, now: now)
    }
    return jar.attach(to: url, context: context, now: now).header ?? ""
  }

  @Test func `every case gives what RFC 6265 gave, or what RFC 6265bis changed`() throws {
    let cases = try JSONDecoder().decode([Case].self, from: Vectors.data("cookies/parser.json"))
    #expect(cases.count == 222)
    #expect(Set(CookieDeparture.all.map(\.test)).count == CookieDeparture.all.count)
    let departures = Dictionary(uniqueKeysWithValues: CookieDeparture.all.map { ($0.test, $0) })
    for example in cases {
      let old = example.sent.map { $0.name + "=" + $0.value }.joined(separator: "; ")
      let expected = departures[example.test]?.sent ?? old
      #expect(try actual(example) == expected, "\(example.test): \(example.received)")
      #expect(departures[example.test]?.sent != old, "\(example.test) departs from nothing")
    }
    #expect(cases.count - departures.count == 195)
    #expect(Set(departures.keys).isSubset(of: cases.map(\.test)))
  }

  private struct DateCase: Decodable {
    let test: String
    let expected: String?
  }

  @Test(arguments: [("cookies/dates-examples.json", 15), ("cookies/dates-bsd-examples.json", 55)])
  func `every date is read as RFC 6265 reads it`(path: String, count: Int) throws {
    let text = try String(decoding: Vectors.data(path), as: UTF8.self)
    let uncommented = text.split(separator: "\n").filter { !$0.hasPrefix("//") }
    let data = Data(uncommented.joined(separator: "\n").utf8)
    let cases = try JSONDecoder().decode([DateCase].self, from: data)
    #expect(cases.count == count)
    for example in cases {
      let date = CookieDate.parse(example.test)
      #expect(date.map(HTTPDate.text) == example.expected, "\(example.test)")
    }
  }
}
