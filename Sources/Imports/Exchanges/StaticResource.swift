import Wire

/// Pictures, style sheets, scripts and fonts: what makes up most of a file and signs nobody in.
enum StaticResource {
  private static let resources: Set<String> = [
    "image", "stylesheet", "script", "font", "media", "manifest", "texttrack", "ping", "beacon",
  ]
  private static let families = ["image/", "font/", "audio/", "video/"]
  private static let types: Set<String> = [
    "text/css", "text/javascript", "application/javascript", "application/x-javascript",
    "application/ecmascript", "application/wasm", "application/font-woff", "application/font-sfnt",
    "application/vnd.ms-fontobject", "application/manifest+json",
  ]
  private static let endings: Set<String> = [
    "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "ico", "css", "js", "mjs", "map", "woff",
    "woff2", "ttf", "otf", "eot", "mp4", "webm", "mp3", "wasm",
  ]

  static func matches(_ entry: HAREntry) -> Bool {
    guard isStatic(entry) else { return false }
    // One that sets a cookie or leads elsewhere says something of the session.
    if (300..<400).contains(entry.status), entry.status != 304 { return false }
    if !entry.responseCookies.isEmpty { return false }
    return !entry.responseHeaders.contains { ASCII.equalFolded($0.name, "set-cookie") }
  }

  private static func isStatic(_ entry: HAREntry) -> Bool {
    guard entry.method == "GET" || entry.method == "HEAD" || entry.resource == "ping" else {
      return false
    }
    if resources.contains(entry.resource) { return true }
    if entry.resource == "document" { return false }
    let type = entry.type.prefix { $0 != ";" && $0 != " " }
    if families.contains(where: { type.hasPrefix($0) }) || types.contains(String(type)) {
      return true
    }
    return (type.isEmpty || type == "x-unknown" || type == "application/octet-stream")
      && endings.contains(ending(of: entry.url))
  }

  /// The file name's ending, in lower case.
  private static func ending(of url: String) -> String {
    let path = url.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard let dot = path.lastIndex(of: UInt8(ascii: ".")),
      path.distance(from: dot, to: path.endIndex) < 7
    else { return "" }
    return ASCII.lowercased(String(decoding: path[dot...].dropFirst(), as: UTF8.self))
  }
}
