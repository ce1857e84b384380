import Testing
import Wire

@testable import Simulation

private func visit(
  _ method: String = "GET", _ credentials: FetchCredentials = .include, headers: [Pair] = []
) throws -> Visit {
  var visit = Visit(client: 0, method: method, url: try #require(WireURL("https://api.test/")))
  visit.initiator = Document(url: try #require(WireURL("https://www.test/")))
  visit.purpose = .fetch(credentials)
  visit.headers = headers
  return visit
}

private func sentence(_ answer: Response, _ visit: Visit, preflight: Bool = false) -> String? {
  do throws(CrossOriginSharing.Obstacle) {
    if preflight {
      try CrossOriginSharing.judge(preflight: answer, for: visit)
    } else {
      try CrossOriginSharing.judge(answer, for: visit)
    }
    return nil
  } catch {
    return error.sentence
  }
}

private func answer(_ fields: [(String, String)], status: Int = 200) -> Response {
  Response(status, headers: Headers(fields.map { Pair($0.0, $0.1) }))
}

@Suite struct `Cross-origin answers` {
  private let origin = ("Access-Control-Allow-Origin", "https://www.test")
  private let credentials = ("Access-Control-Allow-Credentials", "true")

  @Test func `are for the origin that they name, with cookies only by a second word`() throws {
    #expect(sentence(answer([origin, credentials]), try visit()) == nil)
    #expect(
      sentence(answer([origin]), try visit()) == "the server does not allow requests with cookies")
    #expect(sentence(answer([origin]), try visit("GET", .omit)) == nil)
    #expect(
      sentence(answer([]), try visit())
        == "the server does not share its answer with https://www.test: it allows no other origin")
  }

  @Test func `for everybody are for nobody who sends cookies`() throws {
    let star = ("Access-Control-Allow-Origin", "*")
    #expect(sentence(answer([star]), try visit("GET", .omit)) == nil)
    #expect(
      sentence(answer([star, credentials]), try visit())
        == "the server does not share its answer with https://www.test: it allows *")
  }

  @Test func `need no leave at the page's own origin`() throws {
    var own = try visit("DELETE", headers: [Pair("Authorization", "Bearer x")])
    own.url = try #require(WireURL("https://www.test/data"))
    #expect(!CrossOriginSharing.needsPreflight(own))
    #expect(sentence(answer([]), own) == nil)
  }
}

@Suite struct `Preflights` {
  @Test func `are for what no form could send`() throws {
    let form = [Pair("Content-Type", "application/x-www-form-urlencoded")]
    #expect(!CrossOriginSharing.needsPreflight(try visit("POST", headers: form)))
    #expect(CrossOriginSharing.needsPreflight(try visit("PUT")))
    let json = [Pair("Content-Type", "application/json; charset=utf-8")]
    #expect(CrossOriginSharing.needsPreflight(try visit("POST", headers: json)))
    let bearer = [Pair("Authorization", "Bearer x")]
    #expect(CrossOriginSharing.needsPreflight(try visit("GET", headers: bearer)))
  }

  @Test func `carry no cookies, and name what is to come`() throws {
    let asked = CrossOriginSharing.preflight(
      for: try visit("PUT", headers: [Pair("X-Two", ""), Pair("Authorization", "")]))
    #expect(asked.method == "OPTIONS")
    #expect(!asked.hasCredentials)
    #expect(asked.headers["Access-Control-Request-Method"] == "PUT")
    #expect(asked.headers["Access-Control-Request-Headers"] == "authorization,x-two")
  }

  @Test func `fail by status, method and header, each with its own sentence`() throws {
    let open = [
      ("Access-Control-Allow-Origin", "https://www.test"),
      ("Access-Control-Allow-Credentials", "true"),
    ]
    let put = try visit("PUT", headers: [Pair("Authorization", "Bearer x")])
    let methods = ("Access-Control-Allow-Methods", "GET, PUT")
    let headers = ("Access-Control-Allow-Headers", "Authorization")
    #expect(sentence(answer(open + [methods, headers]), put, preflight: true) == nil)
    #expect(
      sentence(answer(open, status: 405), put, preflight: true)
        == "the preflight was answered with 405")
    #expect(
      sentence(answer(open + [headers]), put, preflight: true)
        == "the server does not allow the method PUT")
    #expect(
      sentence(answer(open + [methods]), put, preflight: true)
        == "the server does not allow the header authorization")
  }
}

@Suite struct `Ids made of a clock` {
  @Test func `are read back, and shifted by milliseconds`() throws {
    // The example of RFC 9562 A.1: 2022-02-22T19:22:22Z.
    let id = try #require(TimeUUID("C232AB00-9414-11EC-B3C8-9F6BDECED846"))
    #expect(id.text == "c232ab00-9414-11ec-b3c8-9f6bdeced846")
    #expect(id.ticks == 0x1EC9_414C_232A_B00)
    let later = id.shifted(byMilliseconds: 1)
    #expect(later.ticks - id.ticks == 10_000)
    #expect(TimeUUID(later.text) == later)
  }

  @Test(arguments: [
    "C232AB00-9414-41EC-B3C8-9F6BDECED846", "C232AB00-9414-11EC-B3C8-9F6BDECED84",
    "G232AB00-9414-11EC-B3C8-9F6BDECED846", "",
  ])
  func `are told from what is none`(text: String) { #expect(TimeUUID(text) == nil) }
}
