/// Turns the bytes of a terminal into events: UTF-8, the sequences of ECMA-48 and xterm, SGR mouse
/// reports (mode 1006) and bracketed paste (mode 2004).
///
/// Pure: feed it bytes as they come, in any portions. A lone Esc cannot be told from the start of a
/// sequence by its bytes; when `isPending` stays true for the escape delay, call `flush`.
package struct KeyParser: Sendable {
  private enum State {
    case ground
    case utf8(UTF8Collector, alt: Bool)
    case escape
    case ss3
    case csi([UInt8])
    /// The terminal's answers and other strings; dropped up to their end.
    case string(length: Int, introducer: UInt8, sawEscape: Bool)
    /// The three bytes of a mouse report of the old kind.
    case oldMouse([UInt8])
    /// The one byte of a function key of the Linux console.
    case linuxFunction
  }

  /// Longer sequences are no keys: they are dropped.
  private static let sequenceLimit = 64
  private static let stringLimit = 4096

  private var state = State.ground
  /// Apart from the state, so that its bytes grow in place.
  private var paste: PasteCollector?
  private let pasteLimit: Int

  package init(pasteLimit: Int = 16 << 20) { self.pasteLimit = pasteLimit }

  /// Whether what has come so far may be a whole key or the start of a longer one.
  package var isPending: Bool {
    switch state {
    case .ground: false
    case .string(let length, _, _): length == 0
    case .utf8, .escape, .ss3, .csi, .oldMouse, .linuxFunction: true
    }
  }

  package mutating func feed(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
    var events: [InputEvent] = []
    for byte in bytes { step(byte, &events) }
    return events
  }

  /// Nothing more came in time: what is pending is taken as it stands.
  package mutating func flush() -> [InputEvent] {
    guard isPending else { return [] }
    defer { state = .ground }
    switch state {
    case .escape: return [.key(KeyPress(.esc))]
    case .ss3: return [.key(KeyPress(.char("O"), .alt))]
    case .csi(let bytes): return bytes.isEmpty ? [.key(KeyPress(.char("["), .alt))] : []
    case .string(_, let introducer, _):
      return [.key(KeyPress(.char(Character(Unicode.Scalar(introducer))), .alt))]
    case .utf8(_, let alt): return [.key(KeyPress(.char("\u{FFFD}"), alt ? .alt : []))]
    case .ground, .oldMouse, .linuxFunction: return []
    }
  }

  private mutating func step(_ byte: UInt8, _ events: inout [InputEvent]) {
    if paste != nil {
      if let event = paste?.take(byte) {
        events.append(event)
        paste = nil
      }
      return
    }
    let current = state
    state = .ground
    switch current {
    case .ground: ground(byte, alt: false, &events)
    case .utf8(let collector, let alt): utf8(byte, collector, alt: alt, &events)
    case .escape: escape(byte, &events)
    case .ss3: ss3(byte, &events)
    case .csi(let bytes): csi(byte, bytes, &events)
    case .string(let length, let introducer, let sawEscape):
      string(byte, length, introducer, sawEscape: sawEscape, &events)
    case .oldMouse(let bytes): oldMouse(byte, bytes, &events)
    case .linuxFunction:
      if (0x41...0x45).contains(byte) { events.append(.key(KeyPress(.function(Int(byte) - 0x40)))) }
    }
  }

  private mutating func ground(_ byte: UInt8, alt: Bool, _ events: inout [InputEvent]) {
    if byte == 0x1B {
      state = .escape
    } else if byte >= 0x80 {
      guard let collector = UTF8Collector(lead: byte) else {
        events.append(.key(KeyPress(.char("\u{FFFD}"), alt ? .alt : [])))
        return
      }
      state = .utf8(collector, alt: alt)
    } else {
      events.append(.key(KeyPress(Key(byte: byte), alt ? .alt : [])))
    }
  }

  private mutating func utf8(
    _ byte: UInt8, _ collector: UTF8Collector, alt: Bool, _ events: inout [InputEvent]
  ) {
    var collector = collector
    switch collector.take(byte) {
    case .more: state = .utf8(collector, alt: alt)
    case .complete(let character): events.append(.key(KeyPress(.char(character), alt ? .alt : [])))
    case .broken:
      events.append(.key(KeyPress(.char("\u{FFFD}"), alt ? .alt : [])))
      ground(byte, alt: false, &events)
    }
  }

  private mutating func escape(_ byte: UInt8, _ events: inout [InputEvent]) {
    switch byte {
    case 0x1B:
      events.append(.key(KeyPress(.esc)))
      state = .escape
    case UInt8(ascii: "["): state = .csi([])
    case UInt8(ascii: "O"): state = .ss3
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      state = .string(length: 0, introducer: byte, sawEscape: false)
    default: ground(byte, alt: true, &events)
    }
  }

  private mutating func ss3(_ byte: UInt8, _ events: inout [InputEvent]) {
    if byte == 0x1B {
      events.append(.key(KeyPress(.char("O"), .alt)))
      state = .escape
    } else if let key = Key(final: byte) ?? Key(keypad: byte) {
      events.append(.key(KeyPress(key)))
    }
  }

  private mutating func csi(_ byte: UInt8, _ bytes: [UInt8], _ events: inout [InputEvent]) {
    if byte == UInt8(ascii: "["), bytes.isEmpty {
      state = .linuxFunction
    } else if (0x20...0x3F).contains(byte) {
      if bytes.count < Self.sequenceLimit { state = .csi(bytes + [byte]) }
    } else if byte == UInt8(ascii: "M"), bytes.isEmpty {
      state = .oldMouse([])
    } else if (0x40...0x7E).contains(byte) {
      let sequence = ControlSequence(bytes, final: byte)
      if sequence.startsPaste {
        paste = PasteCollector(limit: pasteLimit)
      } else if let event = sequence.event {
        events.append(event)
      }
    } else {
      // A control or a byte of text breaks the sequence off and counts for itself.
      ground(byte, alt: false, &events)
    }
  }

  private mutating func string(
    _ byte: UInt8, _ length: Int, _ introducer: UInt8, sawEscape: Bool,
    _ events: inout [InputEvent]
  ) {
    if sawEscape {
      if byte != UInt8(ascii: "\\") { escape(byte, &events) }
    } else if byte == 0x1B {
      state = .string(length: length + 1, introducer: introducer, sawEscape: true)
    } else if byte != 0x07, length < Self.stringLimit {
      state = .string(length: length + 1, introducer: introducer, sawEscape: false)
    }
  }

  private mutating func oldMouse(_ byte: UInt8, _ bytes: [UInt8], _ events: inout [InputEvent]) {
    guard bytes.count == 2 else {
      state = .oldMouse(bytes + [byte])
      return
    }
    let parts = (bytes + [byte]).map { Int($0) - 32 }
    let event = MouseEvent(
      code: parts[0], x: parts[1], y: parts[2], released: parts[0] & 0x43 == 3)
    if let event { events.append(.mouse(event)) }
  }
}
