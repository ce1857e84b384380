import Cryptography
import Trace
import Wire

/// How a server draws its session ids.
enum SessionIDs {
  static func make(_ hand: Hand) -> String {
    switch hand.run.quietLevel("random-ids") {
    case "counter":
      return registered(next(hand), hand, "would have drawn 128 random bits instead of counting")
    case "time":
      return registered(
        TimeUUID(hand).text, hand, "would have drawn 128 random bits instead of reading a clock")
    case _: return hand.mint(.sid)
    }
  }

  private static func registered(_ id: String, _ hand: Hand, _ effect: String) -> String {
    hand.omit("random-ids", "draw the session id at random", would: effect)
    hand.register(.sid, id)
    return id
  }

  /// The number behind the last one; where the counting began is the server's own affair.
  private static func next(_ hand: Hand) -> String {
    let seed = Digest.sha256.hash(Array("\(hand.run.seed) ids of \(hand.server.name)".utf8))
    let start = seed.prefix(3).reduce(40_000_000) { $0 + Int($1) * 7919 }
    return String(start + (hand.run.secretCounts[.sid] ?? 0))
  }
}

/// A UUID made of the clock (RFC 9562 5.1, version 1): 60 bits of time, and an origin that stays.
struct TimeUUID: Hashable {
  /// 100-nanosecond ticks since 1582-10-15.
  var ticks: Int64
  /// Clock sequence and node, the same in every id of one server.
  let origin: [UInt8]

  /// Ticks from 1582-10-15 to 1970-01-01.
  private static let epoch: Int64 = 0x01B2_1DD2_1381_4000
  private static let ticksInMillisecond: Int64 = 10_000
  /// A server comes to draw the id within this many milliseconds.
  static let longestDelay: Int64 = 4

  init(_ hand: Hand) {
    // The moment within the second at which the server came to draw it.
    let delay = Int64(hand.run.draw("id-delay", bytes: 1)[0]) % TimeUUID.longestDelay
    ticks = Self.epoch + (hand.now.milliseconds + delay) * Self.ticksInMillisecond
    var origin = Array(
      Digest.sha256.hash(Array("\(hand.run.seed) node of \(hand.server.name)".utf8)).prefix(8))
    origin[0] = origin[0] & 0x3F | 0x80
    self.origin = origin
  }

  /// The id that the same server made some milliseconds later, or earlier.
  func shifted(byMilliseconds milliseconds: Int64) -> TimeUUID {
    var out = self
    out.ticks += milliseconds * Self.ticksInMillisecond
    return out
  }

  /// Nil when the text is no UUID of version 1.
  init?(_ text: String) {
    let digits = text.utf8.filter { $0 != UInt8(ascii: "-") }
    guard text.utf8.count == 36, digits.count == 32 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: 32, by: 2) {
      guard let byte = UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(byte)
    }
    guard bytes[6] >> 4 == 1 else { return nil }
    let order =
      [Int64(bytes[6] & 0x0F), Int64(bytes[7])] + [4, 5, 0, 1, 2, 3].map { Int64(bytes[$0]) }
    ticks = order.reduce(0) { $0 << 8 | $1 }
    origin = Array(bytes[8...])
  }

  var text: String {
    let time = UInt64(ticks)
    let low = Self.hex(time & 0xFFFF_FFFF, digits: 8)
    let middle = Self.hex(time >> 32 & 0xFFFF, digits: 4)
    let high = Self.hex(time >> 48 & 0x0FFF | 0x1000, digits: 4)
    let rest = origin.map { Self.hex(UInt64($0), digits: 2) }
    return [low, middle, high, rest[..<2].joined(), rest[2...].joined()].joined(separator: "-")
  }

  private static func hex(_ value: UInt64, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
