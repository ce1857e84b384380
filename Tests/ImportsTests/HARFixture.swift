import Imports
import Wire

/// Files as browsers and proxies write them, made here so that every test says what is in its file.
struct HARFixture {
  struct Entry {
    var method = "GET"
    var url: String
    var at: Int64 = 0
    var request: [Pair] = []
    var form: String?
    var status = 200
    var response: [Pair] = []
    var type = "text/html; charset=utf-8"
    var body = ""
    /// Members that only one browser writes.
    var own: JSONObject = [:]

    init(_ method: String, _ url: String, at: Int64 = 0) {
      self.method = method
      self.url = url
      self.at = at
    }
  }

  var creator: JSONValue = ["name": "Unknown", "version": "1"]
  var browser: JSONValue?
  var entries: [JSONValue] = []

  var text: String { JSONValue.object(["log": .object(log)]).prettyText() }
  var bytes: [UInt8] { Array(text.utf8) }

  private var log: JSONObject {
    var out: JSONObject = ["version": "1.2", "creator": creator]
    if let browser { out["browser"] = browser }
    out["pages"] = [["id": "page_1", "title": "https://shop.test/me", "pageTimings": [:]]]
    out["entries"] = .array(entries)
    return out
  }
}

extension HARFixture {
  /// What all of them have in common.
  static func entry(_ it: Entry) -> JSONObject {
    var request: JSONObject = [
      "method": .string(it.method), "url": .string(it.url), "httpVersion": "HTTP/2.0",
      "headers": list(it.request), "queryString": [], "cookies": [], "headersSize": -1,
      "bodySize": .integer(it.form?.utf8.count ?? 0),
    ]
    if let form = it.form {
      request["postData"] = [
        "mimeType": "application/x-www-form-urlencoded", "text": .string(form), "params": [],
      ]
    }
    let location = it.response.first { ASCII.equalFolded($0.name, "location") }?.value ?? ""
    let response: JSONObject = [
      "status": .integer(it.status), "statusText": "", "httpVersion": "HTTP/2.0",
      "headers": list(it.response), "cookies": [],
      "content": [
        "size": .integer(it.body.utf8.count), "mimeType": .string(it.type),
        "text": .string(it.body),
      ],
      "redirectURL": .string(location), "headersSize": -1, "bodySize": -1,
    ]
    var out: JSONObject = [
      "startedDateTime": .string(time(it.at)), "time": 12, "request": .object(request),
      "response": .object(response), "cache": [:],
      "timings": ["blocked": -1, "send": 0, "wait": 10, "receive": 2],
    ]
    for member in it.own.members { out[member.name] = member.value }
    return out
  }

  static func list(_ pairs: [Pair]) -> JSONValue {
    .array(pairs.map { ["name": .string($0.name), "value": .string($0.value)] })
  }

  /// Milliseconds after ten o'clock.
  static func time(_ milliseconds: Int64) -> String {
    let seconds = milliseconds / 1000
    let two = { (value: Int64) in value < 10 ? "0\(value)" : "\(value)" }
    let rest = String(1000 + milliseconds % 1000).dropFirst()
    return "2026-05-04T10:\(two(seconds / 60)):\(two(seconds % 60)).\(rest)Z"
  }
}
