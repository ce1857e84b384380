import Testing
import Wire

@Suite struct `The bench command` {
  @Test func `measures every algorithm beside libcrypto alone, and says which peer is not there`()
    throws
  {
    let result = try Program.run(
      "bench", "--only", "tokens", "--rounds", "1", "--json",
      environment: ["AUTHSCOPE_PYTHON": "/nonexistent/python3", "PATH": "/nonexistent"])
    #expect(result.status == 0, "\(result.error)")
    let rows = try #require(JSONValue.parse(result.output).array)
    for algorithm in ["HS256", "RS256", "PS256", "ES256", "Ed25519"] {
      let name = "verify \(algorithm), signature and claims"
      let row = try #require(rows.first { $0["name"]?.string == name })
      #expect(row["n"]?.integer == 1)
      #expect(row["note"]?.string?.contains(" of libcrypto alone ") == true)
    }
    for command in ["token decode, whole process", "token verify ES256, whole process"] {
      let row = try #require(rows.first { $0["name"]?.string == command })
      #expect(row["n"]?.integer == 20)
      #expect(row["note"]?.string?.hasPrefix("p95 ") == true)
    }
    for peer in [
      "verify by joserfc", "verify by PyJWT", "the same by jose (jws ver)", "the same by PyJWT",
    ] {
      let row = try #require(rows.first { $0["name"]?.string == peer })
      #expect(row["note"]?.string == "not installed")
    }
  }

  @Test func `plays the crowd of the bar, every server of it, and says what it held`() throws {
    let result = try Program.run("bench", "--only", "crowd", "--rounds", "1", "--json")
    #expect(result.status == 0, "\(result.error)")
    let rows = try #require(JSONValue.parse(result.output).array)
    #expect(rows.count == 1)
    let name = "session steps: 10,000 in a loop, 1,000 users, 64 app servers"
    #expect(rows.first?["name"]?.string == name)
    let note = try #require(rows.first?["note"]?.string)
    let words = note.split(separator: " ")
    let mebibytes = try #require(words.dropLast().last.flatMap { Int($0) }, "\(note)")
    #expect((1...600).contains(mebibytes), "\(note)")
  }

  @Test func `prints a line for each measurement`() throws {
    let result = try Program.run(
      "bench", "--only", "tokens", "--rounds", "1",
      environment: ["AUTHSCOPE_PYTHON": "/nonexistent/python3", "PATH": "/nonexistent"])
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 11)
    #expect(lines.last == "the same by PyJWT                     not installed")
  }

  @Test func `opens a HAR that it has written, in less than four times its memory`() throws {
    let result = try Program.run(
      "bench", "--only", "har", "--entries", "3600", "--rounds", "1", "--json")
    #expect(result.status == 0, "\(result.error)")
    let rows = try #require(JSONValue.parse(result.output).array)
    #expect(rows.first?["name"]?.string == "open a HAR of 3600 entries")
    let note = try #require(rows.first?["note"]?.string)
    let figures = note.split { !$0.isNumber }.compactMap { Int($0) }
    try #require(figures.count == 3, "\(note)")
    #expect(figures[0] >= 18, "the file has \(note)")
    #expect(figures[1] - figures[2] < 4 * figures[0], "\(note)")
    #expect(rows.last?["note"]?.string?.contains("2592 entries folded") == true)
  }
}
