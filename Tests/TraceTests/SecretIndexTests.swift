import Testing
import Wire

@testable import Trace

private func trace(_ values: String...) -> Trace {
  var builder = TraceBuilder()
  for value in values { _ = builder.secret(.sid, value) }
  return builder.trace
}

extension SecretIndex {
  fileprivate func found(_ text: String, nested: Bool = false) -> [String] {
    let bytes = Array(text.utf8)
    return annotate(text, nested: nested).map { found in
      "\(found.form) \(String(decoding: bytes[found.range], as: UTF8.self))"
    }
  }
}

@Test func `a secret is found raw, percent-encoded and escaped`() {
  let index = SecretIndex(trace("a&b \"c\"/defg"))
  #expect(index.found("x=a&b \"c\"/defg;") == ["raw a&b \"c\"/defg"])
  #expect(index.found("x=a%26b%20%22c%22%2Fdefg&y") == ["percent a%26b%20%22c%22%2Fdefg"])
  #expect(index.found(#"{"x":"a&b \"c\"/defg"}"#) == [#"escaped a&b \"c\"/defg"#])
  #expect(
    index.found(#"value="a&amp;b &quot;c&quot;/defg""#) == ["escaped a&amp;b &quot;c&quot;/defg"])
}

@Test(arguments: 0..<3, 0..<3)
func `a secret is found in Base64 at every alignment, in both alphabets`(
  before: Int, behind: Int
) {
  let secret = "s?cret~>value?>"
  let index = SecretIndex(trace(secret))
  let text =
    String(repeating: ":", count: before) + secret + String(repeating: ":", count: behind)
  for encoded in [Base64.url(Array(text.utf8)), Base64.standard(Array(text.utf8))] {
    let found = index.annotate("Basic \(encoded)")
    #expect(found.map(\.form) == [.base64])
    #expect(found.first.map { $0.range.count >= secret.utf8.count * 4 / 3 } ?? false)
  }
}

@Test func `a secret inside a token's claims is told as such`() {
  let claims = Base64.url(Array(#"{"sub":"alice","sid":"session-id-0001"}"#.utf8))
  let token = "eyJhbGciOiJIUzI1NiJ9.\(claims).c2lnbmF0dXJl"
  let index = SecretIndex(trace("session-id-0001"))
  #expect(index.annotate("Bearer \(token)").map(\.form) == [.claim])
}

@Test func `a token hides the secret inside it unless nested ones are asked for`() {
  let claims = Base64.url(Array(#"{"sid":"session-id-0001"}"#.utf8))
  let token = "eyJhbGciOiJIUzI1NiJ9.\(claims).c2lnbmF0dXJl"
  let index = SecretIndex(trace("session-id-0001", token))
  #expect(index.annotate(token).map(\.secret) == [SecretID(1)])
  #expect(index.annotate(token, nested: true).map(\.secret) == [SecretID(1), SecretID(0)])
}

@Test func `masking puts the stable name in the place of each form`() {
  let index = SecretIndex(trace("session-id-0001", "p&ssword-1"))
  #expect(
    index.mask("sid=session-id-0001; p=p%26ssword-1") == "sid={sid#1}; p={sid#2}")
  let basic = Base64.standard(Array("alice:session-id-0001".utf8))
  let masked = index.mask("Basic \(basic)")
  #expect(masked.contains("{sid#1}"))
  let rest = masked.split(separator: "{")[0].dropFirst(6)
  // No letter that holds a bit of the secret stays.
  let left = (try? Base64.decodeLenient(rest).bytes) ?? []
  #expect(String(decoding: left, as: UTF8.self) == "alice:")
  #expect(index.mask("nothing here") == "nothing here")
}

@Test func `a masked message keeps its form`() throws {
  let index = SecretIndex(trace("session-id-0001"))
  let url = try #require(WireURL("https://app.test/a?code=session-id-0001&state=1"))
  let request = Request(
    "POST", url, headers: Headers([Pair("Cookie", "sid=session-id-0001")]), body: "x=1")
  let masked = index.mask(request)
  #expect(masked.url.rawQuery == "code={sid#1}&state=1")
  #expect(masked.headers["Cookie"] == "sid={sid#1}")
  #expect(masked.body == "x=1")
}

@Test func `a short secret is found only where it stands alone`() {
  let index = SecretIndex(trace("1001", "ab"))
  #expect(index.found("sid=1001; price=10010") == ["raw 1001"])
  #expect(index.found("ab").isEmpty)
}

@Test func `overlapping secrets: the one that begins first and is longest counts`() {
  let index = SecretIndex(trace("abcdefgh", "abcdefghijkl", "ijklmnopqr"))
  #expect(index.found("abcdefghijklmnopqr") == ["raw abcdefghijkl"])
}

@Test func `provenance says where a secret was made, stolen and sent`() throws {
  let session = try SessionTrace()
  let trace = session.trace
  let index = SecretIndex(trace)
  let provenance = index.provenance(of: session.sid, in: trace)
  let kinds = provenance.sightings.map { sighting in
    let event = trace.records[sighting.record].event
    return "\(event.isMessage ? "message" : "record") \(sighting.form)"
  }
  #expect(provenance.minted == 2)
  #expect(provenance.thefts.count == 1)
  #expect(kinds.first == "record raw")
  #expect(kinds.contains("message raw"))
  #expect(index.firstAppearance(of: session.sid, in: trace)?.record == 3)
}

@Test func `a row whose key stands for a secret refers to it`() {
  var builder = TraceBuilder()
  builder.step("write")
  let sid = builder.secret(.sid, "session-id-0001")
  builder.change("1", 0, RowKey("its-hash", secret: sid), to: [])
  let sightings = SecretIndex(builder.trace).provenance(of: sid, in: builder.trace).sightings
  #expect(sightings == [Sighting(record: 1, form: .reference)])
}

@Test func `a secret knows what it was made from and what was made from it`() {
  var builder = TraceBuilder()
  builder.step("authorize")
  let verifier = builder.secret(.verifier, "the-verifier-0001")
  let challenge = builder.secret(.challenge, "the-challenge-001", from: verifier)
  let index = SecretIndex(builder.trace)
  #expect(index.provenance(of: challenge, in: builder.trace).sources == [verifier])
  #expect(index.provenance(of: verifier, in: builder.trace).derived == [challenge])
  #expect(index.firstAppearance(of: challenge, in: builder.trace) == nil)
}
