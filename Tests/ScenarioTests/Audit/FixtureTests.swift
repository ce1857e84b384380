import Guide
import Imports
import Testing
import Trace
import Wire

/// One exchange of a recording, as a browser would write it.
private struct Recorded {
  var method = "GET"
  var url = "https://app.test/"
  var requestHeaders: [Pair] = []
  var form = ""
  var status = 200
  var headers: [Pair] = [Pair("Content-Type", "text/html")]
  var body = ""

  fileprivate var entry: JSONValue {
    let type = "application/x-www-form-urlencoded"
    let sent = requestHeaders + (form.isEmpty ? [] : [Pair("Content-Type", type)])
    var request: JSONObject = [
      "method": .string(method), "url": .string(url), "httpVersion": "HTTP/1.1", "cookies": [],
      "headers": Self.list(sent), "queryString": [], "headersSize": -1, "bodySize": -1,
    ]
    if !form.isEmpty {
      request["postData"] = [
        "mimeType": .string(type), "text": .string(form),
      ]
    }
    return [
      "startedDateTime": "2026-01-01T00:00:00.000Z", "time": 1, "request": .object(request),
      "response": [
        "status": .integer(status), "statusText": "", "httpVersion": "HTTP/1.1", "cookies": [],
        "headers": Self.list(headers), "redirectURL": "", "headersSize": -1, "bodySize": -1,
        "content": [
          "size": .integer(body.utf8.count),
          "mimeType": .string(headers.first { $0.name == "Content-Type" }?.value ?? ""),
          "text": .string(body),
        ],
      ], "cache": [:], "timings": ["send": 0, "wait": 1, "receive": 0],
    ]
  }

  private static func list(_ pairs: [Pair]) -> JSONValue {
    .array(pairs.map { ["name": .string($0.name), "value": .string($0.value)] })
  }
}

@Suite struct `The audit of what somebody recorded` {
  private func answers(_ recorded: [Recorded]) throws -> [AuditAnswer] {
    let log: JSONValue = [
      "log": [
        "version": "1.2", "creator": ["name": "test", "version": "1"], "pages": [],
        "entries": .array(recorded.map(\.entry)),
      ]
    ]
    return Audit.judge(try HARImport.read(Array(log.text().utf8), name: "t.har").trace)
  }

  private func found(_ recorded: Recorded...) throws -> [String: [AuditSighting]] {
    let found = try answers(recorded).filter(\.isFound)
    return Dictionary(uniqueKeysWithValues: found.map { ($0.rule.id, $0.sightings) })
  }

  private let login = Recorded(
    method: "POST", url: "https://app.test/login", form: "user=alice&password=wonderland",
    status: 303, headers: [Pair("Location", "/me")])

  private let tokens = Recorded(
    method: "POST", url: "https://idp.test/token", form: "grant_type=client_credentials",
    headers: [Pair("Content-Type", "application/json")],
    body: #"{"access_token":"opaque-and-long-enough","token_type":"Bearer","expires_in":7200}"#)

  @Test func `an answer with a token that caches may keep`() throws {
    #expect(try found(tokens)["http-no-store"] != nil)
    var kept = tokens
    kept.headers.append(Pair("Cache-Control", "No-Store"))
    #expect(try found(kept)["http-no-store"] == nil)
  }

  @Test func `an opaque token's lifetime, by the answer that brings it`() throws {
    let sightings = try #require(try found(tokens)["K3-access-lifetime"])
    #expect(sightings.map(\.severity) == [.warning])
    #expect(sightings[0].seen == "an access token lives 2h, more than the hour of RFC 6750")
    var short = tokens
    short.body = short.body.replacing("7200", with: "1800")
    let note = try #require(try found(short)["K3-access-lifetime"])
    #expect(note.map(\.severity) == [.note])
    short.body = short.body.replacing("1800", with: "900")
    #expect(try found(short)["K3-access-lifetime"] == nil)
  }

  @Test func `a password in an address`() throws {
    var form = Recorded(url: "https://app.test/login?user=a&password=b")
    #expect(try found(form)["http-password-in-url"] != nil)
    form.url = "https://app.test/login?user=a"
    #expect(try found(form)["http-password-in-url"] == nil)
  }

  @Test func `errors that tell about the inside, or about who has an account`() throws {
    var broken = Recorded(status: 500, body: "Traceback (most recent call last):\n  File a.py")
    #expect(try found(broken)["http-error-details"] != nil)
    broken.body = "Something went wrong."
    #expect(try found(broken)["http-error-details"] == nil)
    var refused = login
    refused.status = 401
    refused.headers = [Pair("Content-Type", "text/html")]
    refused.body = "User not found"
    #expect(try found(refused)["http-error-details"] != nil)
    refused.body = "Name or password is wrong."
    #expect(try found(refused)["http-error-details"] == nil)
  }

  @Test func `an ID token without at_hash beside an access token`() throws {
    func answer(_ claims: String) -> Recorded {
      let token = [#"{"alg":"RS256"}"#, claims, "signature"]
        .map { Base64.url(Array($0.utf8)) }.joined(separator: ".")
      return Recorded(
        url:
          "https://idp.test/authorize?response_type=id_token%20token&client_id=a&nonce=n&state=s",
        status: 303,
        headers: [Pair("Location", "https://app.test/cb#access_token=x&id_token=\(token)")])
    }
    #expect(try found(answer(#"{"nonce":"n"}"#))["oidc-at-hash"] != nil)
    #expect(try found(answer(#"{"nonce":"n","at_hash":"h"}"#))["oidc-at-hash"] == nil)
  }

  @Test func `a cookie under another name than a session's, by where it is set`() throws {
    var signIn = login
    signIn.headers.append(Pair("Set-Cookie", "zebra=0123456789abcdef0123456789abcdef; Path=/"))
    #expect(try found(signIn)["K5-cookie-http-only"] != nil)
    // A balancer's cookie says nothing of a user, and neither does one that comes elsewhere.
    signIn.headers[1].value = "AWSALB=0123456789abcdef0123456789abcdef; Path=/"
    #expect(try found(signIn)["K5-cookie-http-only"] == nil)
    let page = Recorded(headers: [Pair("Set-Cookie", "zebra=0123456789abcdef0123456789abcdef")])
    #expect(try found(page)["K5-cookie-http-only"] == nil)
  }

  @Test(arguments: [
    "sidebar_state=open-and-wide-and-long-enough", "logged_in_session=1",
    "author=somebody-or-other",
    "assessment=0123456789abcdef0123456789abcdef",
  ])
  func `a cookie whose name only sounds like one`(pair: String) throws {
    let page = Recorded(headers: [Pair("Set-Cookie", pair + "; Path=/")])
    #expect(try found(page).keys.filter { $0.hasPrefix("K5") || $0.hasPrefix("K6") } == [])
  }

  @Test func `a Referer that tells a code, and one that only has such a name`() throws {
    func loads(_ referrer: String) -> Recorded {
      Recorded(url: "https://cdn.test/x", requestHeaders: [Pair("Referer", referrer)])
    }
    #expect(try found(loads("https://app.test/cb?code=a&state=b"))["oauth-referrer"] != nil)
    #expect(try found(loads("https://app.test/shop?code=SUMMER"))["oauth-referrer"] == nil)
    #expect(try found(loads("https://cdn.test/cb?code=a&state=b"))["oauth-referrer"] == nil)
  }

  @Test func `a redirect to what stands in the link: a list or none, a file does not show`() throws
  {
    func answers(to target: String) throws -> AuditAnswer.Verdict {
      let sent = Recorded(
        url: "https://app.test/go?to=\(target)", status: 302, headers: [Pair("Location", target)])
      return try #require(
        try self.answers([sent]).first { $0.rule.id == "http-open-redirect" }?.verdict)
    }
    guard case .cannotBeSeen(let blindness) = try answers(to: "https://far.test/x") else {
      Issue.record("told")
      return
    }
    #expect(blindness.needed.contains("an address that nobody knows"))
    guard case .notFound = try answers(to: "https://www.app.test/x") else {
      Issue.record("not of the family")
      return
    }
  }

  @Test func `CORS: everybody, nobody known, and what cannot be told`() throws {
    func answer(_ allowed: String, from origin: String) -> Recorded {
      Recorded(
        url: "https://api.test/me", requestHeaders: [Pair("Origin", origin)],
        headers: [
          Pair("Content-Type", "application/json"), Pair("Access-Control-Allow-Origin", allowed),
          Pair("Access-Control-Allow-Credentials", "true"),
        ], body: "{}")
    }
    #expect(try found(answer("null", from: "null"))["cors-credentials"] != nil)
    let known = try answers([answer("https://shop.test", from: "https://shop.test")])
    let verdict = try #require(known.first { $0.rule.id == "cors-credentials" }?.verdict)
    guard case .cannotBeSeen(let blindness) = verdict else {
      Issue.record("\(verdict)")
      return
    }
    #expect(blindness.needed.contains("Origin"))
  }

  @Test func `nothing that is not there is said to be all right`() throws {
    for answer in try answers([Recorded()]) {
      if case .notFound(let looked) = answer.verdict { #expect(looked > 0, "\(answer.rule.id)") }
    }
  }
}

@Suite struct `The audit of a token` {
  private func verdicts(_ header: String, _ claims: String) -> [String: AuditAnswer] {
    let text = [header, claims, "signature"].map { Base64.url(Array($0.utf8)) }
    return byRule(Audit.judge(token: text.joined(separator: ".")))
  }

  private func byRule(_ answers: [AuditAnswer]) -> [String: AuditAnswer] {
    Dictionary(uniqueKeysWithValues: answers.map { ($0.rule.id, $0) })
  }

  @Test func `no end, nobody's name, personal data, and a guessable secret`() throws {
    // The sample of jwt.io, which decodes everywhere.
    let sample =
      "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
      + "eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ."
      + "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"
    let answers = byRule(Audit.judge(token: sample))
    for id in ["jwt-exp", "jwt-iss-aud", "K2-personal-data", "jwt-weak-secret"] {
      #expect(answers[id]?.isFound == true, "\(id)")
    }
  }

  @Test func `a good access token: not found, or not to be seen`() throws {
    let claims =
      #"{"iss":"https://idp.test","aud":"https://api.test","sub":"u1","iat":0,"exp":900}"#
    let answers = verdicts(#"{"alg":"RS256","typ":"at+jwt"}"#, claims)
    #expect(answers.values.filter(\.isFound).isEmpty)
    for id in ["jwt-exp", "jwt-iss-aud", "K2-personal-data", "K3-access-lifetime"] {
      guard case .notFound = answers[id]?.verdict else {
        Issue.record("\(id)")
        continue
      }
    }
  }

  @Test func `what its header offers`() throws {
    let claims = #"{"iss":"a","aud":"b","exp":9,"iat":1}"#
    #expect(verdicts(#"{"alg":"none"}"#, claims)["jwt-signature"]?.isFound == true)
    #expect(verdicts(#"{"alg":"RS256","jku":"x"}"#, claims)["jwt-key-source"]?.isFound == true)
    #expect(verdicts(#"{"alg":"RS256","kid":"../../x"}"#, claims)["jwt-kid"]?.isFound == true)
    #expect(verdicts(#"{"alg":"RS256","kid":"key-1"}"#, claims)["jwt-kid"]?.isFound == false)
    let twice = #"{"iss":"a","aud":"b","exp":9,"role":"user","role":"admin"}"#
    #expect(verdicts(#"{"alg":"RS256"}"#, twice)["jwt-unique-members"]?.isFound == true)
  }

  @Test func `an ID token's address is a note, an access token's a warning`() throws {
    let identity = #"{"iss":"a","aud":"b","exp":9,"nonce":"n","email":"a@b.test"}"#
    let access = #"{"iss":"a","aud":"b","exp":9,"scope":"s","email":"a@b.test"}"#
    let header = #"{"alg":"RS256"}"#
    #expect(verdicts(header, identity)["K2-personal-data"]?.severity == .note)
    #expect(verdicts(header, access)["K2-personal-data"]?.severity == .warning)
  }

  @Test func `an encrypted one shows nothing, and says how it would`() throws {
    let header = Base64.url(Array(#"{"alg":"dir","enc":"A256GCM"}"#.utf8))
    let answers = byRule(Audit.judge(token: header + "..aa.bb.cc"))
    guard case .cannotBeSeen(let blindness) = answers["jwt-exp"]?.verdict else {
      Issue.record("seen")
      return
    }
    #expect(blindness.needed.contains("token decrypt"))
  }
}

@Suite struct `The audit of a Set-Cookie header` {
  private func found(_ header: String) -> [String: AuditSeverity] {
    let answers = Audit.judge(setCookie: header).filter(\.isFound)
    return Dictionary(uniqueKeysWithValues: answers.map { ($0.rule.id, $0.severity ?? .note) })
  }

  private let rest = "; Path=/; Secure; HttpOnly; SameSite=Lax"

  @Test func `a good one`() {
    #expect(found("__Host-sid=Zq7xPm2kLw9RtYv4BnJc8A" + rest).isEmpty)
  }

  @Test(arguments: [
    ("sid=Zq7xPm2kLw9RtYv4BnJc8A", ["cookie-scope": AuditSeverity.note]),
    ("__Host-sid=41", ["K6-session-id": .error]),
    ("__Host-sid=0123456789abcdef", ["K6-session-id": .warning]),
    ("__Host-sid=9f8e7d6c-0000-4000-8000-000000000000", ["K6-session-id": .note]),
    ("__Host-sid=9f8e7d6c-0000-1000-8000-000000000000", ["K6-session-id": .error]),
    ("__Host-sid=9f8e7d6c-0000-7000-8000-000000000000", ["K6-session-id": .error]),
    ("__Host-sid=eyJhbGciOiJIUzI1NiJ9.e30.AAAA", ["M1-jwt-as-session": .note]),
    ("__Host-remember=Zq7xPm2kLw9RtYv4BnJc8A; Max-Age=2592000", ["cookie-lifetime": .note]),
  ])
  func `an id, a scope, a lifetime`(pair: String, expected: [String: AuditSeverity]) {
    #expect(found(pair + rest) == expected)
  }

  @Test(arguments: [
    ("__Host-sid=Zq7xPm2kLw9RtYv4BnJc8A; Path=/; Secure; SameSite=Lax", "K5-cookie-http-only"),
    ("sid=Zq7xPm2kLw9RtYv4BnJc8A; Path=/; HttpOnly; SameSite=Lax", "K5-cookie-secure"),
    (
      "__Host-sid=Zq7xPm2kLw9RtYv4BnJc8A; Path=/; Secure; HttpOnly; SameSite=None",
      "K5-cookie-same-site"
    ),
    (
      "sid=Zq7xPm2kLw9RtYv4BnJc8A; Domain=shop.test; Path=/; Secure; HttpOnly; SameSite=Lax",
      "cookie-scope"
    ),
    ("__Host-sid=Zq7xPm2kLw9RtYv4BnJc8A; Secure; HttpOnly; SameSite=Lax", "cookie-refused"),
    ("sid=Zq7xPm2kLw9RtYv4BnJc8A; HttpOnly; SameSite=None", "cookie-refused"),
  ])
  func `an attribute that is missing, or too much`(header: String, rule: String) {
    let severity = found(header)[rule]
    #expect(severity == .error || severity == .warning, "\(found(header))")
  }

  @Test func `a form's token has to be read by scripts, and may be`() {
    #expect(found("csrf=Zq7xPm2kLw9RtYv4BnJc8A; Path=/; Secure; SameSite=Lax").isEmpty)
  }
}
