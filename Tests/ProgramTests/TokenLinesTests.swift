import Foundation
import Testing
import Tokens
import Wire

@Suite struct `Verifying line by line` {
  private static let options = [
    "token", "verify", "--lines", "--secret-env", "SECRET", "--alg", "HS256", "--at", Fixture.at,
    "--aud", "https://api.test",
  ]

  private func verify(_ lines: String, _ options: String...) throws -> Program.Result {
    try Program.run(
      Self.options + options, input: Data(lines.utf8), environment: Fixture.environment)
  }

  @Test func `gives each line its verdict, in order, and skips empty ones`() throws {
    let good = try Fixture.token()
    let expired = try Fixture.token(Fixture.claims("exp", .integer(Fixture.now)))
    let result = try verify("\(good)\r\n\n  \n\(expired)\nx\n\(good)")
    #expect(
      result.output.split(separator: "\n").map { $0.prefix(12) } == [
        "1  verified ", "4  expired  ", "5  malformed", "6  verified ",
      ])
    #expect(result.error == "4 lines: 2 verified, 1 expired, 1 malformed\n")
    #expect(result.status == 13, "the code of the first refusal")
    #expect(try verify("\(good)\n\(good)\n").status == 0)
    #expect(try verify("x\n\(expired)\n").status == 10)
  }

  @Test func `prints one JSON object for each line`() throws {
    let result = try verify("\(try Fixture.token())\nx\n", "--json")
    let lines = try result.output.split(separator: "\n").map { try JSONValue.parse($0) }
    #expect(lines.map { $0["line"] } == [1, 2])
    #expect(lines.map { $0["verdict"] } == ["verified", "malformed"])
    #expect(lines[0]["claims"]?["sub"] == "alice")
    #expect(lines[1]["claims"] == .null)
    #expect(lines[1]["checks"]?.array?.first?["outcome"] == "fail")
  }

  @Test func `judges ten thousand lines`() throws {
    let good = try Fixture.token()
    let bad = good.dropLast(2) + "AA"
    var lines = ""
    for number in 1...10_000 { lines += (number == 7777 ? String(bad) : good) + "\n" }
    let result = try verify(lines)
    #expect(result.status == 12)
    let shown = result.output.split(separator: "\n")
    #expect(shown.count == 10_000)
    #expect(shown[7776].hasPrefix("7777  bad-signature  signature: expected"))
    #expect(shown[9999].hasPrefix("10000  verified"))
    #expect(result.error == "10000 lines: 9999 verified, 1 bad-signature\n")
    #expect(result.seconds < 20, "\(result.seconds) s")
  }

  @Test func `refuses a line that is too long, and goes on with the next`() throws {
    let good = try Fixture.token()
    let long = String(repeating: "a", count: 5 << 20)
    let result = try verify("\(good)\n\(long)\n\(good)\n")
    let shown = result.output.split(separator: "\n")
    #expect(shown.count == 3)
    #expect(shown[1].contains("malformed  token-shape: "), "\(shown[1].prefix(200))")
    #expect(shown[1].contains("longer than 4194304 bytes"), "\(shown[1].prefix(200))")
    #expect(shown[2].hasPrefix("3  verified"))
  }

  @Test func `stops at the limits that were asked for, what stands before is shown`() throws {
    let good = try Fixture.token()
    let lines = try verify("\(good)\n\(good)\n\(good)\n", "--max-lines", "2")
    #expect(lines.status == 2)
    #expect(lines.output.split(separator: "\n").count == 2)
    #expect(lines.error.contains("There are more than 2 lines. --max-lines raises the limit."))
    let bytes = try verify("\(good)\n", "--max-bytes", "10")
    #expect(bytes.status == 2)
    #expect(bytes.error.contains("There are more than 10 bytes of lines. --max-bytes raises"))
  }

  @Test func `needs lines, and takes them from nowhere else`() throws {
    let empty = try verify("\n\n")
    #expect(empty.status == 10)
    #expect(empty.error.contains("There is no line with a token."))
    let both = try verify("", "x")
    #expect(both.status == 2)
    #expect(both.error.contains("--lines reads standard input or --file; leave out the token."))
    let scratch = try Scratch()
    let file = try scratch.file("tokens", try Fixture.token() + "\n")
    #expect(try verify("", "--file", file).status == 0)
    #expect(try verify("", "--file", "/nowhere").error.contains("/nowhere: No such file"))
    #expect(try verify("", "--file", "/").error.contains("Is a directory"))
  }

  @Test func `shows a verdict before the next line comes`() throws {
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = Self.options
    process.environment = ProcessInfo.processInfo.environment.merging(Fixture.environment) { $1 }
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    for number in 1...3 {
      input.fileHandleForWriting.write(Data((try Fixture.token() + "\n").utf8))
      // A program that waits for more before it shows anything would wait for ever.
      var waiting = pollfd(
        fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 20_000) == 1 else {
        Issue.record("nothing came for line \(number)")
        break
      }
      let shown = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      #expect(shown.hasPrefix("\(number)  verified"))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func `lets nothing of a hostile line reach the terminal as it is`() throws {
    let token = try Fixture.token(extra: ["kid": "\u{1B}[2J\u{202E}"])
    for form in [[], ["--json"]] {
      let result = try Program.run(
        Self.options + form, input: Data("\u{1B}]0;x\u{07}\n\(token)\n\u{9B}\n".utf8),
        environment: Fixture.environment)
      expectHarmless(result.output)
    }
  }
}
