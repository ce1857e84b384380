import Foundation
import FuzzProperties
import Testing

/// Damage of every kind, the same in each run; AUTHSCOPE_MUTATIONS asks for more of it.
@Suite struct `A HAR that somebody has edited by chance` {
  private struct Chance {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(1, bound)))
    }
  }

  private static let pieces = [
    "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "1e999", "-9223372036854775808", "\\ud800",
    "\u{0}", "\u{FEFF}", "https://", "\"log\":{", "300", "999999999999999999999",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999-23:59", "eyJhbGciOiJub25lIn0.e30.", "%00", "\"time\":-1e300,",
  ].map { Array($0.utf8) }

  private func edited(_ bytes: [UInt8], _ other: [UInt8], _ chance: inout Chance) -> [UInt8] {
    var out = bytes
    for _ in 0...chance.below(4) {
      let place = chance.below(out.count + 1)
      switch chance.below(6) {
      case 0 where place < out.count: out[place] = UInt8(chance.below(256))
      case 1: out.removeSubrange(place..<min(out.count, place + 1 + chance.below(40)))
      case 2: out.insert(contentsOf: Self.pieces[chance.below(Self.pieces.count)], at: place)
      case 3: out = Array(out.prefix(place))
      case 4:
        let start = chance.below(other.count)
        out.insert(contentsOf: other[start..<min(other.count, start + 200)], at: place)
      default:
        let end = min(out.count, place + 1 + chance.below(300))
        out.insert(contentsOf: out[place..<end], at: place)
      }
    }
    return out
  }

  @Test func `is opened as far as it is whole`() throws {
    let property = try #require(FuzzProperty.all.first { $0.name == "har" })
    let files = try FileManager.default.contentsOfDirectory(
      at: `The readers against every input that a fuzzer kept`.folder.appendingPathComponent("har"),
      includingPropertiesForKeys: nil
    ).sorted { $0.path < $1.path }
    let seeds = try property.seeds() + files.map { [UInt8](try Data(contentsOf: $0)) }
    let count =
      ProcessInfo.processInfo.environment["AUTHSCOPE_MUTATIONS"].flatMap { Int($0) } ?? 300
    var chance = Chance(state: 2026)
    for number in 0..<count {
      let input = edited(
        seeds[chance.below(seeds.count)], seeds[chance.below(seeds.count)], &chance)
      do {
        try property.check(input)
      } catch {
        Issue.record("edit \(number): \(error)\n\(String(decoding: input, as: UTF8.self))")
        return
      }
    }
  }
}
