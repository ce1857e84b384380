#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A HAR as large as wanted, of pages such as shops have: one sign-in, then page after page with
/// data, scripts, styles and pictures. Written a piece at a time, so that it is never in memory.
struct SampleHAR {
  let entries: Int

  /// Writes the file; gives its length.
  func write(to path: String) throws(Failure) -> Int {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { throw Failure("\(path): \(String(cString: strerror(errno)))") }
    defer { _ = close(descriptor) }
    var piece = Self.head
    var length = 0
    for number in 0..<entries {
      if number > 0 { piece += "," }
      piece += entry(number)
      if piece.utf8.count > 1 << 20 || number == entries - 1 {
        if number == entries - 1 { piece += "]}}\n" }
        length += piece.utf8.count
        guard Self.append(piece, to: descriptor) else {
          throw Failure("\(path): \(String(cString: strerror(errno)))")
        }
        piece = ""
      }
    }
    return length
  }

  private static func append(_ text: String, to descriptor: Int32) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { bytes in
        #if canImport(Glibc)
          Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #else
          Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
      }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return false }
    }
    return true
  }

  private static let head =
    #"{"log":{"version":"1.2","creator":{"name":"WebInspector","version":"537.36"},"#
    + #""pages":[{"id":"page_1","title":"https://shop.test/","pageTimings":{}}],"entries":["#

  /// Of twenty-five entries one is a page and six are data; the rest is what a page is made of.
  private func entry(_ number: Int) -> String {
    switch number % 25 {
    case 0:
      return text(number, "document", "text/html; charset=utf-8", "/page/\(number)", page(number))
    case 1...6:
      return text(number, "fetch", "application/json", "/api/items?page=\(number)", data(number))
    case 7...14: return text(number, "script", "application/javascript", "/js/\(number).js", script)
    case 15...19: return text(number, "image", "image/png", "/img/\(number).png", picture)
    default: return text(number, "stylesheet", "text/css", "/css/\(number).css", style)
    }
  }

  private func text(
    _ number: Int, _ resource: String, _ type: String, _ path: String, _ body: String
  ) -> String {
    let second = number / 20 % 60
    let minute = number / 1200 % 60
    let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    let time = "2026-05-04T10:\(two(minute)):\(two(second)).\(number % 20 * 50 + 100)Z"
    let destination = resource == "document" ? "document" : "empty"
    let cookie =
      number == 0 ? "" : field("cookie", "sid=\(Self.session); theme=dark; cart=\(number)")
    let set =
      number == 0
      ? field("set-cookie", "sid=\(Self.session); Path=/; Secure; HttpOnly; SameSite=Lax") : ""
    let encoding = resource == "image" ? #","encoding":"base64""# : ""
    return #"{"_initiator":{"type":"parser","url":"https://shop.test/","lineNumber":12},"#
      + #""_priority":"High","_resourceType":"\#(resource)","cache":{},"connection":"443","#
      + #""pageref":"page_1","request":{"method":"GET","url":"https://shop.test\#(path)","#
      + #""httpVersion":"http/2.0","headers":["# + Self.requestHeaders + cookie
      + field("sec-fetch-dest", destination, isLast: true)
      + #"],"queryString":[],"cookies":[],"headersSize":-1,"bodySize":0},"#
      + #""response":{"status":200,"statusText":"","httpVersion":"http/2.0","headers":["# + set
      + Self.responseHeaders + field("content-type", type, isLast: true)
      + #"],"cookies":[],"content":{"size":\#(body.utf8.count),"mimeType":"\#(type)""# + encoding
      + #","text":"\#(body)"},"redirectURL":"","headersSize":-1,"bodySize":-1,"_transferSize":900,"#
      + #""_error":null},"serverIPAddress":"192.0.2.7","startedDateTime":"\#(time)","time":21.5,"#
      + #""timings":{"blocked":1.2,"dns":-1,"ssl":-1,"connect":-1,"send":0.1,"wait":18.9,"receive":1.3}}"#
  }

  private func field(_ name: String, _ value: String, isLast: Bool = false) -> String {
    #"{"name":"\#(name)","value":"\#(value)"}"# + (isLast ? "" : ",")
  }

  private static let session = "Zx81kQ0vT5u2Lw9aZx81kQ"

  private static func fields(_ pairs: [(String, String)]) -> String {
    pairs.map { #"{"name":"\#($0.0)","value":"\#($0.1)"},"# }.joined()
  }

  private static let requestHeaders = fields([
    (":authority", "shop.test"), (":method", "GET"), (":scheme", "https"), ("accept", "*/*"),
    ("accept-encoding", "gzip, deflate, br, zstd"), ("accept-language", "en-GB,en;q=0.9"),
    ("referer", "https://shop.test/"), ("sec-ch-ua", #"\"Chromium\";v=\"140\""#),
    ("sec-ch-ua-mobile", "?0"), ("sec-ch-ua-platform", #"\"Linux\""#),
    ("sec-fetch-mode", "no-cors"),
    ("sec-fetch-site", "same-origin"),
    ("user-agent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0"),
  ])
  private static let responseHeaders = fields([
    ("cache-control", "public, max-age=31536000"), ("content-encoding", "br"),
    ("date", "Mon, 04 May 2026 10:00:00 GMT"), ("etag", #"\"33a64df551425fcc55e4d42a148795d9\""#),
    ("server", "nginx"), ("strict-transport-security", "max-age=63072000"),
    ("vary", "Accept-Encoding"), ("x-content-type-options", "nosniff"),
    ("x-request-id", "b6a5f7f2-8f3d-4c9b-9c58-0d6a2f3f9f21"),
  ])

  private func page(_ number: Int) -> String {
    #"<!doctype html>\n<title>Page \#(number)</title>\n"#
      + String(
        repeating: #"<p class=\"item\">Something that is sold here, with a price.</p>\n"#,
        count: 180)
  }

  private func data(_ number: Int) -> String {
    "[" + String(repeating: #"{\"id\":\#(number),\"name\":\"Lamp\",\"price\":1999},"#, count: 60)
      + "0]"
  }

  private let script = String(repeating: #"function f(a){return a+\"x\";}\n"#, count: 95)
  private let style = String(repeating: #".item{margin:0 4px}\n"#, count: 80)
  private let picture = String(repeating: "iVBORw0KGgoAAAANSUhEUgAA", count: 160)

  init(entries: Int) { self.entries = entries }
}
