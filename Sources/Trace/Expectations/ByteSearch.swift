/// Looks for one text in another byte by byte: secrets and protocol text are equal only so.
package enum ByteSearch {
  /// The byte where the part first begins, at or after a byte; an empty part is nowhere.
  package static func first(_ part: String, in text: String, from start: Int = 0) -> Int? {
    var part = part
    var text = text
    return part.withUTF8 { part in text.withUTF8 { text in first(part, in: text, from: start) } }
  }

  static func first(
    _ part: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard let head = part.first, let tail = part.last, part.count + start <= text.count else {
      return nil
    }
    let length = part.count
    for at in start...(text.count - length) {
      guard text[at] == head, text[at + length - 1] == tail else { continue }
      if (1..<length).allSatisfy({ text[at + $0] == part[$0] }) { return at }
    }
    return nil
  }

  /// Whether the part stands in the text with nothing but separators or the ends around it.
  static func containsWords(_ part: String, in text: String) -> Bool {
    let bytes = Array(text.utf8)
    let length = part.utf8.count
    var start = 0
    while let at = first(part, in: text, from: start) {
      let endsWell = at + length == bytes.count || isSeparator(bytes[at + length])
      if endsWell, at == 0 || isSeparator(bytes[at - 1]) { return true }
      start = at + 1
    }
    return false
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...32, UInt8(ascii: ","), UInt8(ascii: ";"): true
    default: false
    }
  }
}
