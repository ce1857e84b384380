/// A whole CSI sequence (ECMA-48, section 5.4) and what it means as input.
struct ControlSequence {
  private let isPrivate: Bool
  private let isMouse: Bool
  private let parameters: [Int?]
  private let final: UInt8

  init(_ bytes: [UInt8], final: UInt8) {
    self.final = final
    isMouse = bytes.first == UInt8(ascii: "<")
    isPrivate = bytes.first.map { (0x3C...0x3F).contains($0) } ?? false
    let rest = isPrivate ? bytes.dropFirst() : bytes[...]
    parameters = rest.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      // What follows a colon refines the parameter; nothing here needs it.
      Int(String(decoding: $0.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self))
    }
  }

  private func parameter(_ index: Int, default value: Int) -> Int {
    (index < parameters.count ? parameters[index] : nil) ?? value
  }

  var startsPaste: Bool {
    !isPrivate && final == UInt8(ascii: "~") && parameter(0, default: 0) == 200
  }

  var event: InputEvent? {
    if isMouse { return mouse }
    if isPrivate { return nil }
    let modifiers = KeyModifiers(parameter: parameter(1, default: 1))
    switch final {
    case UInt8(ascii: "I"): return .focus(true)
    case UInt8(ascii: "O"): return .focus(false)
    case UInt8(ascii: "Z"): return .key(KeyPress(.backtab, modifiers.subtracting(.shift)))
    case UInt8(ascii: "u"): return unicodeKey(parameter(0, default: 0), modifiers)
    case UInt8(ascii: "~"): return tildeKey(modifiers)
    case 0x61...0x64:  // a to d: Shift and an arrow, from rxvt
      return Key(final: final - 0x20).map { .key(KeyPress($0, .shift)) }
    default:
      // A first parameter other than 1 makes it a report, such as the cursor's position.
      guard parameter(0, default: 1) == 1 else { return nil }
      return Key(final: final).map { .key(KeyPress($0, modifiers)) }
    }
  }

  private var mouse: InputEvent? {
    let released = final == UInt8(ascii: "m")
    guard released || final == UInt8(ascii: "M"), parameters.count == 3 else { return nil }
    return MouseEvent(
      code: parameter(0, default: -1), x: parameter(1, default: 0), y: parameter(2, default: 0),
      released: released
    ).map { .mouse($0) }
  }

  private func tildeKey(_ modifiers: KeyModifiers) -> InputEvent? {
    let number = parameter(0, default: 0)
    if number == 27 {  // xterm's modifyOtherKeys
      return unicodeKey(parameter(2, default: 0), modifiers)
    }
    return Key(tilde: number).map { .key(KeyPress($0, modifiers)) }
  }

  /// A key by its code point and modifiers, as terminals send those that have no byte of their own.
  private func unicodeKey(_ code: Int, _ modifiers: KeyModifiers) -> InputEvent? {
    guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init), code > 0 else {
      return nil
    }
    if code < 0x20 || code == 0x7F {
      let key = Key(byte: UInt8(code))
      if key == .tab, modifiers.contains(.shift) {
        return .key(KeyPress(.backtab, modifiers.subtracting(.shift)))
      }
      return .key(KeyPress(key, modifiers))
    }
    // The private use area holds keys that have no character, such as Caps Lock.
    guard !(0xE000...0xF8FF).contains(code) else { return nil }
    if modifiers.contains(.control), scalar.isASCII {
      let lower = Character(scalar).lowercased()
      return .key(KeyPress(.ctrl(Character(lower)), modifiers.subtracting([.control, .shift])))
    }
    let shifted = modifiers.contains(.shift) ? Character(scalar).uppercased() : String(scalar)
    let character = shifted.count == 1 ? Character(shifted) : Character(scalar)
    return .key(KeyPress(.char(character), modifiers.subtracting(.shift)))
  }
}

extension KeyModifiers {
  /// xterm's parameter: 1 and the sum of Shift 1, Alt 2, Control 4; Meta 8 counts as Alt.
  init(parameter: Int) {
    let bits = max(0, min(parameter, 256) - 1)
    self = KeyModifiers(rawValue: UInt8(bits & 7))
    if bits & 8 != 0 { insert(.alt) }
  }
}
