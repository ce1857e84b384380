import Ledger
import Simulation
import Testing
import Trace
import Wire

@testable import ScenarioFiles

@Suite struct PredicateGrammarTests {
  private func parse(_ text: String) throws -> Predicate {
    let scenario = try #require(read(Samples.linkCSRF).scenario)
    return try Predicate.parse(text, in: scenario, .sample)
  }

  static let subjects: [(String, Subject, Comparison)] = [
    ("status == 303", Subject(field: .status), .equals("303")),
    ("location == /login", Subject(field: .location), .equals("/login")),
    ("error == invalid_grant", Subject(field: .error), .equals("invalid_grant")),
    ("token.error != invalid_grant", Subject(field: .tokenError), .differs("invalid_grant")),
    ("token.status absent", Subject(field: .tokenStatus), .absent),
    ("hops == 4", Subject(field: .hops), .equals("4")),
    ("served-by == shop#2", Subject(field: .servedBy), .equals("shop#2")),
    (
      "header Cache-Control == no-store", Subject(field: .header("Cache-Control")),
      .equals("no-store")
    ),
    ("cookie sid has SameSite=Lax", Subject(field: .cookie("sid")), .has("SameSite=Lax")),
    ("cookie sid lacks secure", Subject(field: .cookie("sid")), .lacks("secure")),
    (
      "jar alice-tab sid absent", Subject(field: .jar(client: "alice-tab", cookie: "sid")),
      .absent
    ),
    (
      "storage alice-tab access present",
      Subject(field: .storage(client: "alice-tab", key: "access")), .present
    ),
    ("body has Hello  Alice", Subject(field: .body), .has("Hello  Alice")),
    (#"body == "" "#, Subject(field: .body), .equals("")),
    (#"body == " a ""#, Subject(field: .body), .equals(" a ")),
    ("json address.street present", Subject(field: .json("address.street")), .present),
    (
      "store idp.codes count == 1",
      Subject(field: .storeCount(StoreName(database: "idp", table: "codes"))), .equals("1")
    ),
    (
      "store shop links.alice == mallory@idp",
      Subject(
        field: .row(StoreName(database: "shop", table: "links"), key: "alice", field: nil)),
      .equals("mallory@idp")
    ),
    (
      "store idp.users mallory.role == user",
      Subject(
        field: .row(StoreName(database: "idp", table: "users"), key: "mallory", field: "role")),
      .equals("user")
    ),
    (
      "store shop users.alice.role == user",
      Subject(
        field: .row(StoreName(database: "shop", table: "users"), key: "alice", field: "role")),
      .equals("user")
    ),
    (
      "store shop.sessions sid#1.user == alice",
      Subject(
        field: .row(StoreName(database: "shop", table: "sessions"), key: "sid#1", field: "user")),
      .equals("alice")
    ),
    (
      "check state-matches would-fail", Subject(field: .check("state-matches")),
      .outcome(.wouldFail)
    ),
    (
      "token access claim sub == alice", Subject(field: .token(.access, .claim("sub"))),
      .equals("alice")
    ),
    ("token id header kid present", Subject(field: .token(.idToken, .header("kid"))), .present),
    ("token jwt alg == none", Subject(field: .token(.forged, .header("alg"))), .equals("none")),
    ("token access size <= 400", Subject(field: .token(.access, .size)), .atMost(400)),
    ("token refresh size > 30", Subject(field: .token(.refresh, .size)), .more(30)),
    ("cost reads == 0", Subject(field: .cost(.reads, total: false)), .equals("0")),
    ("total requests < 9", Subject(field: .cost(.requests, total: true)), .less(9)),
    (
      "total password-hashes >= 1", Subject(field: .cost(.passwordHashes, total: true)), .atLeast(1)
    ),
    ("callback.status == 303", Subject(step: "callback", field: .status), .equals("303")),
    ("callback.token.error present", Subject(step: "callback", field: .tokenError), .present),
    (
      "callback.check nonce-matches failed",
      Subject(step: "callback", field: .check("nonce-matches")), .outcome(.failed)
    ),
    (
      "wait-30s.store idp.codes count == 1",
      Subject(step: "wait-30s", field: .storeCount(StoreName(database: "idp", table: "codes"))),
      .equals("1")
    ),
  ]

  @Test func `every subject of the language is read as what it says`() throws {
    for (text, subject, comparison) in Self.subjects {
      let expectation = try parse(text)
      #expect(expectation.subject == subject, "\(text)")
      #expect(expectation.comparison == comparison, "\(text)")
      #expect(expectation.text == text)
    }
  }

  @Test func `every field can be asked for`() {
    let heads = Set(
      Self.subjects.map { text, subject, _ in
        let rest = subject.step.map { text.dropFirst($0.count + 1) } ?? text[...]
        return String(rest.prefix { $0 != " " })
      })
    #expect(heads == Set(FieldParser.heads))
  }

  @Test func `a place is where the predicate stands, also inside of quotes and braces`() throws {
    let scenario = try #require(read(Samples.logout).scenario)
    #expect(
      scenario.steps[0].expect.map { $0.place?.text } == [
        "x.yaml:18:14", "x.yaml:18:29", "x.yaml:18:54",
      ])
    #expect(scenario.variants[1].expect[1].expectations[1].place?.text == "x.yaml:50:74")
    #expect(scenario.steps[1].place?.text == "x.yaml:20:5")
  }
}

@Suite struct StepGrammarTests {
  private func step(_ text: String) throws -> Action {
    let file = Samples.linkCSRF.replacing(
      "- wait: 30s", with: text.replacing("\n", with: "\n  "))
    let reading = read(file)
    let errors = reading.diagnostics.filter { $0.severity == .error }
    #expect(errors.map { describe($0) } == [])
    return try #require(reading.scenario).steps[2].action
  }

  @Test func `a request says all that a browser can send`() throws {
    let action = try step(
      """
      - request: mallory-tab POST https://shop.test/x?next=${link}&$$=1
        form: { a: $link, b: "x $link y" }
        cookies: { sid: abc }
        headers: { X-Note: "07" }
        bearer: $link
        follow: all
        fill: { user: on }
        from: https://evil.test/page
        capture: { a-code: redirect.code, b: json token.value, c: cookie sid, d: field csrf }
      """)
    guard case .request(let request) = action else { throw Missing() }
    #expect(request.client == 1)
    #expect(request.method == "POST")
    #expect(
      request.url.parts == [
        .text("https://shop.test/x?next="), .capture("link"), .text("&$=1"),
      ])
    #expect(request.form[1].value.parts == [.text("x "), .capture("link"), .text(" y")])
    #expect(request.headers == [TemplatePair("X-Note", Template("07"))])
    #expect(request.bearer?.captures == ["link"])
    #expect(request.follow == .all)
    #expect(request.fill == [TemplatePair("user", Template("on"))])
    #expect(request.from == "https://evil.test/page")
    #expect(
      request.captures.map(\.source) == [
        .redirectParameter("code"), .json("token.value"), .cookie("sid"), .formField("csrf"),
      ])
  }

  @Test func `a forged token's members are JSON`() throws {
    let action = try step(
      """
      - forge: jwt from $link
        header: { alg: nOnE, kid: '7', crit: [b64] }
        claims: { admin: true, level: 7, big: 1e400, note: "true", gone: null, aud: { a: [1, x] } }
        signature: hmac wonder $link land
        as: forged
      """)
    guard case .forge(let forge) = action else { throw Missing() }
    #expect(forge.by == 1)
    #expect(forge.header.map(\.value) == [#""nOnE""#, #""7""#, #"["b64"]"#])
    #expect(
      forge.claims.map(\.value) == [
        "true", "7", "1e400", #""true""#, "null", #"{"a":[1,"x"]}"#,
      ])
    #expect(
      forge.signature
        == .hmac(Template(parts: [.text("wonder "), .capture("link"), .text(" land")])))
  }

  @Test func `a tampered message has its address and its edits`() throws {
    let action = try step(
      """
      - tamper: callback/1.1
        edit: { form.code: $link, query.state: null, header.X-A: "null", method: PUT, path: /x, body: "" }
      """)
    guard case .tamper(let tamper) = action else { throw Missing() }
    #expect(tamper.address.description == "callback/1.1")
    #expect(
      tamper.edits.map(\.field) == [
        .form("code"), .query("state"), .header("X-A"), .method, .path, .body,
      ])
    #expect(tamper.edits[1].value == nil)
    #expect(tamper.edits[2].value == Template("null"))
    #expect(tamper.edits[5].value == Template(""))
  }

  @Test func `a thief's words and channel are kept`() throws {
    let action = try step(
      """
      - steal: redirect.code from mallory-tab
        via: network
        as: loot
      """)
    guard case .steal(let steal) = action else { throw Missing() }
    #expect(steal.loot == .redirectParameter("code"))
    #expect(steal.channel == .network)
    #expect(steal.victim == 1)
  }

  @Test func `rounds and settings are typed`() throws {
    guard
      case .repeat(let count, let steps) = try step(
        """
        - repeat: 100000
          steps:
            - set: { defences.pkce: true, defences.nonce: false }
            - note: Again.
        """)
    else { throw Missing() }
    #expect(count == 100_000)
    #expect(steps.map(\.id) == ["set-pkce", "note"])
    guard case .set(let settings) = steps[0].action else { throw Missing() }
    #expect(
      settings == [.defence("pkce", level: "required"), .defence("nonce", level: "off")])
  }

  @Test func `steps without an id are named by verb and subject, around those with one`() {
    let text = Samples.linkCSRF.replacing(
      "- wait: 30s",
      with: """
        - wait: 30s
          - id: wait-30s-2
            wait: 30s
          - wait: 30s
          - request: mallory-tab GET https://shop.test/
          - note: a
          - note: b
        """)
    #expect(
      read(text).scenario?.steps.map(\.id) == [
        "victim", "bait", "wait-30s", "wait-30s-2", "wait-30s-3", "request-mallory-tab", "note",
        "note-2", "predict-callback", "callback",
      ])
  }

  struct Missing: Error {}
}

@Suite struct SettingTests {
  @Test(arguments: [
    ("defences.pkce=off", Setting.defence("pkce", level: "off")),
    ("defences.same-site=true", .defence("same-site", level: "strict")),
    ("defences.same-site=false", .defence("same-site", level: "none")),
    ("stores.sessions.shared=false", .storeShared("sessions", false)),
    ("servers.app.count=3", .serverCount("app", 3)),
    ("servers.app.balance=sticky", .balance("app", .sticky)),
    ("servers.app.algorithm=ES256", .algorithm("app", "ES256")),
    (
      "servers.app.idle-timeout=15m",
      .span("app", .idleTimeout, TimeSpan(seconds: 900))
    ),
  ])
  func `a setting on the command line is the one of the files`(text: String, setting: Setting)
    throws
  {
    let scenario = try #require(read(Samples.logout).scenario)
    #expect(try Setting.parse(text, in: scenario, .sample) == setting)
  }

  @Test func `a mistake there is worded as in the files`() throws {
    let scenario = try #require(read(Samples.logout).scenario)
    func say(_ text: String) -> String? {
      do throws(Problem) {
        _ = try Setting.parse(text, in: scenario, .sample)
        return nil
      } catch {
        return error.message + (error.hint.map { "; " + $0 } ?? "")
      }
    }
    #expect(say("defences.pkce") == "defences.pkce sets nothing; write defences.pkce=off")
    #expect(say("defences.pcke=off") == "no defence is called pcke; did you mean pkce?")
    #expect(
      say("defences.pkce=none")
        == "none is no level of pkce; true, false, or one of off, sent, required")
    #expect(
      say("stores.session.shared=true") == "no store is called session; did you mean sessions?")
  }
}

@Suite struct IncludeTests {
  private func told(_ include: String, _ library: [String: String]) -> [String] {
    let text = Samples.linkCSRF.replacing("[lib/idp.yaml]", with: include)
    return read(text, library: library).diagnostics.map { "\($0.file):" + describe($0) }
  }

  private func file(_ rest: String) -> String { "authscope: 1\n" + rest }

  @Test func `a file that two others include is read once`() {
    let library = [
      "lib/idp.yaml": Samples.idp,
      "a.yaml": file("include: [lib/idp.yaml]\nworld: {}\n"),
      "b.yaml": file("include: [./lib/../lib/idp.yaml]\nworld: {}\n"),
    ]
    #expect(told("[a.yaml, b.yaml]", library) == [])
  }

  @Test func `a file that includes itself is told with the way`() {
    let library = [
      "a.yaml": file("include: [b.yaml]\nworld: {}\n"),
      "b.yaml": file("include: [a.yaml]\nworld: {}\n"),
      "lib/idp.yaml": Samples.idp,
    ]
    #expect(
      told("[lib/idp.yaml, a.yaml]", library) == [
        "b.yaml:2:11 include: a.yaml includes itself; a.yaml > b.yaml > a.yaml"
      ])
  }

  @Test func `a mistake in an included file is told there`() {
    let broken = Samples.idp.replacing("role: provider", with: "role: provder")
    #expect(
      told("[lib/idp.yaml]", ["lib/idp.yaml": broken]).first?.hasPrefix(
        "lib/idp.yaml:6:18 unknown-word: provder is not one of") == true)
  }

  @Test func `an included file that is no YAML makes nothing unknown`() {
    #expect(
      told("[lib/idp.yaml]", ["lib/idp.yaml": "authscope: 1\nworld: [\n"]).map {
        $0.prefix { $0 != ";" }
      } == [
        "lib/idp.yaml:3:1 yaml: a value is missing here"
      ])
  }

  @Test func `two includes with the same part are told`() {
    let library = ["lib/idp.yaml": Samples.idp, "b.yaml": Samples.idp]
    #expect(
      told("[lib/idp.yaml, b.yaml]", library) == [
        "b.yaml:4:12 declared-twice: the user mallory@idp is declared by another include too",
        "b.yaml:6:5 declared-twice: the server idp is declared by another include too",
      ])
  }

  @Test func `more files than a scenario needs are refused`() {
    let names = (1...17).map { "f\($0).yaml" }
    var library = ["lib/idp.yaml": Samples.idp]
    for name in names { library[name] = file("world: {}\n") }
    let list = "[lib/idp.yaml, \(names.joined(separator: ", "))]"
    #expect(
      told(list, library).map { $0.split(separator: " ").dropFirst().joined(separator: " ") }
        == [String](
          repeating:
            "include: more than 16 files are included; put what belongs together into one file",
          count: 2))
  }

  @Test func `a newer included file is told, and the scenario's own choice of a defence wins`() {
    #expect(
      told("[lib/idp.yaml]", ["lib/idp.yaml": "authscope: 9\n"]).map { $0.prefix(33) } == [
        "lib/idp.yaml:1:12 newer-format: t"
      ])
    let with = Samples.idp + "  defences: { pkce: required, same-site: lax }\n"
    let choices = read(Samples.linkCSRF, library: ["lib/idp.yaml": with]).scenario?.world.defences
    #expect(
      choices?.map { "\($0.defence.text)=\($0.level)" } == [
        "state-sent=on", "state-checked=on", "pkce=off", "nonce=off", "same-site=lax",
      ])
  }
}
