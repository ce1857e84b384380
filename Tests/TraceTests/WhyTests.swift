import Ledger
import Testing
import Wire

@testable import Trace

/// The way back from a value to where it comes from, on traces written by hand.
@Suite struct `Why` {
  private func texts(
    _ subject: WhySubject, _ trace: Trace, upTo last: Int? = nil
  ) -> [String] {
    WhyChain(trace.beats, SecretIndex(trace), upTo: last ?? trace.records.count - 1)
      .links(subject).map { "\($0.sign): \($0.text)" }
  }

  private func last(_ trace: Trace, _ wanted: (Event) -> Bool) throws -> Int {
    try #require(trace.records.lastIndex { wanted($0.event) })
  }

  @Test func `a stolen cookie leads back to the theft, the jar, the row and the login`() throws {
    let session = try SessionTrace(revokes: false)
    let sent = try last(session.trace) { $0.sent != nil }
    let value = "sid-value-of-seed-7"
    let links = texts(
      .part(record: sent, place: .cookie("sid"), value: value), session.trace, upTo: sent)
    #expect(
      links == [
        "subject: the cookie sid of GET /me",
        "omitted: NOT DONE: delete the session row. It would have removed sid#1; the defence "
          + "revoke-on-logout is off.",
        "attack: Mallory copies the cookie sid.",
        "stored: Alice's laptop keeps it as the cookie sid.",
        "stored: app#1 writes the row sid#1 in sessions@app#1 while it answers POST /login.",
        "made: app#1 makes sid#1, session id while it answers POST /login.",
      ])
  }

  @Test func `a check that failed leads to the row that was deleted, and by whom`() throws {
    let session = try SessionTrace(revokes: true)
    let ledger = try last(session.trace) { $0.ledger != nil }
    let links = texts(.check(record: ledger, row: 0), session.trace)
    #expect(
      links[0].hasPrefix("failed: the check session-known FAILED: expected a row; it is none."))
    #expect(links[1].hasPrefix("failed: app#1 looks for the row sid#1 in sessions@app#1"))
    #expect(links[2] == "sent: It judges GET /me, sent by Mallory.")
    #expect(
      links[3]
        == "removed: app#1 deletes the row sid#1 in sessions@app#1 while it answers POST /logout.")
    #expect(links.contains { $0.hasPrefix("made: app#1 makes sid#1") })
  }

  @Test func `where the row was spared, the same check says what was left out`() throws {
    let session = try SessionTrace(revokes: false)
    let ledger = try last(session.trace) { $0.ledger != nil }
    let links = texts(.check(record: ledger, row: 0), session.trace)
    #expect(links[0].hasPrefix("passed: the check session-known passed. It asks whether"))
    #expect(links.contains { $0.hasPrefix("omitted: NOT DONE: delete the session row") })
    #expect(!links.contains { $0.hasPrefix("removed") })
  }

  @Test func `nothing is told that has not been seen`() throws {
    let session = try SessionTrace(revokes: true)
    let theft = try last(session.trace) { if case .act = $0 { true } else { false } }
    let links = WhyChain(session.trace.beats, SecretIndex(session.trace), upTo: theft)
      .links(.secret(session.sid))
    #expect(links.allSatisfy { ($0.record ?? 0) <= theft })
    #expect(!links.contains { $0.sign == .removed })
    #expect(links.last?.sign == .made)
  }

  @Test func `a row tells who wrote, read and deleted it`() throws {
    let session = try SessionTrace(revokes: true)
    let key = RowKey("hash-of-sid-value-of-seed-7", secret: session.sid)
    let signs = WhyChain(
      session.trace.beats, SecretIndex(session.trace), upTo: session.trace.records.count - 1
    ).links(.row(store: StoreID(0), key: key)).map(\.sign)
    #expect(signs == [.subject, .read, .removed, .read, .attack, .stored, .stored, .made])
  }

  @Test func `an omission says what it would have done, and that the row is still there`() throws {
    let session = try SessionTrace(revokes: false)
    let place = try last(session.trace) { if case .omitted = $0 { true } else { false } }
    let links = texts(.omission(record: place), session.trace)
    #expect(links[0] == "subject: delete the session row: NOT DONE at logout")
    #expect(links.contains("omitted: It would have removed sid#1."))
    #expect(links.contains { $0.hasPrefix("read: app#1 reads it") })
  }

  @Test func `a value that was said nowhere before says so`() throws {
    let session = try SessionTrace()
    let sent = try #require(session.trace.records.firstIndex { $0.event.sent != nil })
    let links = texts(.part(record: sent, place: .form("user"), value: "alice"), session.trace)
    #expect(
      links == [
        "subject: the form field user of POST /login",
        "given: Alice's laptop puts it there; it was in no message before.",
      ])
  }
}
