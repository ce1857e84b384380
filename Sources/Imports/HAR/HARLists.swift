import Wire

/// The lists of an entry: headers, cookies, parameters.
enum HARLists {
  /// Names with their values; whatever is no object is passed over.
  static func pairs(_ cursor: inout JSONCursor) throws(JSONError) -> [Pair] {
    var out: [Pair] = []
    try cursor.elementsIfAny { cursor throws(JSONError) in
      if let pair = try pair(&cursor) { out.append(pair) }
    }
    return out
  }

  private static func pair(_ cursor: inout JSONCursor) throws(JSONError) -> Pair? {
    var out = Pair("", "")
    try cursor.membersIfAny { name, cursor throws(JSONError) in
      switch name {
      case "name": out.name = try cursor.stringIfAny() ?? ""
      case "value": out.value = try cursor.stringIfAny() ?? ""
      default: try cursor.skip()
      }
    }
    return out.name.isEmpty && out.value.isEmpty ? nil : out
  }

  /// Set-Cookie lines, made of the list of cookies: some files have nothing else.
  static func setCookies(_ cursor: inout JSONCursor) throws(JSONError) -> [String] {
    var out: [String] = []
    try cursor.elementsIfAny { cursor throws(JSONError) in
      if let line = try setCookie(&cursor) { out.append(line) }
    }
    return out
  }

  private static func setCookie(_ cursor: inout JSONCursor) throws(JSONError) -> String? {
    var cookie = SetCookie("", "")
    try cursor.membersIfAny { name, cursor throws(JSONError) in
      switch name {
      case "name": cookie.name = try cursor.stringIfAny() ?? ""
      case "value": cookie.value = try cursor.stringIfAny() ?? ""
      case "path": cookie.path = try cursor.stringIfAny()
      case "domain":
        cookie.domain = try cursor.stringIfAny().flatMap { $0.isEmpty ? nil : $0 }
      case "httpOnly": cookie.isHTTPOnly = try cursor.flagIfAny() ?? false
      case "secure": cookie.isSecure = try cursor.flagIfAny() ?? false
      case "sameSite":
        cookie.sameSite = SameSite(attribute: try cursor.stringIfAny() ?? "")
      case "expires": cookie.expires = try cursor.stringIfAny().flatMap(HARTime.parse)
      default: try cursor.skip()
      }
    }
    return cookie.name.isEmpty && cookie.value.isEmpty ? nil : cookie.header
  }
}
