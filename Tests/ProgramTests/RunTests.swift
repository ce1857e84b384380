import Foundation
import Testing

@Suite struct `The library, headless` {
  @Test func `passes with every variant, proved by ablation, twice with equal digests`() throws {
    let first = try Program.run("run", "--all", "--all-variants", "--json")
    let second = try Program.run("run", "--all", "--all-variants", "--json")
    #expect(first.status == 0, "\(first.output.suffix(2000))")
    #expect(first.output == second.output)
    #expect(first.output.contains("\"digest\""))
  }

  @Test func `fails with exit 1 when a defence is switched off under an expectation`() throws {
    let result = try Program.run("run", "jwt/alg-none", "--set", "defences.pin-algorithm=header")
    #expect(result.status == 1)
    #expect(result.output.contains("expected status == 401, was 200"))
    #expect(result.output.contains("scenarios/jwt/alg-none.yaml:"))
  }

  @Test func `says which name was probably meant`() throws {
    let scenario = try Program.run("run", "session/logn")
    #expect(scenario.status == 2)
    #expect(scenario.error.contains("Did you mean session/login?"), "\(scenario.error)")
    let variant = try Program.run("run", "jwt/alg-none", "--variant", "word-filtr")
    #expect(variant.status == 2)
    #expect(variant.error.contains("Did you mean word-filter?"), "\(variant.error)")
  }

  @Test func `writes JUnit that names each expectation`() throws {
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "out.xml").path
    let result = try Program.run("run", "session/login", "--junit", path)
    #expect(result.status == 0)
    let xml = try String(contentsOfFile: path, encoding: .utf8)
    #expect(xml.contains("<testsuite name=\"session/login\""))
    #expect(xml.contains("failures=\"0\""))
  }

  @Test func `prints each message as numbered lines`() throws {
    let result = try Program.run("run", "session/login", "--plain")
    #expect(result.status == 0)
    #expect(result.output.contains("1. "), "\(result.output)")
    #expect(result.output.contains("session-known"))
  }
}

@Suite struct `A saved run` {
  private func saved(_ scratch: Scratch) throws -> String {
    let path = scratch.url.appending(path: "a.run").path
    let result = try Program.run(
      "run", "session/logout-revocation", "--variant", "cookie-only-logout", "--save", path)
    try #require(result.status == 0, "\(result.error)")
    return path
  }

  @Test func `replays equal`() throws {
    let scratch = try Scratch()
    let result = try Program.run("replay", try saved(scratch))
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains("equal"))
  }

  @Test func `altered by one byte is reported at its place with exit 3`() throws {
    let scratch = try Scratch()
    let bytes = try Data(contentsOf: URL(filePath: try saved(scratch)))
    for offset in stride(from: 100, to: bytes.count - 1, by: bytes.count / 12) {
      var altered = bytes
      altered[offset] ^= 1
      let line = bytes[..<offset].count { $0 == 10 } + 1
      let result = try Program.run("replay", try scratch.file("altered.run", altered))
      #expect(result.status != 0, "byte \(offset)")
      #expect(result.error.contains("line \(line)"), "byte \(offset): \(result.error)")
    }
  }

  @Test func `cut off is shown up to the damage`() throws {
    let scratch = try Scratch()
    let bytes = try Data(contentsOf: URL(filePath: try saved(scratch)))
    let cut = try scratch.file("cut.run", bytes.prefix(bytes.count * 2 / 3))
    let result = try Program.run("play", cut)
    #expect(result.status == 2)
    #expect(result.output.contains("POST /login"))
    #expect(result.error.contains("cut off"), "\(result.error)")
  }

  @Test func `of another source diverges at a step and an area`() throws {
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "other.run").path
    let result = try Program.run("run", "session/login", "--seed", "99", "--save", path)
    #expect(result.status == 0)
    #expect(try Program.run("replay", path).status == 0)
  }
}

@Suite struct `The matrix, headless` {
  @Test func `names the sets of defences that stop an attack`() throws {
    let result = try Program.run("matrix", "jwt/alg-none", "jwt/refresh")
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains("only this stops it alone:  pin-algorithm"))
    #expect(result.output.contains("refresh-rotation + reuse-detection"))
    #expect(result.output.contains("With every defence on, none works."))
  }

  @Test func `prints JSON with a row for each attack`() throws {
    let result = try Program.run("matrix", "jwt/alg-none", "session/csrf", "--json")
    #expect(result.status == 0, "\(result.error)")
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let attacks = try #require(json["attacks"] as? [[String: Any]])
    let none = try #require(attacks.first { $0["id"] as? String == "jwt/alg-none" })
    #expect(none["alone"] as? [String] == ["pin-algorithm"])
    #expect(none["stoppedByAll"] as? Bool == true)
  }

  @Test func `says of a scenario without an attack that it is none`() throws {
    let result = try Program.run("matrix", "session/scaling")
    #expect(result.status == 2)
    #expect(result.error.contains("session/scaling is no attack"), "\(result.error)")
  }
}
