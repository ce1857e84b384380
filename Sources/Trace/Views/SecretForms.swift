import Wire

/// One way in which a secret's bytes may stand in a text.
struct SecretPattern {
  let secret: SecretID
  let form: Appearance.Form
  let bytes: [UInt8]
  /// The letters before and behind hold some bits of the secret too (Base64 off its boundaries).
  var spillsBefore = false
  var spillsBehind = false
}

/// The ways to write a secret that are searched for.
enum SecretForms {
  static func patterns(of value: String, secret: SecretID) -> [SecretPattern] {
    let raw = Array(value.utf8)
    var out = [SecretPattern(secret: secret, form: .raw, bytes: raw)]
    func add(_ bytes: [UInt8], _ form: Appearance.Form) {
      if !out.contains(where: { $0.bytes == bytes }) {
        out.append(SecretPattern(secret: secret, form: form, bytes: bytes))
      }
    }
    let isPlain = raw.allSatisfy(isUnreserved)
    if isPlain { return out + base64(raw, secret) }
    add(Array(Percent.encode(value).utf8), .percent)
    add(Array(JSONValue.string(value).text().utf8.dropFirst().dropLast()), .escaped)
    add(Array(HTMLText.escape(value).utf8), .escaped)
    return out + base64(raw, secret)
  }

  /// RFC 3986 2.3: characters that no encoding of text changes.
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 45, 46, 95, 126: true
    default: false
    }
  }

  /// The letters that depend on the secret alone, for each of the three places at which it may
  /// begin in a group, in both alphabets.
  private static func base64(_ raw: [UInt8], _ secret: SecretID) -> [SecretPattern] {
    (0..<3).flatMap { lead -> [SecretPattern] in
      let bits = (lead + raw.count) * 8
      let letters = Array(Base64.url([UInt8](repeating: 0, count: lead) + raw).utf8)
      let firstWhole = [0, 2, 3][lead]
      guard firstWhole < bits / 6 else { return [] }
      let core = Array(letters[firstWhole..<bits / 6])
      let standard = core.map(standardLetter)
      return (core == standard ? [core] : [core, standard]).map {
        SecretPattern(
          secret: secret, form: .base64, bytes: $0, spillsBefore: lead > 0,
          spillsBehind: bits % 6 != 0)
      }
    }
  }

  private static func standardLetter(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "-"): UInt8(ascii: "+")
    case UInt8(ascii: "_"): UInt8(ascii: "/")
    default: letter
    }
  }
}
