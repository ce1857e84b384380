import CellUI
import Testing
import Tokens
import Wire

@testable import Explorer

@Suite struct BenchTests {
  static let secret = Array("an example secret of 32 bytes!!!".utf8)
  static let claims: JSONObject = [
    "sub": "alice", "role": "user", "iat": .integer(Stage.now - 60),
    "exp": .integer(Stage.now + 840),
  ]

  static func token(_ claims: JSONObject = claims) throws -> String {
    try TokenSigner(.hs256, JWK(secret: secret)).sign(claims)
  }

  private func stage(_ text: String? = nil, files: [String: [UInt8]] = [:]) throws -> Stage {
    var stage = try Stage(files: files)
    stage.paste(try text ?? Self.token())
    return stage
  }

  /// Gives the secret as a person would.
  private func giveSecret(_ stage: inout Stage, _ secret: [UInt8] = Self.secret) {
    stage.press("K", "2")
    stage.type(String(decoding: secret, as: UTF8.self))
    stage.press("Enter")
  }

  private func run(_ command: String, _ stage: inout Stage) {
    stage.press(":")
    stage.type(command)
    stage.press("Enter")
  }

  private func verdict(_ stage: Stage) -> BenchVerdict? { stage.bench?.model.judgement.verdict }

  // Decoded is never verified.

  @Test func `merely pasting decodes, and neither verifies nor refuses`() throws {
    let stage = try stage()
    #expect(verdict(stage)?.standing == .decoded)
    #expect(verdict(stage)?.exitCode == nil)
    #expect(stage.text.contains("DECODED, NOT VERIFIED: no key given"))
    #expect(!stage.text.lowercased().contains("invalid"))
    #expect(stage.text.contains("stays on this machine, not saved"))
    let roles = stage.frame.grid.cells.map(\.role)
    #expect(!roles.contains(.verified))
    #expect(roles.contains(.decoded))
  }

  @Test func `a time is told in UTC, from now, and where the reader is`() throws {
    var stage = try Stage(Size(width: 200, height: 60), zone: LocalZone { _ in 60 })
    stage.paste(try Self.token(["exp": .integer(Stage.now + 840)]))
    #expect(stage.text.contains("in 14 min"))
    #expect(stage.text.contains("here 01:19:00+01:00"), "\(stage.text)")
    stage = try self.stage(Self.token(["exp": .integer(Stage.now + 840)]))
    #expect(!stage.text.contains("here 2"))
  }

  @Test func `a key verifies, and only then values are drawn as verified`() throws {
    var stage = try stage()
    giveSecret(&stage)
    #expect(verdict(stage)?.standing == .verified)
    #expect(verdict(stage)?.exitCode == 0)
    let roles = stage.frame.grid.cells.map(\.role)
    #expect(roles.contains(.verified))
    #expect(!roles.contains(.decoded))
  }

  @Test func `another key gives a bad signature, and a wrong one of another kind does not fit`()
    throws
  {
    var stage = try stage()
    giveSecret(&stage, Array("another secret that has 32 bytes".utf8))
    #expect(verdict(stage)?.standing == .refused(.badSignature))
    #expect(verdict(stage)?.exitCode == 12)
    #expect(stage.text.contains("BAD SIGNATURE"))
  }

  @Test(arguments: TokenRefusal.Kind.allCases)
  func `every refusal has the exit code of the command`(_ kind: TokenRefusal.Kind) {
    let expected: Int =
      switch kind {
      case .malformed: 10
      case .unsupportedAlgorithm: 11
      case .badSignature, .undecryptable: 12
      case .expired: 13
      case .policy: 14
      case .noKey: 15
      }
    #expect(kind.exitCode == expected)
  }

  // Editing.

  @Test func `an edit changes one value, signs nothing, and can be taken back`() throws {
    var stage = try stage()
    giveSecret(&stage)
    let before = try #require(stage.bench).subject.text
    stage.press("3", "j", "e", "Ctrl-U")
    stage.type("admin")
    stage.press("Enter")
    let bench = try #require(stage.bench)
    #expect(bench.model.claims[1].value == "admin")
    #expect(TokenText(bench.subject.text).parts[2] == TokenText(before).parts[2])
    #expect(verdict(stage)?.standing == .refused(.badSignature))
    #expect(
      bench.model.changes == [TokenChange(name: "role", before: "\"user\"", after: "\"admin\"")])
    #expect(stage.text.contains("was \"user\""))
    #expect(stage.text.contains("The signature is still the one of the bytes before."))
    stage.press("u")
    #expect(stage.bench?.subject.text == before)
    #expect(verdict(stage)?.standing == .verified)
  }

  @Test func `s signs the edited token with the key, and nothing else ever does`() throws {
    var stage = try stage()
    stage.press("s")
    #expect(stage.text.contains("Signing needs a key"))
    giveSecret(&stage)
    stage.press("3", "j", "e", "Ctrl-U")
    stage.type("admin")
    stage.press("Enter")
    #expect(verdict(stage)?.isVerified == false)
    stage.press("s")
    #expect(verdict(stage)?.isVerified == true)
    let names = stage.bench?.model.changes.map(\.name)
    #expect(names == ["role", "signature"])
  }

  @Test func `members are added and removed without touching the others' bytes`() throws {
    let odd = "{ \"b\" : 1 ,\"a\":\"\\u0041\" , \"b\":2}"
    var text = TokenText("\(Base64.url(Array("{}".utf8))).\(Base64.url(Array(odd.utf8))).x")
    try text.setMember(1, of: 1, to: 7)
    #expect(
      text.bytes(1).map { String(decoding: $0, as: UTF8.self) } == "{ \"b\" : 1 ,\"a\":7 , \"b\":2}"
    )
    try text.removeMember(0, of: 1)
    #expect(text.bytes(1).map { String(decoding: $0, as: UTF8.self) } == "{ \"a\":7 , \"b\":2}")
    try text.removeMember(1, of: 1)
    try text.addMember("c", true, to: 1)
    #expect(text.bytes(1).map { String(decoding: $0, as: UTF8.self) } == "{ \"a\":7,\"c\":true}")
    try text.addMember("alg", "none", to: 0)
    #expect(text.bytes(0).map { String(decoding: $0, as: UTF8.self) } == "{\"alg\":\"none\"}")
    #expect(text.parts[2] == "x")
    #expect(throws: TokenEditError.self) { try text.setMember(9, of: 1, to: 1) }
  }

  @Test func `times are typed as seconds, dates and distances`() throws {
    let now = 1_767_225_600
    #expect(EditedValue.seconds("+15m", now: now) == now + 900)
    #expect(EditedValue.seconds("-1h", now: now) == now - 3600)
    #expect(EditedValue.seconds("now", now: now) == now)
    #expect(EditedValue.seconds("2026-01-01", now: 0) == now)
    #expect(EditedValue.seconds("2026-01-01T00:15:00Z", now: 0) == now + 900)
    #expect(EditedValue.seconds("1600-02-29", now: 0) == -11_670_998_400)
    #expect(EditedValue.seconds("2026-13-01", now: 0) == nil)
    #expect(EditedValue.seconds("soon", now: 0) == nil)
    #expect(try EditedValue.value("15", for: "sub", now: 0) == 15)
    #expect(try EditedValue.value("+15m", for: "sub", now: 0) == "+15m")
    #expect(try EditedValue.value("admin", for: "role", now: 0) == "admin")
    #expect(throws: TokenEditError.self) {
      try EditedValue.value("\"admin", for: "role", now: 0)
    }
  }

  @Test func `presets are edits like others`() throws {
    var stage = try stage()
    giveSecret(&stage)
    run("strip-signature", &stage)
    #expect(verdict(stage)?.standing == .refused(.badSignature))
    #expect(stage.bench?.model.changes.map(\.after) == ["empty"])
    stage.press("u")
    run("alg-none", &stage)
    #expect(verdict(stage)?.standing == .refused(.policy))
    #expect(stage.text.contains("found none"))
    stage.press("u")
    run("swap-algorithm", &stage)
    #expect(verdict(stage)?.standing == .refused(.policy))
    stage.press("u")
    run("expire", &stage)
    stage.press("s")
    #expect(verdict(stage)?.standing == .refused(.expired))
    #expect(verdict(stage)?.words == "EXPIRED")
    run("extend", &stage)
    stage.press("s")
    #expect(verdict(stage)?.isVerified == true)
    for _ in 0..<5 { stage.press("u") }
    #expect(stage.bench?.canUndo == false)
  }

  // The policy.

  @Test func `the policy is edited where it stands, and judges at once`() throws {
    var stage = try stage()
    giveSecret(&stage)
    stage.press("4", "g", "e", "Ctrl-U")
    stage.type("hs512")
    stage.press("Enter")
    #expect(stage.text.contains("did you mean HS512?"))
    #expect(stage.bench?.edit != nil)
    stage.press("Ctrl-U")
    stage.type("HS512, ES256")
    stage.press("Enter")
    #expect(verdict(stage)?.standing == .refused(.policy))
    #expect(stage.text.contains("found HS256"))
    stage.press("u", "j", "j", "e")
    stage.type("https://id.test")
    stage.press("Enter")
    #expect(verdict(stage)?.detail == "issuer: expected https://id.test, found no iss")
    stage.press("u", "G", "k", "k", "e", "Ctrl-U")
    stage.type("2026-01-02")
    stage.press("Enter")
    #expect(verdict(stage)?.standing == .refused(.expired))
  }

  @Test func `a token for somebody else is refused until its audience is named, or any taken`()
    throws
  {
    var claims = Self.claims
    claims["aud"] = "https://api.test"
    var stage = try stage(try Self.token(claims))
    giveSecret(&stage)
    #expect(verdict(stage)?.standing == .refused(.policy))
    stage.press("4", "g", "j", "j", "j", "e")
    stage.type("any")
    stage.press("Enter")
    #expect(verdict(stage)?.standing == .accepted(isOfTheCaller: true))
    #expect(verdict(stage)?.exitCode == 0)
    stage.press("e", "Ctrl-U")
    stage.type("https://api.test")
    stage.press("Enter")
    #expect(verdict(stage)?.isVerified == true)
  }

  @Test func `the ledger is computed on change, not on moving or drawing`() throws {
    var stage = try stage()
    giveSecret(&stage)
    let model = try #require(stage.bench).model
    stage.press("j", "k", "1", "l", "5", "G", "i", "v", "z", "z", "Tab")
    _ = stage.frame
    #expect(stage.bench?.model === model)
    stage.press("4", "G", "Space")
    #expect(stage.bench?.model !== model)
  }

  // Servers, causes.

  @Test func `an odd spelling of none passes a word filter, and a pinned list stops it`() throws {
    let forged =
      Base64.url(Array("{\"alg\":\"nOnE\"}".utf8)) + "."
      + Base64.url(Array(Self.claims.text().utf8))
      + "."
    var stage = try stage(forged)
    #expect(stage.bench?.model.judgement.servers.isEmpty == true)
    giveSecret(&stage)
    let outcomes = stage.bench?.model.judgement.servers.map(\.outcome)
    #expect(
      outcomes == [
        .accepted(who: "alice, user", isVerified: false),
        .accepted(who: "alice, user", isVerified: false), .refused("algorithm-allowed"),
      ])
    run("edit-header", &stage)
    stage.press("Ctrl-U")
    stage.type("{\"alg\":\"none\"}")
    stage.press("Enter")
    #expect(
      stage.bench?.model.judgement.servers.map(\.outcome).dropFirst().first
        == .refused("algorithm-allowed"))
  }

  @Test func `w finds that the secret was meant in another encoding, and never says verified`()
    throws
  {
    let token = try TokenSigner(.hs256, JWK(secret: Self.secret)).sign(Self.claims)
    var stage = try stage(token)
    giveSecret(&stage, Array(Base64.standard(Self.secret).utf8))
    #expect(verdict(stage)?.standing == .refused(.badSignature))
    stage.press("w")
    #expect(stage.text.contains("would verify if the secret were decoded from Base64"))
    #expect(!stage.frame.grid.cells.map(\.role).contains(.verified))
    stage.press("w")
    #expect(!stage.text.contains("would verify"))
  }

  @Test func `the sample decodes, carries another payload's signature, and never verifies`() throws
  {
    #expect(SampleToken.text.utf8.count == 119)
    #expect(TokenText(SampleToken.text).parts[2] == TokenText(SampleToken.wellKnown).parts[2])
    #expect(SampleToken.signatureIsOfWellKnown)
    var stage = try Stage()
    run("sample-token", &stage)
    #expect(verdict(stage)?.standing == .refused(.badSignature))
    #expect(stage.bench?.model.claims.map(\.name) == ["userId", "role"])
    #expect(stage.text.contains("The famous one, tried with the same secret: its signature"))
    #expect(stage.bench?.model.changes.contains { $0.name == "signature" } == false)
    // The payload that the signature was made for brings it back.
    run("edit-token", &stage)
    stage.press("Ctrl-U")
    stage.type(SampleToken.wellKnown)
    stage.press("Enter")
    #expect(verdict(stage)?.standing == .accepted(isOfTheCaller: true))
  }

  // Lighting up.

  @Test func `the selected claim lights up in the raw text, and the other way round`() throws {
    var stage = try stage()
    stage.press("3", "g", "j")
    let bench = try #require(stage.bench)
    let lit = try #require(bench.lit)
    let payload = TokenText(bench.subject.text).parts[0].utf8.count + 1
    #expect(lit.lowerBound > payload)
    let underlined = stage.frame.grid.cells.filter {
      $0.emphasis.contains(.underlined) && !$0.emphasis.contains(.selected)
    }
    #expect(underlined.count == lit.count)
    stage.press("1", "g")
    for _ in 0..<lit.lowerBound { stage.press("l") }
    #expect(stage.bench?.selectedMember?.name == "role")
  }

  @Test func `what small screens leave out comes by v and z`() throws {
    var stage = try stage()
    giveSecret(&stage)
    stage.resize(80, 24)
    #expect(!stage.text.contains("three servers"))
    stage.press("v")
    #expect(stage.text.contains("What changed"))
    stage.press("v")
    #expect(stage.text.contains("three servers"))
    stage.press("5", "z")
    #expect(stage.text.contains("token-hash"))
    stage.press("Esc")
    #expect(stage.bench?.view.zoomed == false)
  }

  @Test func `copy offers the claim, the token and the verdict`() throws {
    var stage = try stage()
    stage.press("3", "g", "y", "1", "y", "2", "y", "3")
    #expect(
      stage.outbox.copied == [
        "sub: \"alice\"", try Self.token(), "DECODED, NOT VERIFIED: no key given",
      ])
  }
}
