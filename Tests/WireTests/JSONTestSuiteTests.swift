import Foundation
import Testing

@testable import Wire

/// github.com/nst/JSONTestSuite: y_ must be accepted, n_ refused, i_ is free.
@Suite(.enabled(if: !Vectors.json.isEmpty, "JSONTestSuite is absent: 318 texts not tried"))
struct JSONTestSuiteTests {
  private func bytes(_ name: String) throws -> [UInt8] {
    try Array(Vectors.data("json/test_parsing/" + name))
  }

  @Test func `the suite is complete`() {
    #expect(Vectors.json.count == 318)
    #expect(Vectors.json.filter { $0.hasPrefix("y_") }.count == 95)
    #expect(Vectors.json.filter { $0.hasPrefix("n_") }.count == 188)
  }

  @Test func `every text that is JSON is accepted, and reads the same after writing`() throws {
    for name in Vectors.json where name.hasPrefix("y_") {
      let text = try bytes(name)
      do {
        let value = try JSONValue.parse(text)
        #expect(try JSONDocument.parse(text).value == value, "\(name)")
        #expect(try JSONValue.parse(value.text()) == value, "\(name)")
        #expect(try JSONValue.parse(value.prettyText()) == value, "\(name)")
      } catch {
        Issue.record("\(name): \(error)")
      }
    }
  }

  @Test func `every text that is not JSON is refused`() throws {
    for name in Vectors.json where name.hasPrefix("n_") {
      let text = try bytes(name)
      #expect(throws: JSONError.self, "\(name)") { try JSONValue.parse(text) }
      #expect(throws: JSONError.self, "\(name)") { try JSONDocument.parse(text) }
    }
  }

  @Test func `the texts that readers may judge either way get the same answer every time`() throws {
    let accepted = try Vectors.json.filter { $0.hasPrefix("i_") }.filter { name in
      let text = try bytes(name)
      return (try? JSONValue.parse(text)) != nil
    }
    // Huge numbers are text to us; lone surrogates, bad UTF-8, UTF-16, a byte order mark and 500
    // levels are refused.
    #expect(accepted.count == 10)
    #expect(accepted.allSatisfy { $0.hasPrefix("i_number_") })
  }
}
