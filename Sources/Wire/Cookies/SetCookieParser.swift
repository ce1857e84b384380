extension SetCookie {
  /// Reads the header's value as a browser does; throws the reason why nothing can be stored.
  package static func parse(_ header: String) throws(CookieReason) -> SetCookie {
    try SetCookieParser(text: Array(header.utf8)[...]).parse()
  }
}

/// The algorithm of RFC 6265bis 5.6, over the header's bytes.
struct SetCookieParser {
  typealias Text = ArraySlice<UInt8>
  static let largestCookie = 4096
  static let largestAttribute = 1024

  let text: Text

  func parse() throws(CookieReason) -> SetCookie {
    guard !text.contains(where: Self.isControl) else { throw .controlCharacter }
    let (pair, attributes) = Self.split(text, at: UInt8(ascii: ";"))
    let (left, right) = Self.split(pair, at: UInt8(ascii: "="))
    // Without an equals sign the whole text is the value of a cookie that has no name.
    let name = Self.trim(right == nil ? pair[pair.endIndex...] : left)
    let value = Self.trim(right ?? pair)
    guard name.count + value.count <= Self.largestCookie else { throw .tooLarge }
    guard !name.isEmpty || !value.isEmpty else { throw .empty }
    var cookie = SetCookie(
      String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self))
    var rest = attributes
    while let unparsed = rest {
      let (attribute, following) = Self.split(unparsed, at: UInt8(ascii: ";"))
      Self.read(attribute, into: &cookie)
      rest = following
    }
    return cookie
  }

  private static func read(_ attribute: Text, into cookie: inout SetCookie) {
    let (left, right) = split(attribute, at: UInt8(ascii: "="))
    let name = String(decoding: trim(left), as: UTF8.self)
    let bytes = trim(right ?? attribute[attribute.endIndex...])
    let value = String(decoding: bytes, as: UTF8.self)
    if bytes.count <= largestAttribute, apply(name, value, to: &cookie) { return }
    if !name.isEmpty || !value.isEmpty { cookie.ignored.append(Pair(name, value)) }
  }

  /// False when a browser ignores the attribute. The last attribute of a kind counts.
  private static func apply(
    _ name: String, _ value: String, to cookie: inout SetCookie
  ) -> Bool {
    switch ASCII.lowercased(name) {
    case "expires":
      guard let date = CookieDate.parse(value) else { return false }
      cookie.expires = date
    case "max-age":
      guard let seconds = maxAge(value) else { return false }
      cookie.maxAge = seconds
    case "domain":
      cookie.domain = ASCII.lowercased(value.hasPrefix(".") ? value.dropFirst() : value[...])
    case "path": cookie.path = value
    case "secure": cookie.isSecure = true
    case "httponly": cookie.isHTTPOnly = true
    case "samesite":
      cookie.sameSite = SameSite(attribute: value)
      return cookie.sameSite != .unspecified
    default: return false
    }
    return true
  }

  /// RFC 6265bis 5.6.2: a digit, or a minus sign and a digit, and then digits only.
  private static func maxAge(_ value: String) -> Int64? {
    let digits = value.hasPrefix("-") ? value.dropFirst() : value[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
    // A number beyond 64 bits is beyond the cap too.
    return Int64(value) ?? (value.hasPrefix("-") ? 0 : .max)
  }

  /// The text before the first separator, and the text after it if there is one.
  private static func split(_ text: Text, at separator: UInt8) -> (Text, Text?) {
    guard let index = text.firstIndex(of: separator) else { return (text, nil) }
    return (text[..<index], text[(index + 1)...])
  }

  private static func trim(_ text: Text) -> Text {
    var text = text
    while let first = text.first, first == 32 || first == 9 { text.removeFirst() }
    while let last = text.last, last == 32 || last == 9 { text.removeLast() }
    return text
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    (byte < 32 && byte != 9) || byte == 127
  }
}
