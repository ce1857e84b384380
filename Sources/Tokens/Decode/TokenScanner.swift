import Wire

/// Finds what may be tokens in any text: a bare token however wrapped, a header line, a cookie, a
/// log, a HAR file.
struct TokenScanner {
  private let text: [UInt8]

  init(_ text: [UInt8]) { self.text = text }

  /// The sources in order; a text that is one token and nothing else may be wrapped or cut.
  func sources() -> [TokenSource] {
    if let whole = wholeText() { return [whole] }
    var found: [TokenSource] = []
    var index = 0
    while index < text.count {
      guard isTokenByte(text[index]) else {
        index += 1
        continue
      }
      let end = text[index...].firstIndex { !isTokenByte($0) } ?? text.count
      if let range = candidate(index..<end) { found.append(TokenSource(text, range)) }
      index = end
    }
    return found
  }

  /// The text as one token, with what people copy along taken off.
  private func wholeText() -> TokenSource? {
    var range = trimmed(0..<text.count)
    var stripped: [String] = []
    while let (name, count) = prefix(range) {
      stripped.append(name)
      range = trimmed(range.lowerBound + count..<range.upperBound)
    }
    if let inner = unquoted(range) {
      stripped.append("the quotes")
      range = trimmed(inner)
    }
    if let last = text[range].last, last == UInt8(ascii: ";") || last == UInt8(ascii: ",") {
      range = trimmed(range.lowerBound..<range.upperBound - 1)
    }
    guard !range.isEmpty, isOneToken(range) else { return nil }
    var source = TokenSource(text, range)
    source.notes = stripped.map { TokenNote(.stripped($0)) } + source.notes
    return source
  }

  /// Lines of one token are joined; words with spaces between them are a text.
  private func isOneToken(_ range: Range<Int>) -> Bool {
    let bytes = text[range]
    guard bytes.allSatisfy({ isLenientByte($0) || TokenSource.isWhiteSpace($0) }) else {
      return false
    }
    let firstPart = bytes.prefix { $0 != UInt8(ascii: ".") }
    let lines = bytes.split(whereSeparator: TokenSource.isWhiteSpace)
    guard lines.dropFirst().allSatisfy({ !startsToken($0) }) else { return false }
    return startsToken(firstPart) && (bytes.contains(UInt8(ascii: ".")) || lines.count == 1)
  }

  /// `{"` and its like in Base64: what every header begins with.
  private func startsToken(_ bytes: ArraySlice<UInt8>) -> Bool {
    let digits = bytes.filter { !TokenSource.isWhiteSpace($0) }.prefix(4)
    guard digits.count >= 2,
      let decoded = try? Base64.decodeLenient(
        String(decoding: digits.count == 4 ? digits : digits + [65, 65], as: UTF8.self))
    else { return false }
    return decoded.bytes.first == UInt8(ascii: "{")
  }

  /// A run in a text counts when its first part is a header, cut off from what sticks to it.
  private func candidate(_ run: Range<Int>) -> Range<Int>? {
    var range = run
    while range.count > 1,
      text[range.lowerBound] == UInt8(ascii: "=")
        || text[range.lowerBound] == UInt8(ascii: ".")
    { range = range.lowerBound + 1..<range.upperBound }
    // name=eyJ...: a cookie or parameter that stands before the token.
    if let sign = text[range].firstIndex(of: UInt8(ascii: "=")), sign + 1 < range.upperBound,
      !startsToken(text[range].prefix { $0 != UInt8(ascii: ".") })
    {
      range = sign + 1..<range.upperBound
    }
    let dots = text[range].count { $0 == UInt8(ascii: ".") }
    // A full stop of the sentence around it, not the end of an unsigned token.
    if text[range].last == UInt8(ascii: "."), dots != 2 {
      range = range.lowerBound..<range.upperBound - 1
    }
    let header = text[range].prefix { $0 != UInt8(ascii: ".") }
    guard dots >= 1, startsToken(header),
      let decoded = try? Base64.decodeLenient(String(decoding: header, as: UTF8.self)),
      (try? JSONValue.parse(decoded.bytes, limits: .lenient))?.object != nil
    else { return nil }
    return range
  }

  private func prefix(_ range: Range<Int>) -> (String, Int)? {
    for word in ["authorization:", "cookie:", "set-cookie:", "bearer", "dpop", "token", "jwt"] {
      guard starts(range, with: word) else { continue }
      let next = range.lowerBound + word.utf8.count
      let isField = word.utf8.last == UInt8(ascii: ":")
      guard isField || (next < range.upperBound && TokenSource.isWhiteSpace(text[next])) else {
        continue
      }
      return (String(decoding: text[range.lowerBound..<next], as: UTF8.self), word.utf8.count)
    }
    return cookieName(range)
  }

  /// `name=` before something that begins like a token.
  private func cookieName(_ range: Range<Int>) -> (String, Int)? {
    guard let sign = text[range].firstIndex(of: UInt8(ascii: "=")), sign + 1 < range.upperBound,
      text[range.lowerBound..<sign].allSatisfy({ isTokenByte($0) && $0 != UInt8(ascii: ".") }),
      !startsToken(text[range]), startsToken(text[sign + 1..<range.upperBound])
    else { return nil }
    let count = sign + 1 - range.lowerBound
    return (String(decoding: text[range.lowerBound...sign], as: UTF8.self), count)
  }

  private func starts(_ range: Range<Int>, with word: String) -> Bool {
    range.count >= word.utf8.count
      && zip(text[range], word.utf8).allSatisfy { ASCII.lower($0) == $1 }
  }

  private func unquoted(_ range: Range<Int>) -> Range<Int>? {
    guard range.count > 2, let first = text[range].first, text[range].last == first,
      first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") || first == UInt8(ascii: "`")
    else { return nil }
    return range.lowerBound + 1..<range.upperBound - 1
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let slice = text[range]
    let start = slice.firstIndex { !TokenSource.isWhiteSpace($0) } ?? range.upperBound
    let end = slice.lastIndex { !TokenSource.isWhiteSpace($0) }.map { $0 + 1 } ?? start
    return start..<end
  }

  private func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 45, 46, 48...57, 61, 65...90, 95, 97...122: true
    default: false
    }
  }

  /// In a text that is one token, the standard alphabet cannot be part of a path.
  private func isLenientByte(_ byte: UInt8) -> Bool {
    isTokenByte(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
  }
}
