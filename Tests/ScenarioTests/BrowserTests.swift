import Simulation
import Testing
import Trace
import Wire

/// What browsers do in the lessons, and say of it.
@Suite struct `The browser says why` {
  private func trace(_ id: String, _ variant: String?, _ settings: [Setting] = []) throws -> Trace {
    play(try Library.scenario(id), RunInputs(variant: variant, settings: settings))
  }

  private func notes(_ trace: Trace) -> [String] {
    trace.records.compactMap { record in
      if case .note(let text) = record.event { text } else { nil }
    }
  }

  private func requests(_ trace: Trace) -> [Request] {
    trace.records.compactMap { record in
      if case .sent(let sent) = record.event { sent.request } else { nil }
    }
  }

  @Test(arguments: [
    ("framed", "shows https://idp.test/authorize: the page does not say which pages may hold it"),
    ("header-alone", "https://quiz.test: the page says frame-ancestors 'none'."),
    ("old-header", "https://quiz.test: the page says X-Frame-Options: DENY."),
  ])
  func `it shows a page in a frame, or does not`(variant: String, words: String) throws {
    let notes = notes(try trace("oauth/clickjacking", variant))
    #expect(notes.contains { $0.contains(words) }, "\(notes)")
  }

  @Test func `it hands a message over, or keeps it`() throws {
    let told = notes(try trace("oauth/post-message", "to-anybody"))
    #expect(told.contains { $0.hasSuffix("to https://kittens.test: it is for any origin (*).") })
    let kept = notes(try trace("oauth/post-message", nil))
    #expect(
      kept.contains { $0.contains("it is for https://app.shop.test, and the other window shows") })
  }

  @Test func `a cookie is too long to be kept`() throws {
    let trace = try trace("oauth/login-loop", "oversized")
    let refused = trace.records.compactMap { record -> String? in
      guard case .cookie(let cookie) = record.event, cookie.fate == .refused else { return nil }
      return cookie.reason
    }
    #expect(!refused.isEmpty && refused.allSatisfy { $0.contains("4096") }, "\(refused)")
  }

  @Test func `what stands behind the # is sent to nobody`() throws {
    let trace = try trace("oauth/implicit", "as-before")
    #expect(requests(trace).allSatisfy { $0.url.fragment == nil })
    let token = try #require(trace.secrets.first { $0.kind == .access }).value
    let targets = requests(trace).map(\.url.text)
    #expect(targets.allSatisfy { !$0.contains(token) })
  }

  @Test func `a token in a redirect cannot be asked for through the back either`() throws {
    let settings: [Setting] = [
      .defence("no-implicit-grant", level: "on"), .defence("par", level: "required"),
    ]
    let trace = try trace("oauth/implicit", "as-before", settings)
    #expect(trace.verdict == .secure)
    #expect(trace.hasFailure(of: "response-type-supported"))
  }

  @Test func `a page that is a client has no secret, and reads by leave alone`() throws {
    let trace = try trace("oauth/spa-and-bff", nil)
    let exchange = try #require(requests(trace).first { $0.url.path == "/token" })
    #expect(exchange.headers["Authorization"] == nil)
    #expect(exchange.form["client_secret"] == nil && exchange.form["client_id"] == "shop-page")
    #expect(exchange.headers["Origin"] == "https://app.shop.test")
    #expect(exchange.headers["Cookie"] == nil)
    for record in trace.records {
      guard case .received(let it) = record.event,
        let origin = it.response.headers["Access-Control-Allow-Origin"]
      else { continue }
      #expect(origin == "https://app.shop.test")
    }
  }

  @Test func `no token of the second shop comes near the browser`() throws {
    let trace = try trace("oauth/spa-and-bff", nil)
    let first = try #require(trace.lastStep(named: "shop-sign-in"))
    let laptop = try #require(trace.parties.firstIndex { $0.name == "laptop" })
    let shop = try #require(trace.parties.firstIndex { $0.name == "shop" })
    let tokens = trace.secrets.filter { [.access, .refresh, .idToken].contains($0.kind) }
      .map(\.value)
    for step in first..<trace.steps.count {
      for record in trace.records(ofStep: step) {
        guard case .received(let it) = record.event, it.from == PartyID(shop),
          it.to == PartyID(laptop)
        else { continue }
        let text = it.response.body + it.response.headers.fields.map(\.value).joined()
        #expect(tokens.allSatisfy { !text.contains($0) })
      }
    }
  }
}
