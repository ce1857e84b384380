import Trace
import Wire

/// Headers as they went over the wire, from what browsers make of them in their files.
enum HeaderRepair {
  static func request(_ entry: HAREntry) -> Headers {
    var out = Headers(entry.requestHeaders.filter(isField))
    let cookies = out.all("Cookie")
    // HTTP/2 may send a field for each cookie (RFC 9113 8.2.3).
    if cookies.count > 1 { out.set("Cookie", cookies.joined(separator: "; ")) }
    if cookies.isEmpty, !entry.requestCookies.isEmpty {
      let pairs = entry.requestCookies.map { $0.name.isEmpty ? $0.value : "\($0.name)=\($0.value)" }
      out.append("Cookie", pairs.joined(separator: "; "))
    }
    return out
  }

  static func response(_ entry: HAREntry, writer: ImportReport.Writer) -> Headers {
    var fields: [Pair] = []
    fields.reserveCapacity(entry.responseHeaders.count)
    var hasCookie = false
    for field in entry.responseHeaders where isField(field) {
      guard ASCII.equalFolded(field.name, "set-cookie") else {
        fields.append(field)
        continue
      }
      hasCookie = true
      fields += lines(field.value, writer: writer).map { Pair("Set-Cookie", $0) }
    }
    if !hasCookie { fields += entry.responseCookies.map { Pair("Set-Cookie", $0) } }
    var out = Headers(fields)
    let isRedirect = (300..<400).contains(entry.status)
    if isRedirect, !entry.redirect.isEmpty, out["Location"] == nil {
      out.append("Location", entry.redirect)
    }
    if !entry.type.isEmpty, entry.type != "x-unknown", out["Content-Type"] == nil {
      out.append("Content-Type", entry.type)
    }
    return out
  }

  /// HTTP/2's `:authority` and its like are no fields (RFC 9113 8.3).
  private static func isField(_ pair: Pair) -> Bool {
    pair.name.utf8.first != UInt8(ascii: ":") && !pair.name.isEmpty
  }

  /// One line for each cookie: browsers join them with line breaks, Safari with commas.
  private static func lines(_ value: String, writer: ImportReport.Writer) -> [String] {
    let parts = value.utf8.split(separator: 10).map { ASCII.trimmed(String(Substring($0))) }
    return writer == .safari ? parts.flatMap(atCommas) : parts.filter { !$0.isEmpty }
  }

  /// A comma ends a cookie where `name=` follows it; in `Expires=Wed, 21 Oct 2026` it does not.
  private static func atCommas(_ value: String) -> [String] {
    var out: [String] = []
    for part in value.utf8.split(separator: UInt8(ascii: ",")).map({ String(Substring($0)) }) {
      let text = ASCII.trimmed(part)
      let name = text.utf8.prefix { $0 > 32 && $0 != UInt8(ascii: "=") && $0 != 59 }
      let follows = !name.isEmpty && text.utf8.dropFirst(name.count).first == UInt8(ascii: "=")
      if follows || out.isEmpty {
        out.append(text)
      } else {
        out[out.count - 1] += "," + part
      }
    }
    return out
  }
}
