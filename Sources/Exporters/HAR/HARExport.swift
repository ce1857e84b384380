import Ledger
import Trace
import Wire

/// A run as an HTTP Archive (HAR 1.2), for browsers' tools, mitmproxy and other readers.
///
/// A page for each step, an entry for each exchange over http or https; what another reader does not
/// know begins with an underscore. The format: W3C draft "HTTP Archive (HAR) format", 2012.
enum HARExport {
  static func text(_ document: RunDocument) -> String {
    let web = document.webExchanges
    let log: JSONObject = [
      "version": "1.2",
      "creator": ["name": "authscope", "version": "1"],
      "comment": .string(comment(document, left: document.exchanges.count - web.count)),
      "pages": .array(pages(document, web)),
      "entries": .array(web.map { entry($0, document) }),
    ]
    return JSONValue.object(["log": .object(log)]).prettyText() + "\n"
  }

  private static func comment(_ document: RunDocument, left: Int) -> String {
    let names = document.reveals ? "" : " Secrets stand by their names: {sid#1}."
    let rest = left == 0 ? "" : " \(left) messages to native apps are not HTTP and left out."
    return "\(document.name), seed \(document.trace.identity.seed).\(names)\(rest)"
  }

  private static func pages(_ document: RunDocument, _ exchanges: [Exchange]) -> [JSONValue] {
    var seen: Set<Int> = []
    return exchanges.filter { seen.insert($0.step).inserted }.map { exchange in
      [
        "startedDateTime": .string(moment(exchange.began)), "id": .string(page(exchange, document)),
        "title": .string(document.trace.steps[exchange.step].id.description),
        "pageTimings": ["onContentLoad": -1, "onLoad": -1],
      ]
    }
  }

  private static func page(_ exchange: Exchange, _ document: RunDocument) -> String {
    "step-\(exchange.step + 1)"
  }

  private static func entry(_ it: Exchange, _ document: RunDocument) -> JSONValue {
    let time = it.ended.since(it.began).milliseconds
    return [
      "pageref": .string(page(it, document)), "startedDateTime": .string(moment(it.began)),
      "time": .integer(time), "request": request(it), "response": response(it),
      "cache": [:], "timings": ["send": 0, "wait": .integer(time), "receive": 0],
      "comment": .string(
        "\(document.party(it.from).title) to \(document.party(it.to).title), message \(it.number)"),
      "_from": .string(document.party(it.from).name),
      "_to": .string(document.trace.name(of: it.to, instance: it.instance)),
      "_step": .string(document.trace.steps[it.step].id.description),
      "_path": .string(it.path.description),
      "_checks": .array(it.rows.map { check($0, document) }),
    ]
  }

  private static func check(_ row: LedgerRow, _ document: RunDocument) -> JSONValue {
    let (outcome, detail) = OutcomeWords.of(row.outcome)
    return [
      "id": .string(row.check.id.text), "outcome": .string(outcome),
      "detail": .string(document.shown(detail)), "reference": .string(row.check.reference),
    ]
  }

  private static func request(_ it: Exchange) -> JSONValue {
    let request = it.request
    var out: JSONObject = [
      "method": .string(request.method), "url": .string(address(request.url)),
      "httpVersion": "HTTP/1.1",
      "cookies": .array(
        request.cookies.map { ["name": .string($0.name), "value": .string($0.value)] }),
      "headers": headers([Pair("Host", host(request.url))] + request.headers.fields),
      "queryString": .array(request.url.query.map(pair)),
      "headersSize": .integer(Int64(it.size.request - it.size.requestBody)),
      "bodySize": .integer(Int64(it.size.requestBody)),
    ]
    if !request.body.isEmpty {
      let type = request.headers["Content-Type"] ?? "application/octet-stream"
      let isForm = type.hasPrefix("application/x-www-form-urlencoded")
      out["postData"] = [
        "mimeType": .string(type), "text": .string(request.body),
        "params": .array(isForm ? request.form.map(pair) : []),
      ]
    }
    return .object(out)
  }

  private static func response(_ it: Exchange) -> JSONValue {
    guard let response = it.response else {
      return [
        "status": 0, "statusText": "", "httpVersion": "", "cookies": [], "headers": [],
        "content": ["size": 0, "mimeType": "x-unknown"], "redirectURL": "", "headersSize": -1,
        "bodySize": -1,
      ]
    }
    let size = it.responseSize
    return [
      "status": .integer(Int64(response.status)),
      "statusText": .string(Response.reason(response.status)), "httpVersion": "HTTP/1.1",
      "cookies": .array(response.headers.all("Set-Cookie").compactMap(cookie)),
      "headers": headers(response.headers.fields),
      "content": [
        "size": .integer(Int64(size.body)),
        "mimeType": .string(response.headers["Content-Type"] ?? "x-unknown"),
        "text": .string(response.body),
      ],
      "redirectURL": .string(response.headers["Location"] ?? ""),
      "headersSize": .integer(Int64(size.whole - size.body)),
      "bodySize": .integer(Int64(size.body)),
    ]
  }

  private static func cookie(_ header: String) -> JSONValue? {
    guard let cookie = try? SetCookie.parse(header) else { return nil }
    var out: JSONObject = ["name": .string(cookie.name), "value": .string(cookie.value)]
    if let path = cookie.path { out["path"] = .string(path) }
    if let domain = cookie.domain { out["domain"] = .string(domain) }
    out["httpOnly"] = .bool(cookie.isHTTPOnly)
    out["secure"] = .bool(cookie.isSecure)
    return .object(out)
  }

  private static func headers(_ fields: [Pair]) -> JSONValue { .array(fields.map(pair)) }

  private static func pair(_ pair: Pair) -> JSONValue {
    ["name": .string(pair.name), "value": .string(pair.value)]
  }

  private static func host(_ url: WireURL) -> String {
    url.host + (url.port.map { ":\($0)" } ?? "")
  }

  /// A HAR's URL has no fragment: none is ever sent.
  private static func address(_ url: WireURL) -> String {
    var out = url
    out.fragment = nil
    return out.text
  }

  /// "2026-01-01T00:00:05.000Z" (RFC 3339).
  private static func moment(_ instant: Instant) -> String { CalendarTime(instant).text }
}
