import Wire

/// How one program writes a HAR, with the members that it alone writes.
enum HARDialect: CaseIterable {
  case plain, chrome, chromeSanitized, firefox, safari, mitmproxy

  func file(_ entries: [HARFixture.Entry]) -> HARFixture {
    var out = HARFixture()
    out.creator = creator
    if self == .firefox { out.browser = ["name": "Firefox", "version": "140.0"] }
    out.entries = entries.enumerated().map { .object(entry($0.element, number: $0.offset)) }
    return out
  }

  private var creator: JSONValue {
    switch self {
    case .plain: ["name": "Unknown", "version": "1"]
    case .chrome, .chromeSanitized: ["name": "WebInspector", "version": "537.36"]
    case .firefox: ["name": "Firefox", "version": "140.0"]
    case .safari: ["name": "WebKit Web Inspector", "version": "620.1"]
    case .mitmproxy: ["name": "mitmproxy", "version": "11.0.2", "comment": ""]
    }
  }

  private func entry(_ it: HARFixture.Entry, number: Int) -> JSONObject {
    switch self {
    case .plain: return HARFixture.entry(it)
    case .chrome: return chrome(it, number)
    case .chromeSanitized:
      var clean = it
      clean.request = it.request.without("cookie").without("authorization")
      clean.response = it.response.without("set-cookie")
      return chrome(clean, number)
    case .firefox: return firefox(it)
    case .safari: return safari(it)
    case .mitmproxy: return mitmproxy(it)
    }
  }

  /// HTTP/2's pseudo-headers, and members that begin with an underscore.
  private func chrome(_ it: HARFixture.Entry, _ number: Int) -> JSONObject {
    var it = it
    let url = WireURL(it.url)
    it.request =
      [
        Pair(":authority", url?.host ?? ""), Pair(":method", it.method),
        Pair(":path", url?.requestTarget ?? "/"), Pair(":scheme", "https"),
      ] + it.request
    let isPage = it.request.contains { $0.name == "sec-fetch-dest" && $0.value == "document" }
    var out: JSONObject = [
      "_connectionId": .string(String(100 + number)),
      "_initiator": ["type": isPage ? "other" : "script", "stack": ["callFrames": []]],
      "_priority": isPage ? "VeryHigh" : "High", "_resourceType": isPage ? "document" : "fetch",
      "cache": [:], "connection": "443", "pageref": "page_1",
    ]
    for member in HARFixture.entry(it).members { out[member.name] = member.value }
    out["serverIPAddress"] = "192.0.2.7"
    out["timings"] = [
      "blocked": 1, "dns": -1, "ssl": -1, "connect": -1, "send": 0, "wait": 9, "receive": 1,
      "_blocked_queueing": 1, "_workerStart": -1,
    ]
    return out
  }

  /// All Set-Cookie values in one field, a line for each; cookies in lists, too.
  private func firefox(_ it: HARFixture.Entry) -> JSONObject {
    var it = it
    let cookies = it.response.filter { $0.name == "set-cookie" }.map(\.value)
    it.response = it.response.without("set-cookie")
    if !cookies.isEmpty { it.response.append(Pair("set-cookie", cookies.joined(separator: "\n"))) }
    var out: JSONObject = ["pageref": "page_1", "_securityState": "secure"]
    for member in HARFixture.entry(it).members { out[member.name] = member.value }
    out["startedDateTime"] = .string(
      HARFixture.time(it.at).replacing("T10:", with: "T12:").replacing("Z", with: "+02:00"))
    return out
  }

  /// All Set-Cookie values in one field, with commas between them.
  private func safari(_ it: HARFixture.Entry) -> JSONObject {
    var it = it
    let cookies = it.response.filter { $0.name == "set-cookie" }.map(\.value)
    it.response = it.response.without("set-cookie")
    if !cookies.isEmpty { it.response.append(Pair("Set-Cookie", cookies.joined(separator: ", "))) }
    it.request = it.request.filter { !$0.name.hasPrefix("sec-fetch") }
    var out: JSONObject = ["pageref": "page_1", "_fetchType": "Network Load", "_priority": "high"]
    for member in HARFixture.entry(it).members { out[member.name] = member.value }
    return out
  }

  private func mitmproxy(_ it: HARFixture.Entry) -> JSONObject {
    var out = HARFixture.entry(it)
    out["startedDateTime"] = .string(HARFixture.time(it.at).replacing("Z", with: "+00:00"))
    return out
  }
}
