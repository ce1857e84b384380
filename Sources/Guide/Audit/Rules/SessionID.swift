import Wire

extension AuditRule {
  static let sessionID = AuditRule(
    "K6-session-id", .error, "Session ids are random: 128 bits from a cryptographic generator",
    row: "K6", references: ["OWASP ASVS 7.2.3", "RFC 9562 8", "CWE-340"], claims: ["S2"],
    scenario: "session/weak-ids#counted", sees: [.run, .archive, .cookie],
    subject: "session ids", blindness: .noCookie
  ) { view in
    var look = AuditLook()
    for it in view.cookies where it.isCredential {
      guard let shape = IDShape(it.cookie.value) else { continue }
      look.subjects += 1
      let name = it.cookie.name
      switch shape {
      case .random: break
      case .number: look.hit("\(name) is a number", at: it.place)
      case .uuid(4): look.hit("\(name) is a UUID of version 4", at: it.place, .note)
      case .uuid(let version): look.hit("\(name) is a UUID of version \(version)", at: it.place)
      case .short(let bits):
        look.hit("\(name) has \(bits) bits at most", at: it.place, .warning)
      }
    }
    return look
  }
}

/// What a session id is made of, as far as it shows.
enum IDShape: Hashable {
  case random
  case number
  case uuid(Int)
  /// Fewer than 128 bits have room in it.
  case short(Int)

  /// Nil for what is no id: a token with claims of its own, or a secret's name in its place.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    if bytes.isEmpty || CookieRole.isToken(text) || bytes.first == UInt8(ascii: "{") { return nil }
    if let version = Self.uuidVersion(bytes) {
      self = .uuid(version)
    } else if bytes.allSatisfy({ (48...57).contains($0) }), bytes.count < 39 {
      self = .number
    } else {
      let bits = Self.room(bytes)
      self = bits < 128 ? .short(bits) : .random
    }
  }

  /// RFC 9562 4: the first digit of the third group.
  private static func uuidVersion(_ bytes: [UInt8]) -> Int? {
    guard bytes.count == 36 else { return nil }
    for (index, byte) in bytes.enumerated() {
      let isDash = [8, 13, 18, 23].contains(index)
      guard isDash ? byte == UInt8(ascii: "-") : isHex(byte) else { return nil }
    }
    return Int(String(decoding: bytes[14...14], as: UTF8.self), radix: 16)
  }

  /// The bits that fit in, by the narrowest alphabet that has all of its letters.
  private static func room(_ bytes: [UInt8]) -> Int {
    bytes.allSatisfy(isHex) ? bytes.count * 4 : bytes.count * 6
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...102).contains(byte | 32)
  }
}
