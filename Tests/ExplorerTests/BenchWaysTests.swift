import CellUI
import Cryptography
import Testing
import Tokens
import Trace
import Wire

@testable import Explorer

/// The ways to the bench, what is brought to it, and that nothing of it is kept.
@Suite struct BenchWaysTests {
  private func run(_ command: String, _ stage: inout Stage) {
    stage.press(":")
    stage.type(command)
    stage.press("Enter")
  }

  @Test func `a pasted token opens the bench from anywhere, and is never taken for keys`() throws {
    let token = try BenchTests.token()
    let places: [(inout Stage) -> Void] = [
      { _ in }, { $0.press("/") }, { $0.press(":") }, { $0.press("?") },
      { $0.loop.open("jwt/alg-none") },
      {
        $0.loop.open("jwt/alg-none")
        $0.press("g")
      },
      {
        $0.loop.open("session/logout-revocation")
        $0.press("G")
      }, { $0.press("p") },
    ]
    for (index, place) in places.enumerated() {
      var stage = try Stage()
      place(&stage)
      // Line breaks, a q and a colon around it: as keys they would do much.
      stage.paste("Authorization: Bearer \(token)\n")
      #expect(stage.bench?.subject.text == token, "\(index)")
      #expect(stage.loop.state.screen == .bench, "\(index)")
      #expect(!stage.loop.isOver)
    }
  }

  @Test func `a paste without a token does nothing but say so`() throws {
    var stage = try Stage()
    stage.paste("q\n:quit\nq")
    #expect(stage.text.contains("There is no token in it"))
    #expect(!stage.loop.isOver)
    stage.press("/")
    stage.paste("revoke")
    #expect(stage.loop.state.library.query?.text == "revoke")
  }

  @Test func `of several tokens in a text one is chosen`() throws {
    let one = try BenchTests.token(["sub": "alice"])
    let two = try BenchTests.token(["sub": "bob"])
    var stage = try Stage()
    stage.paste("GET / \(one)\nGET /me \(two)\n")
    #expect(stage.text.contains("2 tokens in the text"))
    #expect(stage.text.contains("HS256 of bob"))
    stage.press("j", "Enter")
    #expect(stage.bench?.subject.text == two)
  }

  @Test func `a file is opened by its path, and a missing one says so`() throws {
    let token = try BenchTests.token()
    var stage = try Stage(files: ["log.txt": Array("user=1 jwt=\(token) ok".utf8)])
    stage.press("o")
    stage.type("log.txt")
    stage.press("Enter")
    #expect(stage.bench?.subject.text == token)
    #expect(stage.text.contains("from log.txt"))
    stage.press("O")
    stage.type("none.txt")
    stage.press("Enter")
    #expect(stage.text.contains("There is no file none.txt."))
    #expect(stage.bench?.subject.text == token)
  }

  @Test func `a key comes from a file, a paste or a field, and says why it is none`() throws {
    let pair = try KeyPair(.octet(.ed25519, [UInt8](repeating: 7, count: 32)))
    let token = try TokenSigner(.ed25519, JWK(pair)).sign(BenchTests.claims)
    let files = [
      "key.pem": Array(pair.publicKey.pem.utf8), "key.der": pair.publicKey.spki,
      "keys.json": Array(try JWKSet([JWK(pair)]).publicPart.json().text().utf8),
      "odd.txt": Array("nothing".utf8),
    ]
    for name in ["key.pem", "key.der", "keys.json"] {
      var stage = try Stage(files: files)
      stage.paste(token)
      stage.press("K", "Enter")
      stage.type(name)
      stage.press("Enter")
      #expect(stage.bench?.model.judgement.verdict.isVerified == true, "\(name)")
      stage.press("s")
      #expect(stage.text.contains("only the public half"), "\(name)")
    }
    var stage = try Stage(files: files)
    stage.paste(token)
    stage.paste(pair.publicKey.pem)
    #expect(stage.bench?.model.judgement.verdict.isVerified == true)
    run("forget-key", &stage)
    #expect(stage.bench?.key == nil)
    stage.press("K", "1")
    stage.type("odd.txt")
    stage.press("Enter")
    #expect(stage.text.contains("odd.txt: neither PEM"))
    stage.press("K", "3")
    stage.type("0g")
    stage.press("Enter")
    #expect(stage.text.contains("No key:"))
    #expect(stage.bench?.key == nil)
  }

  @Test func `a public key signs as a secret only when that is asked for and confirmed`() throws {
    let pair = try KeyPair(.octet(.ed25519, [UInt8](repeating: 7, count: 32)))
    var stage = try Stage()
    stage.paste(try TokenSigner(.ed25519, JWK(pair)).sign(BenchTests.claims))
    stage.paste(pair.publicKey.pem)
    run("swap-algorithm", &stage)
    let before = stage.bench?.subject.text
    stage.press("s")
    #expect(stage.text.contains("as if it were a secret?"))
    stage.press("n")
    #expect(stage.bench?.subject.text == before)
    stage.press("s", "y")
    #expect(stage.bench?.subject.text != before)
    let outcomes = stage.bench?.model.judgement.servers.map(\.outcome)
    #expect(outcomes?.first == .accepted(who: "alice, user", isVerified: true))
    #expect(outcomes?.last == .refused("algorithm-allowed"))
  }

  @Test func `a secret is hidden as it is typed and until it is asked for`() throws {
    var stage = try Stage()
    stage.paste(try BenchTests.token())
    stage.press("K", "2")
    stage.type("open sesame")
    #expect(!stage.text.contains("sesame"))
    #expect(stage.text.contains("***********"))
    stage.press("Enter")
    #expect(!stage.text.contains("sesame"))
    stage.press("R")
    #expect(!stage.text.contains("sesame"))
    stage.press("n")
    #expect(!stage.text.contains("sesame"))
    stage.press("R", "y")
    #expect(stage.text.contains("sesame"))
    stage.press("R")
    #expect(!stage.text.contains("sesame"))
    stage.press("R", "y", "q", "t")
    #expect(!stage.text.contains("sesame"))
  }

  @Test func `nothing that is pasted or typed is written, or leaves but by y`() throws {
    let token = try BenchTests.token()
    let secret = "an example secret of 32 bytes!!!"
    var state = ExplorerState(
      course: Stage.course, progress: Progress(tourSeen: true), size: Size(width: 120, height: 40))
    var effects: [Effect] = []
    func send(_ event: InputEvent) { effects += update(&state, .input(event)) }
    func press(_ names: String...) {
      for name in names {
        if let key = KeyPress(name: name) { send(.key(key)) }
      }
    }
    send(.paste(token))
    press("K", "2")
    send(.paste(secret))
    press(
      "Enter", "3", "j", "e", "Ctrl-U", "a", "Enter", "s", "w", "u", "u", "q", "t", "R", "y", "q")
    #expect(state.benches.count == 1)
    #expect(effects.isEmpty)
    #expect("\(state.progress)".contains("alice") == false)
    #expect(!"\(state.progress)".contains(secret) && !"\(state.progress)".contains("eyJ"))
    press("t", "y", "2")
    #expect(effects == [.copy(token)])
    #expect(state.title == "authscope: token bench")
  }

  @Test func `a run's token comes with its clock, its origin and its server's rules`() throws {
    var stage = try Stage()
    stage.loop.open("jwt/alg-none", message: 6)
    stage.press("l", "l", "t")
    let bench = try #require(stage.bench)
    guard case .run(let scenario, let message, _) = bench.subject.source else {
      Issue.record("\(bench.subject.source)")
      return
    }
    #expect(scenario == "jwt/alg-none")
    #expect(stage.text.contains("from jwt/alg-none, message \(message)"))
    #expect(bench.policy.server == "api")
    #expect(bench.policy.rule == .header)
    #expect(bench.policy.issuer == "https://api.test")
    #expect(
      bench.policy.clock.seconds
        == Int(stage.run?.model.time(at: stage.run?.position ?? 0).seconds ?? 0))
    #expect(bench.subject.originalName == "access#1")
    #expect(bench.model.judgement.verdict.standing == .accepted(isOfTheCaller: false))
    #expect(bench.model.changes.map(\.name) == ["alg", "role", "signature"])
    // Naming the algorithm oneself is what the server left out.
    stage.press("4", "g", "e")
    stage.type("HS256")
    stage.press("Enter")
    #expect(stage.bench?.model.judgement.verdict.exitCode == 14)
    #expect(stage.bench?.policy.server == nil)
    stage.press("q")
    #expect(stage.loop.state.screen == .run)
  }

  @Test func `an honest token of a run is verified by the rules of its server`() throws {
    var stage = try Stage()
    stage.loop.open("jwt/alg-none", variant: nil, message: 3)
    stage.press("t")
    #expect(stage.bench?.key?.origin == "of api")
    stage.press("4", "g", "e")
    stage.type("HS256")
    stage.press("Enter")
    #expect(stage.bench?.model.judgement.verdict.isVerified == true)
  }

  @Test func `a message without a token says so`() throws {
    var stage = try Stage()
    stage.loop.open("session/logout-revocation")
    stage.press("t")
    #expect(stage.text.contains("There is no token in this message."))
    #expect(stage.loop.state.benches.isEmpty)
  }

  // Other kinds of token.

  private struct Counter: Randomness {
    var next: UInt8 = 0
    mutating func bytes(_ count: Int) -> [UInt8] {
      (0..<count).map { _ in
        next &+= 1
        return next
      }
    }
  }

  @Test
  func `an encrypted token shows five parts, opens with its key, and what is inside opens too`()
    throws
  {
    let inner = try BenchTests.token()
    let key = JWK(secret: BenchTests.secret)
    var random = Counter()
    let text = try TokenEncryptor(.direct, .a256gcm, key)
      .encrypt(Array(inner.utf8), header: ["cty": "JWT"], using: &random)
    var stage = try Stage()
    stage.paste(text)
    #expect(stage.text.contains("ENCRYPTED, NOT OPENED: no key given"))
    for name in ["encrypted key 0", "iv 16", "ciphertext 220", "tag 22"] {
      let isThere = stage.text.contains(name)
      #expect(isThere, "\(name)")
    }
    stage.press("o")
    #expect(stage.text.contains("There is no token inside this one"))
    stage.press("K", "2")
    stage.paste(String(decoding: BenchTests.secret, as: UTF8.self))
    stage.press("Enter")
    #expect(stage.text.contains("OPENED, NOT VERIFIED"))
    let isVerified = stage.frame.grid.cells.contains { $0.role == .verified }
    #expect(!isVerified)
    stage.press("o")
    #expect(stage.bench?.subject.text == inner)
    #expect(stage.text.contains("from inside another token"))
    stage.press("q")
    #expect(stage.bench?.subject.text == text)
    stage.press("3", "x", "s", "e")
    #expect(stage.bench?.subject.text == text)
  }

  @Test func `a JWS in JSON is judged by each of its signatures`() throws {
    let key = JWK(secret: BenchTests.secret)
    let good = try TokenSigner(.hs256, key).sign(protected: ["alg": "HS256"], payload: [1, 2, 3])
    let bad = SignedMessage.Signature(
      protected: good.protected, header: JSONObject(), value: "AAAA")
    let message = SignedMessage(
      payload: Base64.url([1, 2, 3]), signatures: [bad, good], isFlattened: false)
    var stage = try Stage()
    stage.paste(message.json.text())
    #expect(stage.text.contains("JSON form"))
    stage.press("K", "2")
    stage.type(String(decoding: BenchTests.secret, as: UTF8.self))
    stage.press("Enter")
    #expect(stage.bench?.model.judgement.verdict.isVerified == true)
    #expect(stage.bench?.model.judgement.signatureCount == 2)
    stage.press("2", "e")
    #expect(stage.text.contains("edited as text"))
  }

  @Test(arguments: [
    ("eyJhbGciOiJIUzI1NiJ9", 10), ("eyJhbGciOiJIUzI1NiJ9.eyJhIjox", 10),
    ("eyJhbGciOiJIUzI1NiJ9.!!!.x", 10), ("eyJhbGciOiJIUzI1NiJ9.e30.x.y", 10),
  ])
  func `a broken token shows what can be read`(_ text: String, _ exit: Int) throws {
    var stage = try Stage()
    stage.paste(try BenchTests.token())
    run("edit-token", &stage)
    stage.press("Ctrl-U")
    stage.type(text)
    stage.press("Enter")
    #expect(stage.bench?.subject.text == text)
    #expect(stage.bench?.model.judgement.verdict.exitCode == exit)
    #expect(stage.text.contains("MALFORMED"))
  }
}
