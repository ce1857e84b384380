/// The bytes of one scalar of UTF-8 beyond ASCII, as they come (RFC 3629, section 4).
struct UTF8Collector: Sendable {
  enum Progress {
    case more
    case complete(Character)
    /// The byte does not continue the scalar; it begins something else.
    case broken
  }

  private var value: UInt32
  private var missing: Int
  private let minimum: UInt32

  /// Nil when no scalar begins with this byte.
  init?(lead: UInt8) {
    switch lead {
    case 0xC2...0xDF: (value, missing, minimum) = (UInt32(lead & 0x1F), 1, 0x80)
    case 0xE0...0xEF: (value, missing, minimum) = (UInt32(lead & 0x0F), 2, 0x800)
    case 0xF0...0xF4: (value, missing, minimum) = (UInt32(lead & 0x07), 3, 0x10000)
    default: return nil
    }
  }

  mutating func take(_ byte: UInt8) -> Progress {
    guard byte & 0xC0 == 0x80 else { return .broken }
    value = value << 6 | UInt32(byte & 0x3F)
    missing -= 1
    guard missing == 0 else { return .more }
    // Overlong forms and surrogates are not characters.
    guard value >= minimum, let scalar = Unicode.Scalar(value) else {
      return .complete("\u{FFFD}")
    }
    return .complete(Character(scalar))
  }
}
