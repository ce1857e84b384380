import Cryptography
import Foundation
import Testing
import Tokens
import Wire

@Suite struct `The page of the library` {
  @Test func `is what the program says of its scenarios today`() throws {
    let file = Program.root.appending(path: "docs/library.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    let result = try Program.run("list", "--markdown")
    #expect(result.status == 0, "\(result.error)")
    let isCurrent = result.output == page
    #expect(isCurrent, "docs/library.md is old; ./run list --markdown > docs/library.md")
  }

  @Test func `names every scenario, attack and variant, in lines that fit`() throws {
    let page = try Program.run("list", "--markdown").output
    let list = try #require(JSONValue.parse(Program.run("list", "--json").output).array)
    #expect(!list.isEmpty)
    for scenario in list {
      let id = try #require(scenario["id"]?.string)
      #expect(page.contains("\n`\(id)`"), "\(id)")
      for variant in scenario["variants"]?.array ?? [] {
        #expect(page.contains("- `\(variant["name"]?.string ?? "")`"), "\(id)")
      }
    }
    #expect(page.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func `is asked for alone`() throws {
    let result = try Program.run("list", "--markdown", "--claims")
    #expect(result.status == 2)
    #expect(result.error.contains("ask for it alone"), "\(result.error)")
  }
}

@Suite struct `The pages about tokens, lessons and JSON` {
  private func page(_ name: String) throws -> String {
    try String(contentsOf: Program.root.appending(path: "docs/\(name)"), encoding: .utf8)
  }

  /// A command of the page with what it is said to print.
  private struct Shown {
    let command: String
    var output = ""
  }

  private func shown(_ page: String) -> [Shown] {
    var found: [Shown] = []
    for block in page.matches(of: /(?s)```console\n(.*?)```/) {
      for line in block.1.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
        if line.hasPrefix("$ ") {
          found.append(Shown(command: String(line.dropFirst(2))))
        } else if !found.isEmpty {
          found[found.count - 1].output += line + "\n"
        }
      }
    }
    return found
  }

  @Test(arguments: [("tokens.md", 10), ("classroom.md", 4)])
  func `show what the commands on them print`(name: String, least: Int) throws {
    let commands = try shown(page(name))
    #expect(commands.count > least)
    let scratch = try Scratch()
    try FileManager.default.createSymbolicLink(
      at: scratch.url.appending(path: "authscope"), withDestinationURL: Program.executable)
    // One shell, so that what a command exports is there for the next; the mark keeps its status.
    let script =
      "exec 2>&1\n"
      + commands.map { "\($0.command)\nstatus=$?; echo '<end>'; (exit $status)\n" }.joined()
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = scratch.url
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = "\(scratch.url.path):\(environment["PATH"] ?? "/usr/bin:/bin")"
    environment["TZ"] = "UTC"
    environment["AUTHSCOPE_SCENARIOS"] = Program.scenarios
    process.environment = environment
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let outputs = String(decoding: data, as: UTF8.self).components(separatedBy: "<end>\n")
    #expect(outputs.count == commands.count + 1)
    for (command, output) in zip(commands, outputs) {
      #expect(output == command.output, "$ \(command.command)")
    }
  }

  @Test func `name every exit code of the program that is about tokens`() throws {
    let text = try page("tokens.md")
    for code in [0, 10, 11, 12, 13, 14, 15, 20, 21, 2] {
      #expect(text.contains("| \(code) |"))
    }
  }

  /// The part of the page about a command.
  private func section(_ title: String) throws -> String {
    let text = try page("json.md")
    let start = try #require(text.range(of: "\n## \(title) --json\n"))
    return text[start.upperBound...].components(separatedBy: "\n## ")[0]
  }

  /// Every member's name in the value, but for those of a token's own JSON.
  private func names(_ value: JSONValue) -> Set<String> {
    switch value {
    case .null, .bool, .number, .string: return []
    case .array(let elements): return elements.reduce(into: []) { $0.formUnion(names($1)) }
    case .object(let object):
      return object.members.reduce(into: []) { found, member in
        found.insert(member.name)
        if ["header", "payload", "claims", "value"].contains(member.name) { return }
        found.formUnion(names(member.value))
      }
    }
  }

  private func expectNamed(_ outputs: [String], in title: String) throws {
    let section = try section(title)
    for output in outputs {
      for name in try names(JSONValue.parse(output)) {
        #expect(section.contains("`\(name)`"), "\(name) in \(title)")
      }
    }
  }

  @Test func `explain every member that runs and lists have`() throws {
    try expectNamed(
      [try Program.run("run", "jwt/alg-none", "--all-variants", "--json").output], in: "run")
    try expectNamed([try Program.run("list", "--json").output], in: "list")
  }

  @Test func `explain every member that a diagnosis has`() throws {
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "run.har").path
    let exported = try Program.run(
      "export", "oauth/login-loop", "--variant", "strict", "--to", "har", "--reveal", "-o", path)
    try #require(exported.status == 0, "\(exported.error)")
    let whole = try Data(contentsOf: URL(filePath: path))
    let cut = try scratch.file("cut.har", whole.prefix(whole.count * 9 / 10))
    let stranger = #"{"log":{"entries":[{"request":{"method":"GET","url":"https://a.test/"}}]}}"#
    try expectNamed(
      [
        try Program.run("why", cut, "--json").output,
        try Program.run("why", try scratch.file("one.har", stranger), "--json").output,
      ], in: "why")
  }

  @Test func `explain every member that comparisons and decisions have`() throws {
    try expectNamed(
      [try Program.run("compare", "--users", "1", "--pages", "1", "--json").output], in: "compare")
    try expectNamed(
      [
        try Program.run("decide", "--json").output,
        try Program.run("decide", "accounts=delegated", "--json").output,
        try Program.run("decide", "--all", "--json").output,
      ], in: "decide")
  }

  @Test func `explain every member that audits have`() throws {
    let csrf = try Program.run("audit", "session/csrf#lax-only", "--json").output
    let header = try Program.run("audit", "a=b", "--json", "--ignore", "cookie-scope=ours").output
    try expectNamed([csrf, header], in: "audit")
    try expectNamed([try Program.run("audit", "--rules", "--json").output], in: "audit --rules")
  }

  @Test func `explain every member that tokens have`() throws {
    let token = try Fixture.token(extra: ["x5c": ["AA"]])
    let nested = try Fixture.raw(header: #"{"alg":"HS256"}"#, payload: token)
    try expectNamed(
      [try Program.run("token", "decode", nested, "--json").output], in: "token decode")
    let signatures = try [Fixture.secret, "another one"].map {
      try TokenSigner(.hs256, JWK(secret: $0)).sign(protected: ["alg": "HS256"], payload: [1])
    }
    let message = SignedMessage(
      payload: Base64.url([1]), signatures: signatures, isFlattened: false)
    try expectNamed(
      [
        try Fixture.verify(token, "--any-aud", "--json").output,
        try Fixture.verify("x", "--json").output,
        try Fixture.verify(message.json.text(), "--jws", "--json").output,
        try Program.run(
          "token", "verify", "--lines", "--json", "--secret-env", "SECRET", "--alg", "HS256",
          input: Data("x\n".utf8), environment: Fixture.environment
        ).output,
      ], in: "token verify")
    try expectNamed(
      [
        try Program.run(
          "token", "why", token, "--json", "--secret-env", "SECRET", "--alg", "HS256",
          environment: Fixture.environment
        ).output
      ], in: "token why")
  }

  @Test func `explain every member that keys have, and tokens in the making`() throws {
    let scratch = try Scratch()
    let key = try scratch.file("key.jwk", try MadeKey.text("A128KW"))
    let signer = try scratch.file("signer.jwk", try MadeKey.text("ES256"))
    let sealed = try Program.run("token", "encrypt", "--key", key, "--json", "hello").output
    let token = try JSONValue.parse(sealed)["token"]?.string ?? ""
    let signed = try Program.run("token", "sign", "--key", signer, "--json").output
    try expectNamed([signed, sealed], in: "token sign --json, token encrypt")
    try expectNamed(
      [
        try Program.run("token", "decrypt", "--key", key, "--json", token).output,
        try Program.run("token", "decrypt", "--key", key, "--json", "x").output,
      ], in: "token decrypt")
    let thumbprint = try Program.run("key", "thumbprint", signer, "--json").output
    try expectNamed([thumbprint], in: "key thumbprint")
    let message = ["--alg", "ES256", "--key", signer, "--message-hex", "", "--json"]
    try expectNamed([try Program.run(["key", "sign"] + message).output], in: "key sign")
    try expectNamed(
      [try Program.run(["key", "verify", "--signature-hex", ""] + message).output],
      in: "key verify")
    try expectNamed([try Program.run("selftest", "--json").output], in: "selftest")
  }
}
