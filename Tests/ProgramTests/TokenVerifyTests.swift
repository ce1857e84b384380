import Cryptography
import Foundation
import Testing
import Tokens
import Wire

/// What is wrong with a token, and how the program tells it.
private struct Wrong: CustomTestStringConvertible, Sendable {
  let what: String
  let verdict: String
  let exit: Int32
  let check: String
  let token: @Sendable () throws -> String
  var options: [String] = ["--aud", "https://api.test"]

  var testDescription: String { what }
}

@Suite struct `Verifying a token` {
  private static let asked = [
    "--iss", "https://id.test", "--aud", "https://api.test", "--sub", "alice", "--nonce", "n-1",
    "--typ", "JWT",
  ]

  private func verify(_ token: String, _ options: [String]) throws -> Program.Result {
    try Program.run(
      ["token", "verify", token, "--secret-env", "SECRET", "--alg", "HS256", "--at", Fixture.at]
        + options, environment: Fixture.environment)
  }

  @Test func `accepts what fits, with exit 0 and every row`() throws {
    let result = try verify(try Fixture.token(), Self.asked)
    #expect(result.status == 0, "\(result.output)")
    #expect(result.error.isEmpty)
    #expect(result.output.hasPrefix("VERIFIED: HS256 with secret of 32 bytes\n"))
    #expect(result.output.contains("at 2023-11-14T22:13:20Z (--at), leeway 0 s"))
    for row in TokenVerifier.rows { #expect(result.output.contains(row.id.text)) }
    #expect(result.output.contains("not-revoked"))
  }

  @Test func `prints the shape that scripts rely on`() throws {
    let result = try verify(try Fixture.token(), Self.asked + ["--json"])
    let json = try result.json
    #expect(
      json.object?.names.prefix(4).elementsEqual(["verdict", "checks", "header", "claims"]) == true)
    #expect(json["verdict"] == "verified")
    #expect(json["exit"] == 0)
    #expect(json["header"]?["alg"] == "HS256")
    #expect(json["claims"] == .object(Fixture.claims))
    #expect(json["leeway"] == 0)
    #expect(json["at"] == "2023-11-14T22:13:20Z")
    for check in json["checks"]?.array ?? [] {
      #expect(
        check.object?.names.prefix(5).elementsEqual([
          "id", "outcome", "expected", "actual", "reference",
        ]) == true)
    }
    #expect(try result.check("signature")["outcome"] == "pass")
  }

  private static let wrong: [Wrong] = [
    Wrong(what: "no token", verdict: "malformed", exit: 10, check: "token-shape") { "x" },
    Wrong(what: "five parts", verdict: "malformed", exit: 10, check: "token-shape") { "a.b.c.d.e" },
    Wrong(what: "padding", verdict: "malformed", exit: 10, check: "token-encoding") {
      try Fixture.token() + "="
    },
    Wrong(what: "claims that are no JSON", verdict: "malformed", exit: 10, check: "token-json") {
      try Fixture.raw(header: #"{"alg":"HS256"}"#, payload: "hello")
    },
    Wrong(
      what: "an unknown algorithm", verdict: "unsupported", exit: 11, check: "algorithm-allowed"
    ) { try Fixture.raw(header: #"{"alg":"HS1"}"#, payload: "{}") },
    Wrong(what: "another secret", verdict: "bad-signature", exit: 12, check: "signature") {
      try Fixture.token(secret: "fedcba9876543210fedcba9876543210")
    },
    Wrong(what: "a token that is over", verdict: "expired", exit: 13, check: "not-expired") {
      try Fixture.token(Fixture.claims("exp", .integer(Fixture.now)))
    },
    Wrong(what: "a token of tomorrow", verdict: "expired", exit: 13, check: "not-before") {
      try Fixture.token(Fixture.claims("nbf", .integer(Fixture.now + 1)))
    },
    Wrong(what: "no exp", verdict: "policy", exit: 14, check: "not-expired") {
      try Fixture.token(Fixture.claims("exp", nil))
    },
    Wrong(
      what: "another algorithm than allowed", verdict: "policy", exit: 14,
      check: "algorithm-allowed"
    ) { try Fixture.token(secret: Fixture.secret + Fixture.secret, .hs512) },
    Wrong(what: "alg none", verdict: "policy", exit: 14, check: "algorithm-allowed") {
      TokenSigner.unsecured(Fixture.claims)
    },
    Wrong(what: "a claim twice", verdict: "policy", exit: 14, check: "unique-members") {
      try Fixture.raw(header: #"{"alg":"HS256"}"#, payload: #"{"sub":"a","sub":"b"}"#)
    },
    Wrong(what: "an unknown crit", verdict: "policy", exit: 14, check: "critical-header") {
      try Fixture.token(extra: ["crit": ["x"], "x": 1])
    },
    Wrong(
      what: "an audience that nobody asked for", verdict: "policy", exit: 14, check: "audience",
      token: { try Fixture.token() }, options: []),
    Wrong(
      what: "another audience", verdict: "policy", exit: 14, check: "audience",
      token: { try Fixture.token() }, options: ["--aud", "https://api.test/"]),
    Wrong(
      what: "another issuer", verdict: "policy", exit: 14, check: "issuer",
      token: { try Fixture.token() }, options: ["--iss", "https://id.test/"]),
    Wrong(
      what: "another subject", verdict: "policy", exit: 14, check: "subject",
      token: { try Fixture.token() },
      options: ["--aud", "https://api.test", "--sub", "bob"]),
    Wrong(
      what: "another nonce", verdict: "policy", exit: 14, check: "nonce",
      token: { try Fixture.token() },
      options: ["--aud", "https://api.test", "--nonce", "n-2"]),
    Wrong(
      what: "another type", verdict: "policy", exit: 14, check: "token-type",
      token: { try Fixture.token() }, options: ["--typ", "at+jwt"]),
    Wrong(
      what: "an iat in the future", verdict: "expired", exit: 13, check: "issued-at",
      token: { try Fixture.token(Fixture.claims("iat", .integer(Fixture.now + 5))) },
      options: ["--aud", "https://api.test", "--strict-iat"]),
    Wrong(
      what: "an at_hash of another access token", verdict: "policy", exit: 14, check: "token-hash",
      token: { try Fixture.token(Fixture.claims("at_hash", "77QmUPtjPfzWtF2AnpK9RQ")) },
      options: ["--aud", "https://api.test", "--access-token", "abc"]),
  ]

  @Test(arguments: wrong)
  private func `refuses each mistake by its own verdict, exit code and row`(wrong: Wrong) throws {
    let token = try wrong.token()
    let json = try verify(token, wrong.options + ["--json"])
    #expect(json.status == wrong.exit)
    #expect(try json.json["verdict"]?.string == wrong.verdict)
    #expect(try json.json["exit"]?.integer == Int64(wrong.exit))
    let row = try json.check(wrong.check)
    #expect(row["outcome"] == "fail")
    #expect(row["expected"]?.string != nil)
    #expect(row["actual"]?.string != nil)
    let text = try verify(token, wrong.options)
    #expect(text.status == wrong.exit)
    #expect(text.output.contains("REFUSED: "))
    #expect(text.output.contains("(\(wrong.check), exit \(wrong.exit))"), "\(text.output)")
    let next = wrong.what == "five parts" ? "say --decrypt-key FILE" : "`authscope token why`"
    #expect(text.error.contains(next))
  }

  @Test(arguments: wrong)
  private func `hands out no claims of a token that is refused`(wrong: Wrong) throws {
    let result = try verify(try wrong.token(), wrong.options + ["--json"])
    #expect(try result.json["claims"] == .null)
  }

  @Test func `says no-key with exit 15 where no key fits the token's name or algorithm`() throws {
    let scratch = try Scratch()
    let set = try scratch.file("keys.json", try Fixture.set(Fixture.key(id: "k2")))
    let token = try TokenSigner(.es256, Fixture.key(id: "k1")).sign(Fixture.claims)
    let other = try Program.run(
      "token", "verify", token, "--jwks", set, "--aud", "https://api.test", "--at", Fixture.at,
      "--json")
    #expect(other.status == 15, "\(other.error)")
    #expect(try other.json["verdict"] == "no-key")
    #expect(try other.check("key-selected")["actual"] == "\"k1\"")
    let short = try Program.run(
      "token", "verify", try Fixture.token(secret: "short"), "--secret-env", "SECRET", "--alg",
      "HS256", "--json", environment: ["SECRET": "short"])
    #expect(short.status == 15)
    #expect(try short.check("key-strength")["outcome"] == "fail")
  }

  @Test func `gives dates beside the seconds of a refused time`() throws {
    let result = try Fixture.verify(
      try Fixture.token(Fixture.claims("exp", .integer(Fixture.now - 60))))
    #expect(result.output.contains("exp is 2023-11-14T22:12:20Z, 1 min ago"), "\(result.output)")
  }

  @Test(arguments: [("0", Int32(13)), ("9", 13), ("10s", 13), ("11", 0), ("1m", 0)])
  func `has no leeway but the one that is asked for, and shows it`(
    leeway: String, exit: Int32
  ) throws {
    let token = try Fixture.token(Fixture.claims("exp", .integer(Fixture.now - 10)))
    let result = try Fixture.verify(token, "--aud", "https://api.test", "--leeway", leeway)
    #expect(result.status == exit)
    let shown = ["10s": "10", "1m": "60"][leeway] ?? leeway
    #expect(result.output.contains("leeway \(shown) s"))
  }

  @Test func `relaxes a check only by its own option, and says so`() throws {
    let exp = try Fixture.token(Fixture.claims("exp", nil))
    let withoutExp = try Fixture.verify(exp, "--aud", "https://api.test", "--no-exp")
    #expect(withoutExp.status == 0)
    #expect(withoutExp.output.contains("relaxed by --no-exp: not-expired"))
    let anyAud = try Fixture.verify(try Fixture.token(), "--any-aud", "--json")
    #expect(anyAud.status == 0)
    #expect(try anyAud.json["relaxed"] == ["audience"])
    let row = try anyAud.check("audience")
    #expect(row["outcome"] == "not-checked")
    #expect(row["reason"] == "you said --any-aud")
    #expect(row["actual"] == "https://api.test")
    let weak = try Program.run(
      "token", "verify", try Fixture.token(secret: "short"), "--secret-env", "SECRET", "--alg",
      "HS256", "--weak-key", "--aud", "https://api.test", "--at", Fixture.at,
      environment: ["SECRET": "short"])
    #expect(weak.status == 0)
    #expect(weak.output.contains("relaxed by --weak-key: key-strength"))
  }

  @Test func `shows what an unasked check would have said`() throws {
    let result = try verify(try Fixture.token(), ["--aud", "https://api.test", "--json"])
    let issuer = try result.check("issuer")
    #expect(issuer["outcome"] == "not-checked")
    #expect(issuer["reason"] == "you ask for no issuer")
    #expect(issuer["would"] == "iss is \"https://id.test\"")
  }

  @Test func `checks at_hash against the access token`() throws {
    let access = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y"
    let token = try Fixture.token(Fixture.claims("at_hash", "77QmUPtjPfzWtF2AnpK9RQ"))
    let result = try Fixture.verify(
      token, "--aud", "https://api.test", "--access-token", access, "--json")
    #expect(result.status == 0, "\(result.output)")
    #expect(try result.check("token-hash")["outcome"] == "pass")
  }

  @Test func `takes the token from a file or from standard input, line break and all`() throws {
    let scratch = try Scratch()
    let token = try Fixture.token()
    let options = [
      "--secret-env", "SECRET", "--alg", "HS256", "--at", Fixture.at, "--aud", "https://api.test",
    ]
    let file = try scratch.file("token.txt", token + "\r\n")
    let fromFile = try Program.run(
      ["token", "verify", "--file", file] + options, environment: Fixture.environment)
    #expect(fromFile.status == 0)
    let fromInput = try Program.run(
      ["token", "verify"] + options, input: Data((token + "\n").utf8),
      environment: Fixture.environment)
    #expect(fromInput.status == 0)
    let dressed = try Program.run(
      ["token", "verify"] + options, input: Data("Bearer \(token)".utf8),
      environment: Fixture.environment)
    #expect(dressed.status == 10, "a verifier takes a token, not a header")
  }

  @Test(arguments: [
    ("1700000000", "2023-11-14T22:13:20Z"), ("2023-11-14", "2023-11-14T00:00:00Z"),
    ("2023-11-14T23:13:20+01:00", "2023-11-14T22:13:20Z"),
    ("2023-11-14 22:13", "2023-11-14T22:13:00Z"),
    ("2023-11-14T22:13:20.5z", "2023-11-14T22:13:20Z"),
    ("2024-02-29T00:00:00-00:30", "2024-02-29T00:30:00Z"),
  ])
  func `understands a moment as people write it`(text: String, moment: String) throws {
    let result = try Program.run(
      "token", "verify", "x", "--secret-env", "SECRET", "--alg", "HS256", "--at", text, "--json",
      environment: Fixture.environment)
    #expect(try result.json["at"]?.string == moment)
  }

  @Test(arguments: [
    "2023-02-29", "2023-11-14T24:00:00Z", "2023-11-14T22:13:20+1:00", "2023-11-14T22", "+", "-x",
    "15m", "2023-11-14T22:13:20 CET", "99999999999999999999",
  ])
  func `refuses what is no moment`(text: String) throws {
    let result = try Program.run(
      "token", "verify", "x", "--secret-env", "SECRET", "--alg", "HS256", "--at", text,
      environment: Fixture.environment)
    #expect(result.status == 2)
    #expect(result.error.contains("--at \(text) is no moment. Write"))
  }

  @Test func `counts a span from now`() throws {
    var claims = Fixture.claims
    claims["exp"] = .integer(Int64(Date().timeIntervalSince1970) + 600)
    let token = try Fixture.token(claims)
    for (span, exit) in [("+9m", Int32(0)), ("+11m", 13), ("-1d", 0), ("now", 0)] {
      let result = try Program.run(
        "token", "verify", token, "--secret-env", "SECRET", "--alg", "HS256", "--at", span,
        "--aud", "https://api.test", environment: Fixture.environment)
      #expect(result.status == exit, "\(span)")
    }
  }

  @Test func `lets nothing of a hostile token reach the terminal as it is`() throws {
    let hostile = "\u{1B}[2J\u{202E}\u{200B}\u{9B}x"
    let token = try Fixture.token(
      ["iss": .string(hostile), "sub": .string(hostile), "exp": 9_999_999_999],
      type: hostile, extra: ["kid": .string(hostile)])
    for form in [[], ["--json"]] {
      for options in [["--iss", "x"], ["--typ", "JWT"], []] {
        let result = try verify(token, options + form)
        expectHarmless(result.output)
        expectHarmless(result.error)
      }
      let words = try Program.run(["token", "verify", hostile, "--alg", hostile] + form)
      expectHarmless(words.error)
    }
  }

  @Test func `has an example in the help of every command`() throws {
    for command in [["token"], ["token", "decode"], ["token", "verify"], ["token", "why"]] {
      let result = try Program.run(command + ["--help"])
      #expect(result.status == 0)
      let help = result.output.replacing("\n", with: " ")
      #expect(help.contains("authscope token "), "\(command)")
      #expect(help.contains("Example:"), "\(command)")
    }
  }
}

@Suite struct `The words of a command` {
  @Test func `get help and errors that know the whole command`() throws {
    let help = try Program.run("token", "verify", "--help")
    #expect(help.status == 0)
    #expect(help.output.contains("USAGE: authscope token verify "))
    let wrong = try Program.run("token", "verify", "--leewey", "5")
    #expect(wrong.status == 2)
    #expect(wrong.error.contains("Usage: authscope token verify "), "\(wrong.error)")
    #expect(wrong.error.contains("--leeway"), "\(wrong.error)")
    let version = try Program.run("token", "verify", "--version")
    #expect(version.status == 0)
    #expect(version.output == "0.1.0\n")
    let group = try Program.run("token")
    #expect(group.output.contains("USAGE: authscope token <subcommand>"), "\(group.output)")
    let unknown = try Program.run("token", "verfy")
    #expect(unknown.status == 2)
  }
}
