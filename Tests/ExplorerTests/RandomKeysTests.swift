import CellUI
import Testing

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
    "u", "b", "d", "y", " ", ":", "?", "/", "7", "x", .enter, .esc, .tab, .backtab, .up, .down,
    .left, .right, .pageUp, .pageDown, .home, .end, .backspace, .ctrl("l"), .ctrl("z"),
  ]

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
      case 1 where round.isMultiple(of: 7):
        stage.loop.open(
          Bool.random(using: &generator) ? "jwt/alg-none" : "session/logout-revocation")
      default:
        if let key = Self.keys.randomElement(using: &generator) {
          stage.loop.feed([.key(KeyPress(key))])
        }
      }
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
