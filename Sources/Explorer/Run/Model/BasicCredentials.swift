import Wire

/// What an Authorization header of the scheme Basic stands for (RFC 7617 2).
struct BasicCredentials: Hashable {
  let user: String
  let password: String

  /// Nil for another scheme, or where it is no Base64 of a name and a password.
  init?(_ header: String) {
    let parts = header.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, ASCII.equalFolded(String(parts[0]), "basic"),
      let bytes = try? Base64.decodeStandard(parts[1]),
      let text = String(validating: bytes, as: UTF8.self),
      let colon = text.firstIndex(of: ":")
    else { return nil }
    user = String(text[..<colon])
    password = String(text[text.index(after: colon)...])
  }
}
