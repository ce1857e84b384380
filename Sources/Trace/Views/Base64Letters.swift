/// Runs of Base64 letters in a text.
enum Base64Letters {
  static func contains(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 43, 45, 47, 95: true
    default: false
    }
  }

  /// Whether a place lies in the header or the claims of a JWT: its own run of letters, or the one
  /// before the dot in front of it, begins as the Base64 of `{"` does.
  static func isInsideToken(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let start = runStart(text, before: index)
    if beginsAsObject(text, start) { return true }
    guard start > 0, text[start - 1] == UInt8(ascii: ".") else { return false }
    return beginsAsObject(text, runStart(text, before: start - 1))
  }

  private static func runStart(_ text: UnsafeBufferPointer<UInt8>, before index: Int) -> Int {
    var start = index
    while start > 0, contains(text[start - 1]) { start -= 1 }
    return start
  }

  private static func beginsAsObject(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    text[start...].starts(with: "eyJ".utf8)
  }
}
