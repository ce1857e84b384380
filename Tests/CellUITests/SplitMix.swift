/// A small generator with a seed, so that a random test that fails can be run again.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// A text with everything that Unicode has, hostile characters more often than they occur.
  mutating func text(scalars count: Int) -> String {
    let hostile: [UInt32] = [
      0x1B, 0x07, 0x0A, 0x0D, 0x9B, 0x7F, 0x00, 0x200B, 0x200D, 0x202E, 0x2066, 0x2028, 0xFEFF,
      0xFE0F, 0x301, 0x336, 0xE0041, 0x1F3FD, 0x3000, 0x65E5, 0x1F600, 0x41, 0x20,
    ]
    var text = ""
    while text.unicodeScalars.count < count {
      let value =
        below(2) == 0
        ? hostile[below(hostile.count)] : UInt32(below([0x80, 0x3000, 0x110000][below(3)]))
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    return text
  }
}
