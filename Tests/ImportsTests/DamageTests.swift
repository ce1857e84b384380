import Imports
import Testing
import Trace
import Wire

@Suite struct `A HAR that is broken` {
  private let bytes = HARLogin.entries.har(.chrome)

  private func damaged(_ text: String, _ other: String) throws -> HARImport.Imported {
    let whole = String(decoding: bytes, as: UTF8.self)
    let broken = whole.replacing(text, with: other, maxReplacements: 1)
    try #require(broken != whole)
    return try HARImport.read(Array(broken.utf8), name: "x.har")
  }

  @Test func `is read up to the damage wherever it is cut off, and says where`() throws {
    let whole = try HARImport.read(bytes, name: "x.har")
    let requests = whole.trace.records.compactMap { $0.event.sent?.request.url.text }
    var most = 0
    for length in stride(from: 0, to: bytes.count, by: 3) {
      do throws(HARError) {
        let imported = try HARImport.read(Array(bytes[..<length]), name: "x.har")
        let damage = imported.report.damage
        guard let damage else {
          // Only what closes the file is missing.
          #expect(bytes[length...].allSatisfy { $0 <= 32 || $0 == UInt8(ascii: "}") })
          continue
        }
        #expect(damage.offset == length)
        #expect(damage.reason.hasSuffix("found the end of the text"), "\(damage)")
        let found = imported.trace.records.compactMap { $0.event.sent?.request.url.text }
        #expect(found == Array(requests.prefix(found.count)))
        #expect(found.count >= most, "less than of a shorter file")
        most = max(most, found.count)
      } catch {
        #expect(most == 0)
        #expect(!error.description.isEmpty)
      }
    }
    #expect(most == requests.count)
  }

  @Test func `keeps what stands before the damage in the same entry`() throws {
    let place = try #require(
      String(decoding: bytes, as: UTF8.self).firstRange(of: "co-91d7aa3e&state=st-4f1c9a&iss"))
    let length = String(decoding: bytes, as: UTF8.self)[..<place.upperBound].utf8.count
    // Behind the Location of entry 5, within its answer.
    let imported = try HARImport.read(Array(bytes[..<(length + 200)]), name: "x.har")
    let damage = try #require(imported.report.damage)
    #expect(damage.entry == 5 && damage.isPartRead)
    let last = try #require(imported.trace.records.last { $0.event.sent != nil }?.event.sent)
    #expect(last.request.url.text == "https://idp.test/login")
    #expect(last.request.form["password"] == "looking-glass")
  }

  @Test func `says the entry, the line, the byte, what was expected and what was found`() throws {
    let imported = try damaged(
      "\"url\": \"https://idp.test/authorize", "\"url\" \"https://idp.test/authorize")
    let damage = try #require(imported.report.damage)
    #expect(damage.entry == 4)
    #expect(
      damage.description
        == "entry 4 is damaged at line \(damage.line), byte \(damage.offset): expected \":\" after "
        + "the member name, found \"\"\"")
    let before = bytes[..<damage.offset]
    #expect(damage.line == before.count { $0 == 10 } + 1)
    #expect(imported.report.entries == 3)
  }

  @Test func `of another kind is refused, with the reason`() {
    let cases: [(String, String)] = [
      ("", "the file is empty"),
      ("\u{1F}\u{8B}", "not a HAR"),
      ("hello", "it should begin with {\"log\""),
      ("{}", "it has no object \"log\""),
      ("{\"log\":{}}", "has no array \"entries\""),
      ("{\"log\":{\"entries\":[]}}", "the file has no entry"),
      ("[1]", "at line 1, byte 0: expected a value, found \"[\""),
    ]
    for (text, words) in cases {
      #expect {
        try HARImport.read(Array(text.utf8), name: "x.har")
      } throws: { "\($0)".contains(words) }
    }
    #expect(throws: HARError.compressed) {
      try HARImport.read([0x1F, 0x8B, 8, 0], name: "x.har.gz")
    }
  }

  @Test func `passes over entries without a URL, and says how many`() throws {
    var fixture = HARDialect.plain.file(HARLogin.entries)
    fixture.entries.insert("nothing", at: 2)
    fixture.entries.append(["request": ["method": "GET", "url": "https:///x"]])
    let report = try HARImport.read(fixture.bytes, name: "x.har").report
    #expect(report.damage == nil)
    #expect(report.entries == 9)
    let part = try #require(report.missing(.unreadable))
    #expect(part.count == 2)
    #expect(part.what.contains("the first is entry 3"))
  }

  @Test(arguments: [1, 5, 100, 4096])
  func `reads in pieces as in one, and tells how far it has come`(size: Int) throws {
    var rest = bytes[...]
    var told: [Int] = []
    let pieces = try HARImport.read(
      {
        defer { rest = rest.dropFirst(size) }
        return Array(rest.prefix(size))
      }, name: "x.har", progress: { told.append($0) })
    let whole = try HARImport.read(bytes, name: "x.har")
    #expect(pieces.report == whole.report)
    #expect(pieces.trace.records.count == whole.trace.records.count)
    #expect(told == told.sorted() && told.last == bytes.count)
  }

  @Test func `needs no order of its members, and no word of its writer`() throws {
    let text =
      #"{"x":[{}],"log":{"entries":[{"response":{"status":200},"request":{"url":"https://a.test/","method":"GET"}}],"creator":null,"pages":3}}"#
    let imported = try HARImport.read(Array(text.utf8), name: "x.har")
    #expect(imported.report.damage == nil)
    #expect(imported.trace.records.count == 2)
    #expect(HARImport.mayBe(Array("\u{FEFF} { \"log\"".utf8)[...]))
    #expect(!HARImport.mayBe(Array("{\"digest\"".utf8)[...]))
  }
}
