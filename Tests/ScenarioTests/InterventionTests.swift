import ScenarioFiles
import Simulation
import Testing
import Trace
import Wire

/// What a person changes by hand: each kind does what it says, and survives being written down.
@Suite struct `Interventions by hand` {
  private func play(
    _ id: String, in variant: String? = nil, seed: UInt64? = nil, _ changes: Intervention...
  ) throws -> Trace {
    Simulation.play(
      try Library.scenario(id), RunInputs(variant: variant, interventions: changes, seed: seed))
  }

  private func status(_ trace: Trace, _ step: String) -> String? {
    trace.lastStep(named: step).flatMap { trace.value(of: .status, atStep: $0) }
  }

  private func at(_ step: String, _ number: UInt8 = 1) -> Address {
    Address(step: StepID(step), path: SendPath().child(number))
  }

  private static let bearer = MessageField.header("Authorization")

  private func forging(_ forgery: TokenForgery) -> Intervention {
    Intervention(
      at: at("plain"), fingerprint: nil,
      change: .edit([Edit(field: Self.bearer, value: .token(forgery))]))
  }

  private static let none = TokenForgery(
    header: [MemberEdit("alg", "\"none\"")], claims: [MemberEdit("by", "hand")],
    signature: .empty)

  @Test func `a token forged by hand passes where the token decides, and is refused where not`()
    throws
  {
    let scenario = try Library.scenario("jwt/alg-none")
    let worlds = [nil] + scenario.variants.map { Optional($0.name) }
    let statuses = try worlds.map { world in
      status(try play("jwt/alg-none", in: world, forging(Self.none)), "plain")
    }
    #expect(statuses.contains("200"))
    #expect(statuses.first == "401")
  }

  @Test(arguments: [UInt64(1), 77])
  func `a forged token says what it was made from, with any seed`(_ seed: UInt64) throws {
    let trace = try play("jwt/alg-none", seed: seed, forging(Self.none))
    let step = try #require(trace.lastStep(named: "plain"))
    let sent = try #require(trace.records(ofStep: step).compactMap(\.event.sent).first)
    let original = try #require(sent.original)
    let old = try #require(TokenInField(original.headers["Authorization"] ?? ""))
    let new = try #require(TokenInField(sent.request.headers["Authorization"] ?? ""))
    let secret = try #require(trace.secrets.first { $0.value == new.token })
    #expect(secret.kind == .forged)
    #expect(secret.derivedFrom.map { trace.secret($0).value } == old.token)
    #expect(new.token.hasSuffix("."))
    #expect(new.before == "Bearer ")
  }

  @Test func `a message that is dropped has no answer, one sent twice has two`() throws {
    let once = try play("session/logout-revocation")
    let drop = Intervention(at: at("login"), fingerprint: nil, change: .drop)
    let dropped = try play("session/logout-revocation", drop)
    #expect(dropped.records(ofStep: 0).allSatisfy { $0.event.received == nil })
    let again = Intervention(at: at("login"), fingerprint: nil, change: .again)
    let twice = try play("session/logout-revocation", again)
    let answers = { (trace: Trace) in
      trace.records(ofStep: 0).compactMap(\.event.received).count
    }
    #expect(answers(twice) == answers(once) + 1)
  }

  // Answers.

  private func answering(_ step: String, _ edits: AnswerEdit...) -> Intervention {
    Intervention(at: at(step), fingerprint: nil, change: .editAnswer(edits))
  }

  private func answers(_ trace: Trace, _ step: String) throws -> [ReceivedResponse] {
    let index = try #require(trace.lastStep(named: step))
    return trace.records(ofStep: index).compactMap(\.event.received)
  }

  @Test
  func `an answer arrives changed, the server's own stays known, and the browser believes it`()
    throws
  {
    let gone = answering("login", AnswerEdit(field: .cookie("sid"), value: nil))
    let trace = try play("session/logout-revocation", gone)
    let answer = try #require(try answers(trace, "login").first)
    #expect(answer.response.cookieNames.isEmpty)
    #expect(answer.original?.cookieNames == ["sid"])
    // Nobody has a cookie to steal, and nobody is signed in at the logout.
    let stored = trace.records.contains { (record: Record) -> Bool in
      if case .cookie(let it) = record.event { it.fate == .stored } else { false }
    }
    #expect(!stored)
    #expect(trace.remarks.isEmpty)
  }

  @Test func `a cookie keeps its value when its attributes change, and the other way round`() throws
  {
    let bare = answering("login", AnswerEdit(field: .attributes("sid"), value: .text("Path=/")))
    let plain = try #require(
      try answers(try play("session/logout-revocation", bare), "login").first)
    let before = try #require(plain.original?.value(of: .cookie("sid")))
    #expect(plain.response.headers.all("Set-Cookie") == ["sid=\(before); Path=/"])
    let other = answering("login", AnswerEdit(field: .cookie("sid"), value: .text("mine")))
    let chosen = try #require(
      try answers(try play("session/logout-revocation", other), "login").first)
    #expect(chosen.response.value(of: .cookie("sid")) == "mine")
    #expect(
      chosen.response.value(of: .attributes("sid"))
        == chosen.original?.value(of: .attributes("sid")))
  }

  @Test func `status, headers, redirects, members and tokens of an answer are edited`() throws {
    var answer = Response(
      303, headers: Headers([Pair("Location", "https://a.test/cb?code=1&state=x")]), body: "no JSON"
    )
    answer.apply(AnswerEdit(field: .redirect("state"), value: nil), value: nil)
    #expect(answer.headers["Location"] == "https://a.test/cb?code=1")
    answer.apply(AnswerEdit(field: .redirect("code"), value: nil), value: "a b")
    #expect(answer.value(of: .redirect("code")) == "a b")
    answer.apply(AnswerEdit(field: .status, value: nil), value: "500")
    answer.apply(AnswerEdit(field: .status, value: nil), value: "many")
    #expect(answer.status == 500)
    #expect(answer.value(of: .json("x")) == nil)
    answer.headers.set("Content-Type", "application/json")
    answer.body = "{\"name\":\"12\",\"n\":1}"
    answer.apply(AnswerEdit(field: .json("name"), value: nil), value: "13")
    answer.apply(AnswerEdit(field: .json("n"), value: nil), value: "2")
    answer.apply(AnswerEdit(field: .json("more"), value: nil), value: "{\"a\":true}")
    #expect(answer.body == "{\"name\":\"13\",\"n\":2,\"more\":{\"a\":true}}")
    answer.apply(AnswerEdit(field: .json("n"), value: nil), value: nil)
    #expect(answer.body == "{\"name\":\"13\",\"more\":{\"a\":true}}")
  }

  @Test func `a token in an answer is forged with any seed, and is refused where it is verified`()
    throws
  {
    let forgery = TokenForgery(claims: [MemberEdit("sub", "\"mallory\"")])
    for seed in [UInt64(1), 77] {
      let trace = try play(
        "jwt/issue-and-verify", seed: seed,
        answering("login", AnswerEdit(field: .json("access_token"), value: .token(forgery))))
      let answer = try #require(try answers(trace, "login").first)
      let text = try #require(answer.response.value(of: .json("access_token")))
      let payload = try #require(text.split(separator: ".").dropFirst().first)
      let claims = String(decoding: try Base64.decodeURL(payload), as: UTF8.self)
      #expect(claims.contains("\"sub\":\"mallory\""))
      #expect(trace.secrets.contains { $0.kind == .forged && $0.value == text })
      #expect(status(trace, "read") == "401")
    }
  }

  private var visit: OwnRequest { OwnRequest(client: "laptop", url: "https://app.test/me") }

  @Test func `a request of one's own is sent with the jar, and moves no other secret`() throws {
    let before = try play("session/logout-revocation")
    let own = Intervention(
      at: Address(step: StepID("logout"), path: SendPath()), fingerprint: nil,
      change: .insert(visit))
    let trace = try play("session/logout-revocation", own)
    #expect(status(trace, "own#1") == "200")
    #expect(trace.secrets.map(\.value) == before.secrets.map(\.value))
    #expect(trace.steps.count == before.steps.count + 1)
    let own1 = try #require(trace.lastStep(named: "own#1"))
    let logout = try #require(trace.lastStep(named: "logout"))
    #expect(own1 == logout - 1)
    #expect(trace.script[Int(trace.steps[own1].line)].caption == "laptop GET https://app.test/me")
    #expect(trace.steps[logout].time == before.steps[logout - 1].time)
  }

  @Test func `behind the last step too, and what cannot be sent says so`() throws {
    let last = Intervention(at: .end, fingerprint: nil, change: .insert(visit))
    let trace = try play("session/logout-revocation", last)
    #expect(trace.steps.last?.id == StepID("own#1"))
    #expect(status(trace, "own#1") == "303")
    var stranger = visit
    stranger.client = "nobody"
    let lost = Intervention(at: .end, fingerprint: nil, change: .insert(stranger))
    let remarks = try play("session/logout-revocation", lost).remarks
    #expect(remarks == ["There is no client nobody, so nothing was sent."])
    let nowhere = Intervention(at: at("login", 9), fingerprint: nil, change: .drop)
    #expect(
      try play("session/logout-revocation", nowhere).remarks
        == ["Nothing was sent at login/9, so the change there did nothing."])
  }

  @Test func `a change that was made for another message is told and left out`() throws {
    let print = Fingerprint(to: "app", method: "GET", path: "/me")
    let change = Intervention(at: at("login"), fingerprint: print, change: .drop)
    let trace = try play("session/logout-revocation", change)
    #expect(status(trace, "login") == "303")
    #expect(
      trace.remarks == [
        "The change at login/1 was made for GET /me to app; here is POST /login to app."
      ])
  }

  // Written down.

  private static let samples: [Change] = [
    .edit([
      Edit(field: bearer, value: .token(none)), Edit(field: .header("Origin"), value: nil),
      Edit(field: .cookie("sid"), value: .secret("sid#1")),
      Edit(field: .form("user"), value: .text("a&b = c d/é\n")),
      Edit(field: .path, value: .text("/")),
    ]), .drop, .again, .setting(.defence("http-only", level: "off")),
    .answer(Response(418, headers: Headers([Pair("X", "1"), Pair("X", "2")]), body: "tea & milk")),
    .editAnswer([
      AnswerEdit(field: .status, value: .text("401")),
      AnswerEdit(field: .header("Location"), value: nil),
      AnswerEdit(field: .cookie("sid"), value: .secret("sid#1")),
      AnswerEdit(field: .attributes("sid"), value: .text("Path=/; HttpOnly")),
      AnswerEdit(field: .redirect("state"), value: .text("a&b")),
      AnswerEdit(field: .json("access_token"), value: .token(none)),
      AnswerEdit(field: .body, value: .text("tea & milk")),
    ]),
    .insert(
      OwnRequest(
        client: "laptop", method: "POST", url: "https://app.test/login?x=1",
        headers: [Pair("Content-Type", "text/plain")], cookies: [Pair("sid", "1")], body: "a=b")),
    .edit([
      Edit(
        field: bearer,
        value: .token(
          TokenForgery(
            header: [MemberEdit("kid", nil)], claims: [MemberEdit("exp", nil)],
            signature: .with(Template(parts: [.capture("loot")])))))
    ]),
  ]

  @Test(arguments: samples.indices)
  func `every change is read back from its own text`(_ index: Int) throws {
    let scenario = try Library.scenario("session/logout-revocation")
    for print in [nil, Fingerprint(to: "app", method: "GET", path: "/a b")] {
      let change = Intervention(at: at("login"), fingerprint: print, change: Self.samples[index])
      #expect(try Intervention.parse(change.text, in: scenario, .engine) == change)
      #expect(!change.text.contains("\n"))
    }
  }

  @Test(arguments: [
    ("login/1", "\"login/1\" is not a change of a run"),
    ("lgin/1 drop", "no step is called lgin"),
    ("login/0 drop", "0"), ("login/1 dropp", "dropp"), ("login/1 edit hedder.X=1", "hedder.X"),
    ("login/1 insert client=laptop&url=x", "url=URL"),
    ("login/1 insert client=bob&url=https://a.test", "bob"),
    ("login/1 answer status=99", "status=NUMBER"),
    ("login/1 edit-answer status=99", "status=NUMBER"),
    ("login/1 edit-answer without.status=", "status=NUMBER"),
    ("login/1 edit-answer form.code=1", "is no field of an answer"),
    ("login/1 edit-answer json.=1", "json.NAME"),
    ("login set defences.nope=off", "nope"),
    ("login/1 edit token.header.A=sign%3Dnope", "nope"),
  ])
  func `what is no change is named, with what is known`(_ text: String, _ word: String) throws {
    let scenario = try Library.scenario("session/logout-revocation")
    do throws(Problem) {
      _ = try Intervention.parse(text, in: scenario, .engine)
      Issue.record("\(text) was read")
    } catch {
      #expect("\(error.message) \(error.hint ?? "")".contains(word), "\(error.message)")
    }
  }
}

extension Trace {
  fileprivate var remarks: [String] {
    records.compactMap { if case .unapplied(let text) = $0.event { text } else { nil } }
  }
}
