import Foundation
import Testing
import Tokens
import Wire

@Suite struct `Decoding a token` {
  @Test func `says in every form that it verified nothing`() throws {
    let token = try Fixture.token()
    let text = try Program.run("token", "decode", token)
    #expect(text.status == 0)
    #expect(text.output.contains("DECODED, NOT VERIFIED"))
    let json = try Program.run("token", "decode", token, "--json")
    #expect(try json.json.array?.map { $0["verified"] } == [false])
  }

  @Test func `shows members in order with their places, meanings and dates`() throws {
    let result = try Program.run(
      "token", "decode", try Fixture.token(), "--json", "--at", Fixture.at,
      environment: ["TZ": "Europe/Berlin"])
    let payload = try #require(try result.json.array?.first?["parts"]?.array?[1])
    let members = try #require(payload["members"]?.array)
    #expect(members.map { $0["name"] } == ["iss", "sub", "aud", "exp", "iat", "nonce"])
    let exp = members[3]
    #expect(exp["meaning"] == "from when on it is refused")
    #expect(exp["reference"] == "RFC 7519 4.1.4")
    #expect(
      exp["time"] == [
        "seconds": 1_700_000_900, "unit": "seconds", "utc": "2023-11-14T22:28:20Z",
        "local": "2023-11-14T23:28:20+01:00", "relative": "in 15 min",
      ])
    let text = try Program.run(
      "token", "decode", try Fixture.token(), "--at", Fixture.at,
      environment: ["TZ": "Europe/Berlin"])
    #expect(text.output.contains("2023-11-14T22:28:20Z, in 15 min; here 2023-11-14T23:28:20+01:00"))
  }

  @Test func `points from each member to its characters`() throws {
    let token = try Fixture.token()
    let result = try Program.run("token", "decode", token, "--json")
    let parts = try #require(try result.json.array?.first?["parts"]?.array)
    for member in parts[1]["members"]?.array ?? [] {
      let span = try #require(member["span"]?.array?.compactMap(\.integer).map { Int($0) })
      // Whole groups of four digits hold the member and at most two bytes around it.
      let start = parts[1]["span"]?.array?.first?.integer.map { Int($0) } ?? 0
      let from = start + (span[0] - start) / 4 * 4
      let digits = Array(token.utf8)[from..<span[1]]
      let text = String(
        decoding: try Base64.decodeLenient(String(decoding: digits, as: UTF8.self)).bytes,
        as: UTF8.self)
      #expect(text.contains("\"\(member["name"]?.string ?? "")\""), "\(text)")
    }
  }

  @Test func `finds all tokens in a log, with their places`() throws {
    let one = try Fixture.token()
    let two = try Fixture.token(Fixture.claims("sub", "bob"))
    let log = "GET / Authorization: Bearer \(one)\nSet-Cookie: id=\(two); Secure\n"
    let result = try Program.run("token", "decode", "--json", input: Data(log.utf8))
    let found = try #require(try result.json.array)
    #expect(found.map { $0["payload"]?["sub"] } == ["alice", "bob"])
    for (token, text) in zip(found, [one, two]) {
      let span = token["span"]?.array?.compactMap(\.integer).map { Int($0) } ?? []
      #expect(String(decoding: Array(log.utf8)[span[0]..<span[1]], as: UTF8.self) == text)
    }
    let text = try Program.run("token", "decode", input: Data(log.utf8))
    #expect(text.output.contains("Token 2 of 2: signed (JWS), compact"))
  }

  @Test(arguments: [
    ("Bearer ", ""), ("\"", "\""), ("session=", "; Path=/"), ("\u{FEFF}", "\r\n"),
    ("Authorization: Bearer ", "\n"),
  ])
  func `takes off what people copy along`(before: String, after: String) throws {
    let text = before + (try Fixture.token()) + after
    let result = try Program.run("token", "decode", "--json", input: Data(text.utf8))
    #expect(try result.json.array?.first?["payload"]?["sub"] == "alice", "\(result.error)")
  }

  @Test func `reads what a shell wrote in UTF-16`() throws {
    let text = "log: \(try Fixture.token())\r\n"
    let bytes = Data([0xFF, 0xFE]) + (text.data(using: .utf16LittleEndian) ?? Data())
    let result = try Program.run("token", "decode", "--json", input: bytes)
    #expect(try result.json.array?.first?["payload"]?["sub"] == "alice")
  }

  @Test func `keeps places where bytes are no UTF-8`() throws {
    let token = try Fixture.token()
    let bytes = Data([0xE9, 0x20]) + Data(token.utf8) + Data([0x20, 0xFF])
    let result = try Program.run("token", "decode", "--json", input: bytes)
    let found = try #require(try result.json.array?.first)
    #expect(found["span"] == [2, .integer(2 + token.utf8.count)])
  }

  @Test func `notices milliseconds, duplicates, a missing signature and alg none`() throws {
    let token = try Fixture.raw(
      header: #"{"alg":"nOnE","alg":"HS256"}"#, payload: #"{"exp":1700000900000,"sub":1,"sub":2}"#)
    let cut = token.split(separator: ".").dropLast().joined(separator: ".")
    let result = try Program.run("token", "decode", cut)
    for words in [
      "exp is in milliseconds where seconds belong", "read as milliseconds: 2023-11-14T22:28:20Z",
      "\"sub\" stands twice", "the signature is missing", "alg nOnE is no name; none is", "(again)",
    ] {
      #expect(result.output.contains(words), "\(words) in \(result.output)")
    }
    let json = try Program.run("token", "decode", cut, "--json")
    #expect(try json.json.array?.first?["payload"]?.object?.names == ["exp", "sub"])
  }

  @Test func `shows the five parts of an encrypted token`() throws {
    let header = Base64.url(Array(#"{"alg":"dir","enc":"A128GCM"}"#.utf8))
    let token = header + "..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA"
    let result = try Program.run("token", "decode", token, "--json")
    let found = try #require(try result.json.array?.first)
    #expect(found["kind"] == "encrypted")
    #expect(
      found["parts"]?.array?.map { $0["name"] }
        == ["header", "encrypted key", "iv", "ciphertext", "tag"])
  }

  @Test func `shows a token inside a token, and no signature of either`() throws {
    let inner = try Fixture.token()
    let outer = try Fixture.raw(header: #"{"alg":"HS256","cty":"JWT"}"#, payload: inner)
    let result = try Program.run("token", "decode", outer)
    #expect(result.output.contains("Inside the payload: signed (JWS)"))
    #expect(result.output.contains("\"alice\""))
    try expectMasked([inner, outer], arguments: [outer])
  }

  @Test func `shows a JWS in JSON`() throws {
    let parts = try Fixture.token().split(separator: ".").map(String.init)
    let text =
      #"{"payload":"\#(parts[1])","protected":"\#(parts[0])","signature":"\#(parts[2])"}"#
    let result = try Program.run("token", "decode", text, "--json")
    let found = try #require(try result.json.array?.first)
    #expect(found["form"] == "flattened")
    #expect(found["payload"]?["sub"] == "alice")
    #expect(found["text"] == .null)
    #expect(!result.output.contains(parts[2]))
  }

  @Test func `masks signatures, private keys and tokens in claims unless told to reveal`() throws {
    let inner = try Fixture.token()
    let key = try Fixture.key()
    let claims = Fixture.claims("id_token_hint", .string(inner))
    let token = try Fixture.token(
      claims, extra: ["jwk": .object(try key.json(revealingPrivate: true))])
    try expectMasked([inner, token], arguments: [token])
    let secret = try #require(try key.json(revealingPrivate: true)["d"]?.string)
    for arguments in [["token", "decode", token], ["token", "decode", token, "--json"]] {
      let masked = try Program.run(arguments)
      #expect(!masked.output.contains(secret))
      #expect(masked.output.contains("masked; --reveal shows it"))
      #expect(try Program.run(arguments + ["--reveal"]).output.contains(secret))
    }
  }

  private func expectMasked(_ tokens: [String], arguments: [String]) throws {
    let signatures = tokens.compactMap { $0.split(separator: ".").last.map(String.init) }
    for form in [[], ["--json"]] {
      let masked = try Program.run(["token", "decode"] + arguments + form)
      let revealed = try Program.run(["token", "decode", "--reveal"] + arguments + form)
      for signature in signatures {
        #expect(!masked.output.contains(signature))
        #expect(revealed.output.contains(signature))
      }
      for token in tokens {
        let payload = token.split(separator: ".")[1]
        let outer = try #require(tokens.last)
        if token == outer {
          #expect(!masked.output.contains("\(payload).\(signatures.last ?? "")"))
        }
      }
    }
  }

  @Test(arguments: [[], ["--json"]])
  func `lets nothing of a hostile token reach the terminal as it is`(form: [String]) throws {
    let hostile = "\u{1B}]0;owned\u{07}\u{9B}2J\u{202E}gnp\u{2066}\u{200B}\u{E0041}\r\u{7F}"
    let claims: JSONObject = [hostile: .string(hostile), "sub": .array([.string(hostile)])]
    let token = try Fixture.token(
      claims, type: hostile, extra: ["kid": .string(hostile), "alg": .string(hostile)])
    let result = try Program.run(["token", "decode", token, "--reveal"] + form)
    #expect(result.status == 0)
    expectHarmless(result.output)
    #expect(result.output.contains("owned"))
    if !form.isEmpty { #expect(try result.json.array?.first?["payload"]?[hostile] != nil) }
  }

  @Test func `names the place where there is nothing like a token, with exit 10`() throws {
    let scratch = try Scratch()
    let file = try scratch.file("notes.txt", "no token here, only words.and.dots")
    let inFile = try Program.run("token", "decode", "--file", file)
    #expect(inFile.status == 10)
    #expect(inFile.output.isEmpty)
    #expect(inFile.error.contains("There is no token in \(file): nothing there begins like"))
    let opaque = try Program.run("token", "decode", "2YotnFZFEjr1zCsicMWpAA")
    #expect(opaque.status == 10)
    #expect(opaque.error.contains("There is no token in the argument"))
    #expect(opaque.error.contains("only its issuer can say what it means (RFC 7662)"))
    let empty = try Program.run("token", "decode")
    #expect(empty.status == 10)
    #expect(empty.error.contains("There is nothing in standard input."))
    let name = try Program.run("token", "decode", file)
    #expect(name.status == 10)
    #expect(name.error.contains("is a file, and its name is no token: use --file \(file)."))
  }

  @Test func `tells usage that makes no sense, with exit 2`() throws {
    let twice = try Program.run("token", "decode", "eyJ", "--file", "x")
    #expect(twice.status == 2)
    #expect(twice.error.contains("give one of them"))
    let missing = try Program.run("token", "decode", "--file", "/nowhere/at/all")
    #expect(missing.status == 2)
    #expect(missing.error.contains("/nowhere/at/all: No such file or directory"))
    let time = try Program.run("token", "decode", try Fixture.token(), "--at", "yesterday")
    #expect(time.status == 2)
    #expect(time.error.contains("--at yesterday is no moment. Write seconds since 1970"))
  }
}

/// Nothing that a terminal would act on or hide.
func expectHarmless(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let harmful = text.unicodeScalars.filter { scalar in
    if scalar == "\n" { return false }
    return scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      || scalar.properties.isDefaultIgnorableCodePoint
      || [.control, .format].contains(scalar.properties.generalCategory)
  }
  #expect(harmful.isEmpty, sourceLocation: sourceLocation)
}
