/// Finds many patterns in a text in one pass, whatever their number.
///
/// Anchored at the last eight bytes of each pattern: tokens begin alike (`eyJhbGci`) and end apart.
struct SecretTable {
  static let anchor = 8

  private var patterns: [SecretPattern] = []
  /// The newest pattern with that anchor, and for each pattern the one before it.
  private var newest: [UInt64: Int32] = [:]
  private var older: [Int32] = []
  /// Tells most places of a text apart from all anchors without a look into the dictionary.
  private var filter: [UInt64]
  private let shift: UInt64

  /// Patterns shorter than an anchor are left out.
  init(_ patterns: [SecretPattern]) {
    let wanted = max(1024, patterns.count * 16)
    let bits = UInt64(Int.bitWidth - (wanted - 1).leadingZeroBitCount)
    filter = Array(repeating: 0, count: (1 << Int(bits)) / 64)
    shift = 64 - bits
    for pattern in patterns where pattern.bytes.count >= Self.anchor { add(pattern) }
  }

  private mutating func add(_ pattern: SecretPattern) {
    let key = pattern.bytes.suffix(Self.anchor).reversed().reduce(UInt64(0)) {
      $0 << 8 | UInt64($1)
    }
    let slot = slot(key)
    filter[slot >> 6] |= 1 << UInt64(slot & 63)
    older.append(newest[key] ?? -1)
    newest[key] = Int32(patterns.count)
    patterns.append(pattern)
  }

  /// Multiplication by 2^64 divided by the golden ratio spreads the bits into the upper ones.
  private func slot(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift) }

  /// Every occurrence, by its end.
  func matches(in text: UnsafeBufferPointer<UInt8>) -> [(start: Int, pattern: SecretPattern)] {
    guard text.count >= Self.anchor, !patterns.isEmpty else { return [] }
    var out: [(start: Int, pattern: SecretPattern)] = []
    let raw = UnsafeRawBufferPointer(text)
    for at in 0...(text.count - Self.anchor) {
      let key = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let slot = slot(key)
      guard filter[slot >> 6] >> UInt64(slot & 63) & 1 == 1, var next = newest[key] else {
        continue
      }
      while next >= 0 {
        let pattern = patterns[Int(next)]
        let start = at + Self.anchor - pattern.bytes.count
        if start >= 0, pattern.bytes.indices.allSatisfy({ text[start + $0] == pattern.bytes[$0] }) {
          out.append((start, pattern))
        }
        next = older[Int(next)]
      }
    }
    return out
  }
}
