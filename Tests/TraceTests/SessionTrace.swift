import Ledger
import Wire

@testable import Trace

/// Login, theft of the cookie, logout (which may forget the row), a question, the replay.
struct SessionTrace {
  var builder: TraceBuilder
  let sid: SecretID

  var trace: Trace { builder.trace }

  init(seed: UInt64 = 7, revokes: Bool = true) throws {
    builder = TraceBuilder(seed: seed)
    let value = "sid-value-of-seed-\(seed)"
    builder.step("login")
    try builder.send("1", "POST", "https://app.test/login", body: "user=alice&password=wonderland")
    builder.checks("1", ("password-fits", .pass))
    sid = builder.secret(.sid, value)
    let key = RowKey("hash-of-\(value)", secret: sid)
    let row = [Pair("user", "alice"), Pair("role", "user")]
    builder.change("1", 0, key, to: row)
    builder.receive(
      "1", 303,
      headers: [
        Pair("Location", "/"), Pair("Set-Cookie", "sid=\(value); HttpOnly; SameSite=Lax"),
      ])
    builder.cookie("1", "sid", value, .stored)

    builder.step("steal", .steal)
    let act = AttackAct(
      kind: .steal, text: "copies the cookie sid", target: TraceBuilder.alice, taken: sid,
      made: nil, loot: "loot", lootValue: value)
    builder.add(TraceBuilder.mallory, .act(act))

    builder.step("logout")
    builder.cookie("1", "sid", value, .attached)
    try builder.send(
      "1", "POST", "https://app.test/logout", headers: [Pair("Cookie", "sid=\(value)")])
    builder.checks("1", ("session-known", .pass))
    builder.read("1", 0, key, row)
    if revokes {
      builder.change("1", 0, key, from: row, to: nil)
    } else {
      builder.omit("1", 0, key)
    }
    builder.receive("1", 303, headers: [Pair("Set-Cookie", "sid=; Max-Age=0")])
    builder.cookie("1", "sid", value, .deleted)

    builder.step("replay.question", .predict)

    builder.step("replay")
    try builder.send(
      "1", "GET", "https://app.test/me", from: TraceBuilder.mallory,
      headers: [Pair("Cookie", "sid=\(value)")])
    builder.read("1", 0, key, revokes ? nil : row)
    let unknown = Outcome.fail(expected: "a row", actual: "none")
    builder.checks("1", ("session-known", revokes ? unknown : .pass))
    builder.receive(
      "1", revokes ? 303 : 200, to: TraceBuilder.mallory,
      headers: revokes ? [Pair("Location", "/login")] : [Pair("Content-Type", "text/html")],
      body: revokes ? "" : "<h1>Hello <b>Alice</b></h1>")
  }
}

extension TraceBuilder {
  mutating func add(_ party: PartyID, _ event: Event) { add(party, "", event) }

  mutating func read(_ path: String, _ store: Int, _ key: RowKey, _ row: Row?) {
    add(Self.app, path, .storeRead(StoreRead(store: StoreID(store), key: key, row: row)))
  }

  mutating func omit(_ path: String, _ store: Int, _ key: RowKey) {
    let omission = Omission(
      defence: "revoke-on-logout", behaviour: "delete the session row",
      effect: "would have removed sid#1", store: StoreID(store), key: key)
    add(Self.app, path, .omitted(omission))
  }
}
