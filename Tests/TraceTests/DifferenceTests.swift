import Ledger
import Testing
import Wire

@testable import Trace

@Test func `a run does not differ from itself`() throws {
  let trace = try SessionTrace().trace
  #expect(TraceDifference(trace, trace).isEmpty)
}

@Test func `runs of two seeds differ in their secrets alone, which is no difference`() throws {
  let difference = TraceDifference(try SessionTrace().trace, try SessionTrace(seed: 8).trace)
  #expect(difference.all.map(\.text) == [])
}

@Test func `a defence that is off is first seen in the store, then in check and answer`() throws {
  let here = try SessionTrace(revokes: false).trace
  let there = try SessionTrace().trace
  let difference = TraceDifference(here, there)
  #expect(
    difference.all.map(\.text) == [
      "5, in store sessions@app#1: row sid#1 kept here, deleted there",
      "8, status 200 here, 303 there",
      "8, check session-known: passed here, failed there",
    ])
  #expect(difference.first(.store)?.there == 4)
  #expect(difference.first(.message)?.here == 7)
  #expect(difference.first(.checks)?.address.description == "replay/1")
  #expect(difference.first(.clock) == nil)
  let back = TraceDifference(there, here)
  #expect(
    back.first(.store)?.text == "5, in store sessions@app#1: row sid#1 deleted here, kept there")
}

private func single(_ make: (inout TraceBuilder) throws -> Void) rethrows -> Trace {
  var builder = TraceBuilder()
  builder.step("step")
  try make(&builder)
  return builder.trace
}

@Test func `messages differ by method, address, header, form field and body`() throws {
  func request(
    _ method: String = "POST", _ url: String = "https://app.test/a?b=c", _ header: String = "x",
    _ body: String = "code=1&state=2"
  ) throws -> Trace {
    try single { builder in
      try builder.send(
        "1", method, url,
        headers: [
          Pair("A", header), Pair("Content-Type", "application/x-www-form-urlencoded"),
        ], body: body)
    }
  }
  let here = try request()
  for (there, words) in [
    (try request("PUT"), "1, method POST here, PUT there"),
    (
      try request("POST", "https://app.test/z?b=c"),
      "1, URL https://app.test/a here, https://app.test/z there"
    ),
    (try request("POST", "https://app.test/a?b=d"), "1, query b c here, d there"),
    (try request("POST", "https://app.test/a?b=c", "y"), "1, header A x here, y there"),
    (
      try request("POST", "https://app.test/a?b=c", "x", "code=1"), "1, form state only here"
    ),
  ] { #expect(TraceDifference(here, there).all.map(\.text) == [words]) }
}

@Test func `a message that only one run has is told for that run`() throws {
  let here = try single { builder in
    try builder.send("1", "GET", "https://app.test/a")
    builder.receive("1", 200)
  }
  let there = try single { builder in
    try builder.send("1", "GET", "https://app.test/a")
    builder.receive("1", 200)
    try builder.send("2", "GET", "https://app.test/b")
    builder.receive("2", 404)
  }
  #expect(
    TraceDifference(here, there).all.map(\.text) == [
      "3, GET /b only there", "4, answer 404 only there",
    ])
}

@Test func `another instance, another body, another member are told`() throws {
  func answer(_ body: String, instance: UInt8 = 1) throws -> Trace {
    try single { builder in
      try builder.send("1", "GET", "https://app.test/a")
      builder.receive("1", 200, instance: instance, body: body)
    }
  }
  let here = try answer(#"{"role":"user","n":1}"#)
  #expect(
    TraceDifference(here, try answer(#"{"role":"admin","n":1}"#)).all.map(\.text)
      == ["2, member role user here, admin there"])
  #expect(
    TraceDifference(here, try answer(#"{"role":"user","n":1}"#, instance: 2)).all.map(\.text)
      == ["2, answered by app#1 here, app#2 there"])
  #expect(
    TraceDifference(try answer("abc"), try answer("abd")).all.map(\.text)
      == ["2, the body differs from byte 2 on"])
}

@Test func `a cookie that one browser attaches and the other withholds is told with the reason`()
  throws
{
  func request(_ fate: CookieFate, _ reason: String) throws -> Trace {
    try single { builder in
      builder.cookie("1", "sid", "abc", fate, reason: reason)
      try builder.send("1", "POST", "https://app.test/transfer")
      builder.receive("1", 200)
    }
  }
  let difference = TraceDifference(
    try request(.attached, ""), try request(.withheld, "SameSite=Lax"))
  #expect(
    difference.all.map(\.text) == [
      "1, in the jar of laptop: cookie sid attached here, withheld (SameSite=Lax) there"
    ])
}

@Test func `the clock is told once when it falls apart`() {
  func waiting(_ seconds: Int64) -> Trace {
    var builder = TraceBuilder()
    for (name, span) in [("a", 0), ("wait", seconds), ("b", 0), ("c", 0)] {
      builder.now = builder.now.advanced(by: TimeSpan(seconds: span))
      builder.step(name, .wait)
      builder.add(TraceBuilder.alice, .clockMoved(TimeSpan(seconds: span)))
    }
    return builder.trace
  }
  #expect(
    TraceDifference(waiting(30), waiting(3600)).all.map(\.text)
      == ["2, the clock: +32s here, +1h there"])
}

@Test func `a step that only one run has is told once`() {
  var here = TraceBuilder()
  var there = TraceBuilder()
  for name in ["a", "b", "d"] { here.step(name) }
  for name in ["a", "c", "d"] { there.step(name) }
  #expect(
    TraceDifference(here.trace, there.trace).all.filter { $0.area == .message }.map(\.text) == [
      "2, step b only here", "2, step c only there",
    ])
}

@Test func `costs add up beat by beat`() throws {
  let trace = try SessionTrace().trace
  let beats = trace.beats
  let costs = Costs(beats)
  #expect(costs.upTo(0).requests == 1)
  #expect(costs.upTo(1).writes == 1)
  #expect(costs.of(4).reads == 1)
  #expect(costs.total.requests == 3)
  #expect(costs.total == costs.upTo(beats.count - 1))
}

@Test func `tokens of one name differ by a claim, a header or the signature`() throws {
  func token(_ header: String, _ claims: String, _ signature: String) throws -> Trace {
    var builder = TraceBuilder()
    let parts = [header, claims].map { Base64.url(Array($0.utf8)) } + [signature]
    builder.step("read")
    _ = builder.secret(.access, parts.joined(separator: "."))
    try builder.send(
      "1", "GET", "https://app.test/me",
      headers: [Pair("Authorization", "Bearer " + parts.joined(separator: "."))])
    return builder.trace
  }
  let here = try token(#"{"alg":"HS256"}"#, #"{"sub":"alice","exp":1}"#, "c2lnbmF0dXJl")
  for (there, words) in [
    (
      try token(#"{"alg":"none"}"#, #"{"sub":"alice","exp":1}"#, "c2lnbmF0dXJl"),
      "JOSE header alg HS256 here, none there"
    ),
    (
      try token(#"{"alg":"HS256"}"#, #"{"sub":"alice","exp":2}"#, "c2lnbmF0dXJl"),
      "claim exp 1 here, 2 there"
    ),
    (
      try token(#"{"alg":"HS256"}"#, #"{"sub":"alice","exp":1,"a":0}"#, "c2lnbmF0dXJl"),
      "claim a only there"
    ),
    (
      try token(#"{"alg":"HS256"}"#, #"{"sub":"alice", "exp":1}"#, "c2lnbmF0dXJl"),
      "the claim part of access#1 is written in another way"
    ),
    (
      try token(#"{"alg":"HS256"}"#, #"{"sub":"alice","exp":1}"#, "c2lnbmF0dXJm"),
      "the signature of access#1 differs"
    ),
  ] {
    #expect(
      TraceDifference(here, there).first(.message)?.text == "1, header Authorization: \(words)")
  }
}

@Test func `a redirect differs by the parameter that is missing`() throws {
  func redirect(_ query: String) throws -> Trace {
    try single { builder in
      try builder.send("1", "GET", "https://app.test/a")
      builder.receive(
        "1", 303, headers: [Pair("Location", "https://idp.test/authorize?client=1\(query)")])
    }
  }
  #expect(
    TraceDifference(try redirect("&state=abc"), try redirect("")).all.map(\.text)
      == ["2, header Location: query state only here"])
}

@Test func `rows behind a failed check are not told: they follow from it`() throws {
  func run(_ first: Outcome, _ second: Outcome) throws -> Trace {
    try single { builder in
      try builder.send("1", "GET", "https://app.test/a")
      builder.checks("1", ("signature", first), ("not-expired", second))
      builder.receive("1", 200)
    }
  }
  let difference = TraceDifference(
    try run(.fail(expected: "x", actual: "y"), .notReached), try run(.pass, .pass))
  #expect(difference.all.map(\.text) == ["2, check signature: failed here, passed there"])
}

@Test func `long values are shown where they part`() throws {
  func answer(_ attributes: String) throws -> Trace {
    try single { builder in
      try builder.send("1", "GET", "https://app.test/a")
      builder.receive(
        "1", 200,
        headers: [Pair("Set-Cookie", "sid=0123456789; Path=/; \(attributes)SameSite=Lax")])
    }
  }
  let difference = TraceDifference(try answer("HttpOnly; Secure; "), try answer("Secure; "))
  #expect(
    difference.all.map(\.text) == [
      "2, header Set-Cookie ...89; Path=/; HttpOnly; Secure; SameSite=Lax here, "
        + "sid=0123456789; Path=/; Secure; SameSite=Lax there"
    ])
}
