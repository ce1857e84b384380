import Ledger
import Testing
import Wire

@testable import Trace

private let sessions = StoreName(database: "sessions", table: nil)

@Test func `a subject without a step means the step it stands in, a named one the last round`()
  throws
{
  var session = try SessionTrace()
  session.builder.step("replay", round: 1)
  try session.builder.send("1", "GET", "https://app.test/me")
  session.builder.receive("1", 403)
  let trace = session.trace
  #expect(trace.value(of: .status, atStep: 4) == "303")
  let named = expectation(.status, .equals("403"), step: "replay")
  #expect(trace.judge(named, atStep: 0).holds)
  let unknown = trace.judge(expectation(.status, .equals("1"), step: "no"), atStep: 0)
  #expect(!unknown.holds)
  #expect(unknown.actual == "absent")
}

@Test func `the status is of the step's own answer, not of one between servers`() throws {
  var builder = TraceBuilder()
  builder.step("callback")
  try builder.send("1", "GET", "https://app.test/cb?code=1")
  try builder.send(
    "1.1", "POST", "https://idp.test/token", from: TraceBuilder.app, to: TraceBuilder.idp)
  builder.receive(
    "1.1", 400, from: TraceBuilder.idp, to: TraceBuilder.app,
    body: #"{"error":"invalid_grant"}"#)
  builder.receive("1", 502, instance: 2, body: #"{"user":{"tags":["a","b"]},"n":1.0,"x.y":7}"#)
  let trace = builder.trace
  #expect(trace.value(of: .status, atStep: 0) == "502")
  #expect(trace.value(of: .servedBy, atStep: 0) == "app#2")
  #expect(trace.value(of: .tokenStatus, atStep: 0) == "400")
  #expect(trace.value(of: .tokenError, atStep: 0) == "invalid_grant")
  #expect(trace.value(of: .error, atStep: 0) == nil)
  #expect(trace.value(of: .hops, atStep: 0) == "1")
  #expect(trace.value(of: .json("user.tags"), atStep: 0) == "a,b")
  #expect(trace.value(of: .json("user.tags.1"), atStep: 0) == "b")
  #expect(trace.value(of: .json("x.y"), atStep: 0) == "7")
  #expect(trace.value(of: .json("n"), atStep: 0) == "1.0")
  #expect(trace.holds(.json("user.tags"), .has("b"), step: 0))
  #expect(!trace.holds(.json("user.tags"), .has("a,b"), step: 0))
  #expect(trace.holds(.cost(.requests, total: false), .equals("2"), step: 0))
}

@Test func `an error is read from the body, the redirect's query, or its fragment`() throws {
  for (location, error) in [
    ("/cb?error=access_denied&state=1", "access_denied"),
    ("https://app.test/cb#error=login_required", "login_required"), ("/cb?code=1", nil),
  ] {
    var builder = TraceBuilder()
    builder.step("authorize")
    try builder.send("1", "GET", "https://idp.test/authorize")
    builder.receive("1", 303, headers: [Pair("Location", location)])
    #expect(builder.trace.value(of: .error, atStep: 0) == error)
    #expect(builder.trace.value(of: .location, atStep: 0) == location)
  }
}

@Test func `a cookie is its value, has its attributes, and is absent when deleted`() throws {
  let trace = try SessionTrace().trace
  #expect(trace.value(of: .cookie("sid"), atStep: 0) == "sid-value-of-seed-7")
  #expect(trace.holds(.cookie("sid"), .has("HttpOnly"), step: 0))
  #expect(trace.holds(.cookie("sid"), .has("samesite=lax"), step: 0))
  #expect(trace.holds(.cookie("sid"), .has("SameSite"), step: 0))
  #expect(trace.holds(.cookie("sid"), .lacks("Secure"), step: 0))
  #expect(trace.actual(.cookie("sid"), .has("Secure"), step: 0) == "HttpOnly; SameSite=Lax")
  #expect(trace.holds(.cookie("sid"), .absent, step: 2))
  #expect(!trace.holds(.cookie("sid"), .lacks("Secure"), step: 2))
}

@Test(arguments: [
  ("sid=x; Max-Age=0", true), ("sid=x; Max-Age=-1", true), ("sid=", true), ("sid=x", false),
  ("sid=x; Expires=Thu, 01 Jan 1970 00:00:00 GMT", true),
  ("sid=x; Expires=Thu, 01 Jan 2099 00:00:00 GMT", false),
  ("sid=x; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT", false),
])
func `a Set-Cookie in the past deletes, and Max-Age goes before Expires`(
  header: String, isAbsent: Bool
) throws {
  var builder = TraceBuilder()
  builder.step("step")
  try builder.send("1", "GET", "https://app.test/")
  builder.receive("1", 200, headers: [Pair("Set-Cookie", header)])
  #expect(builder.trace.holds(.cookie("sid"), .absent, step: 0) == isAbsent)
}

@Test func `the jar is what the decisions left at the end of the step`() throws {
  let trace = try SessionTrace().trace
  let field = Field.jar(client: "laptop", cookie: "sid")
  #expect(trace.value(of: field, atStep: 1) == "sid-value-of-seed-7")
  #expect(trace.holds(field, .absent, step: 2))
  #expect(trace.holds(.jar(client: "mallory", cookie: "sid"), .absent, step: 4))
}

@Test func `a store is counted over its instances, a row is found by the name of its secret`()
  throws
{
  let trace = try SessionTrace().trace
  #expect(trace.holds(.storeCount(sessions), .equals("1"), step: 0))
  #expect(trace.holds(.storeCount(sessions), .equals("0"), step: 2))
  #expect(trace.value(of: .row(sessions, key: "sid#1", field: nil), atStep: 1) == "alice")
  #expect(trace.value(of: .row(sessions, key: "sid#1", field: "role"), atStep: 1) == "user")
  #expect(trace.holds(.row(sessions, key: "sid#1", field: nil), .absent, step: 2))
  let nowhere = StoreName(database: "nowhere", table: nil)
  #expect(trace.holds(.storeCount(nowhere), .absent, step: 0))
}

@Test func `a check has the last outcome that was reached`() throws {
  var builder = TraceBuilder()
  builder.step("step")
  try builder.send("1", "GET", "https://app.test/")
  builder.checks("1", ("a", .pass), ("b", .fail(expected: "x", actual: "y")), ("c", .notReached))
  builder.checks(
    "1", ("a", .notReached), ("d", .off(.defence("pkce"), .fails(expected: "x", actual: "y"))),
    ("e", .off(.defence("pkce"), .holds)), ("f", .notApplicable("no challenge")))
  let trace = builder.trace
  for (id, word) in [
    ("a", CheckWord.passed), ("b", .failed), ("c", .notReached), ("d", .wouldFail),
    ("e", .notChecked), ("f", .notApplicable),
  ] {
    #expect(trace.value(of: .check(CheckID(id)), atStep: 0) == word.rawValue)
    #expect(trace.holds(.check(CheckID(id)), .outcome(word), step: 0))
  }
  #expect(trace.holds(.check("d"), .outcome(.notChecked), step: 0))
  #expect(!trace.holds(.check("e"), .outcome(.wouldFail), step: 0))
  #expect(trace.holds(.check("g"), .absent, step: 0))
  #expect(
    trace.actual(.check("d"), .outcome(.passed), step: 0)
      == "not checked (pkce is off); it would have failed: expected x, found y")
}

@Test func `a token's parts are read from the last one that a message carried`() throws {
  var builder = TraceBuilder()
  builder.step("read")
  let header = Base64.url(Array(#"{"alg":"HS256"}"#.utf8))
  let claims = Base64.url(
    Array(#"{"sub":"alice","aud":["api","app"],"scope":"readonly profile"}"#.utf8))
  let token = "\(header).\(claims).c2ln"
  _ = builder.secret(.access, token)
  _ = builder.secret(.access, "never.sent.token")
  try builder.send(
    "1", "GET", "https://app.test/me", headers: [Pair("Authorization", "Bearer \(token)")])
  builder.receive("1", 200)
  let trace = builder.trace
  #expect(trace.value(of: .token(.access, .header("alg")), atStep: 0) == "HS256")
  #expect(trace.value(of: .token(.access, .claim("sub")), atStep: 0) == "alice")
  #expect(trace.value(of: .token(.access, .claim("aud")), atStep: 0) == "api,app")
  #expect(trace.holds(.token(.access, .claim("aud")), .has("app"), step: 0))
  #expect(trace.holds(.token(.access, .claim("scope")), .has("profile"), step: 0))
  #expect(trace.holds(.token(.access, .claim("scope")), .lacks("read"), step: 0))
  #expect(trace.value(of: .token(.access, .size), atStep: 0) == String(token.utf8.count))
  #expect(trace.holds(.token(.idToken, .claim("sub")), .absent, step: 0))
}

@Test func `a page is read without its tags`() throws {
  let trace = try SessionTrace(revokes: false).trace
  #expect(trace.value(of: .body, atStep: 4) == "Hello Alice")
  #expect(trace.holds(.body, .has("llo Al"), step: 4))
}

@Test func `numbers are compared as numbers, and what is missing meets nothing`() throws {
  let trace = try SessionTrace().trace
  #expect(trace.holds(.status, .less(400), step: 0))
  #expect(!trace.holds(.status, .less(303), step: 0))
  #expect(trace.holds(.status, .atMost(303), step: 0))
  #expect(trace.holds(.status, .atLeast(303), step: 0))
  #expect(!trace.holds(.status, .more(303), step: 0))
  for comparison in [Comparison.differs("200"), .less(9), .lacks("x"), .present, .atLeast(0)] {
    #expect(!trace.holds(.header("X-No"), comparison, step: 0))
    #expect(trace.actual(.header("X-No"), comparison, step: 0) == "absent")
  }
  #expect(trace.actual(.location, .less(3), step: 0) == "\"/\", which is no number")
}

@Test func `cost counts the step or all up to it`() throws {
  let trace = try SessionTrace().trace
  #expect(trace.value(of: .cost(.requests, total: false), atStep: 2) == "1")
  #expect(trace.value(of: .cost(.requests, total: true), atStep: 2) == "2")
  #expect(trace.value(of: .cost(.writes, total: true), atStep: 4) == "2")
  #expect(Observation.grouped(1234) == "1234")
  #expect(Observation.grouped(1_234_567) == "1,234,567")
}

@Test func `a message is as long as HTTP/1.1 writes it`() throws {
  let url = try #require(WireURL("https://app.test:8443/a?b=c"))
  let request = Request("POST", url, headers: Headers([Pair("A", "b")]), body: "x=y")
  let text =
    "POST /a?b=c HTTP/1.1\r\nHost: app.test:8443\r\nA: b\r\nContent-Length: 3\r\n\r\nx=y"
  #expect(request.byteCount == text.utf8.count)
  let response = Response(404, headers: Headers([Pair("A", "b")]))
  #expect(
    response.byteCount
      == "HTTP/1.1 404 Not Found\r\nA: b\r\nContent-Length: 0\r\n\r\n".utf8.count)
  #expect(Response(204).byteCount == "HTTP/1.1 204 No Content\r\n\r\n".utf8.count)
}
