import CellUI
import Testing
import Wire

@testable import Explorer

@Suite struct RandomKeysTests {
  /// A generator that gives the same keys in every run.
  struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  static let keys: [Key] = [
    "l", "h", "j", "k", "a", "A", "c", "C", "g", "G", "1", "2", "3", "4", "5", "z", "v", "i", "I",
    "u", "b", "d", "y", " ", ":", "?", "/", "7", "x", "t", "p", "o", "e", "s", "K", "R", "w", "O",
    "n", "N", "=", "M", "r", "f", "E", "m", "0", .delete, .ctrl("u"), .enter, .esc, .tab, .backtab,
    .up, .down,
    .left, .right, .pageUp, .pageDown, .home, .end, .backspace, .ctrl("l"), .ctrl("z"),
  ]

  static let pastes = [
    SampleToken.text, "nothing\nq", "eyJhbGciOiJIUzI1NiJ9", SampleToken.secret,
    "\(SampleToken.text)\n\(SampleToken.wellKnown)", "{\"kty\":\"oct\",\"k\":\"AAAA\"}",
    "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA",
    "{\"payload\":\"e30\",\"protected\":\"eyJhbGciOiJIUzI1NiJ9\",\"signature\":\"AA\"}",
  ]

  @Test func `ten thousand random keys and pastes leave the bench whole`() throws {
    var generator = SplitMix(state: 7)
    var stage = try Stage(files: ["q": Array(SampleToken.wellKnown.utf8)])
    for round in 0..<10_000 {
      switch Int.random(in: 0..<30, using: &generator) {
      case 0:
        stage.resize(
          Int.random(in: 20...210, using: &generator), Int.random(in: 5...62, using: &generator))
      case 1, 2: stage.paste(Self.pastes.randomElement(using: &generator) ?? "")
      default:
        if let key = Self.keys.randomElement(using: &generator) {
          stage.loop.feed([.key(KeyPress(key))])
        }
      }
      #expect(stage.loop.state.benches.count < 6)
      guard round.isMultiple(of: 3) else { continue }
      let frame = stage.frame
      #expect(frame.grid.size == stage.loop.state.size)
      if let cursor = frame.cursor { #expect(frame.grid.bounds.contains(cursor)) }
      if stage.loop.isOver { stage = try Stage() }
    }
  }

  /// Text that a terminal would act on, or that would make one value look like another.
  static let hostile: [String] = [
    "\u{1B}]0;x\u{7}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{9B}2J", "\u{0}", "\u{7F}", "\r",
    "\n",
    "\t", "\u{FEFF}", "\u{301}", "\u{1F468}\u{200D}\u{1F469}", "\u{85}", "\u{2028}", "漢", "a",
    "\"",
    "\\",
    "{", "}",
  ]

  private static func acts(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x9F || scalar.value == 0x2028 || scalar.properties.generalCategory == .format
  }

  private static func word(_ generator: inout SplitMix) -> String {
    (0..<Int.random(in: 0...6, using: &generator)).map { _ in
      hostile.randomElement(using: &generator) ?? ""
    }.joined()
  }

  private static func hostileToken(_ round: Int, _ generator: inout SplitMix) -> String {
    let header: JSONObject = [
      "alg": .string(round.isMultiple(of: 3) ? "HS256" : word(&generator)),
      "kid": .string(word(&generator)),
    ]
    let claims: JSONObject = [
      "sub": .string(word(&generator)), word(&generator): .string(word(&generator)),
      "exp": .integer(Int64(round) << (round % 40)),
    ]
    let payload = round.isMultiple(of: 7) ? word(&generator) : claims.text()
    return Base64.url(Array(header.text().utf8)) + "." + Base64.url(Array(payload.utf8))
      + (round.isMultiple(of: 5) ? "." : ".AA")
  }

  /// Each of ten in the list of what was found, and one of them on the bench.
  @Test func `ten thousand hostile tokens are drawn, and nothing of them reaches the terminal raw`()
    throws
  {
    var generator = SplitMix(state: 99)
    var stage = try Stage()
    let sizes = [(80, 24), (50, 14), (44, 12)]
    for round in 0..<1000 {
      let (width, height) = round.isMultiple(of: 10) ? (120, 40) : sizes[round % 3]
      stage.resize(width, height)
      let tokens = (0..<10).map { Self.hostileToken(round * 10 + $0, &generator) }
      stage.paste(tokens.joined(separator: "\n"))
      Self.expectHarmless(stage, round)
      stage.press("\(round % 9 + 1)")
      if round.isMultiple(of: 6) {
        stage.press("K", "2")
        stage.paste(Self.word(&generator) + "k")
        stage.press("Enter", "R", "y", "w")
        stage.press("\(round % 5 + 1)", "3", "a")
        stage.paste("role " + Self.word(&generator))
        Self.expectHarmless(stage, round)
        stage.press("Enter")
      }
      #expect(tokens.contains { stage.bench?.subject.text.hasPrefix($0.prefix(8)) ?? false })
      Self.expectHarmless(stage, round)
    }
  }

  private static func expectHarmless(_ stage: Stage, _ round: Int) {
    let text = stage.frame.grid.lines().joined()
    let raw = text.unicodeScalars.first { $0.value < 0x20 || $0.value >= 0x7F && acts($0) }
    #expect(raw == nil, "\(round)")
  }

  @Test func `ten thousand random keys and sizes leave frames whole`() throws {
    var generator = SplitMix(state: 42)
    var stage = try Stage()
    for round in 0..<10_000 {
      switch Int.random(in: 0..<40, using: &generator) {
      case 0:
        let isLarge = round.isMultiple(of: 9)
        stage.resize(
          Int.random(in: 20...(isLarge ? 300 : 130), using: &generator),
          Int.random(in: 5...(isLarge ? 100 : 45), using: &generator))
      case 2 where round.isMultiple(of: 3):
        stage.loop.feed([.paste(Self.pastes.randomElement(using: &generator) ?? "")])
      case 1 where round.isMultiple(of: 7):
        stage.loop.open(
          Bool.random(using: &generator) ? "jwt/alg-none" : "session/logout-revocation")
      default:
        if let key = Self.keys.randomElement(using: &generator) {
          stage.loop.feed([.key(KeyPress(key))])
        }
      }
      if round.isMultiple(of: 11) { stage.loop.poll() }
      // Every message changes the state; a frame of each third keeps the test quick.
      guard round.isMultiple(of: 3) else { continue }
      let frame = stage.frame
      let size = stage.loop.state.size
      #expect(frame.grid.size == size)
      if let cursor = frame.cursor { #expect(frame.grid.bounds.contains(cursor)) }
    }
    #expect(!stage.loop.isOver)
  }

  @Test func `every size from 20 x 5 to 300 x 100 draws`() throws {
    var stage = try Stage()
    stage.loop.open("session/logout-revocation", message: 6)
    for width in stride(from: 20, through: 300, by: 14) {
      for height in stride(from: 5, through: 100, by: 5) {
        stage.resize(width, height)
        #expect(stage.frame.grid.size == Size(width: width, height: height))
      }
    }
  }
}
