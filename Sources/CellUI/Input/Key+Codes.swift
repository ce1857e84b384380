extension Key {
  /// The key of a byte of ASCII in raw mode.
  init(byte: UInt8) {
    switch byte {
    case 0x0D, 0x0A: self = .enter
    case 0x09: self = .tab
    case 0x1B: self = .esc
    case 0x7F, 0x08: self = .backspace
    case 0x00: self = .ctrl(" ")
    case 0x01...0x1A: self = .ctrl(Character(Unicode.Scalar(byte | 0x60)))
    case 0x1C...0x1F: self = .ctrl(Character(Unicode.Scalar(byte | 0x40)))
    default: self = .char(Character(Unicode.Scalar(byte)))
    }
  }

  /// The key of a CSI or SS3 sequence that is told by its last byte.
  init?(final: UInt8) {
    switch final {
    case UInt8(ascii: "A"): self = .up
    case UInt8(ascii: "B"): self = .down
    case UInt8(ascii: "C"): self = .right
    case UInt8(ascii: "D"): self = .left
    case UInt8(ascii: "H"): self = .home
    case UInt8(ascii: "F"): self = .end
    case UInt8(ascii: "P")...UInt8(ascii: "S"): self = .function(Int(final) - 0x4F)
    default: return nil
    }
  }

  /// The key of the number block in application mode, SS3 and this byte.
  init?(keypad: UInt8) {
    switch keypad {
    case UInt8(ascii: "M"): self = .enter
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      self = .char(Character(Unicode.Scalar(keypad - 0x40)))
    default: return nil
    }
  }

  /// The key of a CSI sequence that ends in `~`, by its number.
  init?(tilde number: Int) {
    switch number {
    case 1, 7: self = .home
    case 2: self = .insert
    case 3: self = .delete
    case 4, 8: self = .end
    case 5: self = .pageUp
    case 6: self = .pageDown
    case 11...15: self = .function(number - 10)
    case 17...21: self = .function(number - 11)
    case 23, 24: self = .function(number - 12)
    default: return nil
    }
  }
}
