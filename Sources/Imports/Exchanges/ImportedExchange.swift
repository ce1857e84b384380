import Trace
import Wire

/// A request of a file and what came back, before anybody knows whose it is.
final class ImportedExchange {
  /// From 1, as it stands in the file.
  let entry: Int
  let began: Instant
  let ended: Instant
  let request: Request
  /// What the request means.
  let message: OAuthMessage
  /// Nil where nothing came back.
  let response: Response?
  /// Why nothing came back, where the file says it.
  let failure: String?
  /// Chrome's and Safari's word for what asked: "document", "xhr".
  let resource: String
  /// The page or script that asked, by the file's word.
  let initiator: String?
  /// Of our own files: who sent it to whom, in which step, at which place.
  let from: String?
  let to: String?
  let step: String?
  let path: String?
  /// Whether a body was expected of the file and is not there.
  let lacksResponseBody: Bool
  let lacksRequestBody: Bool

  // What is found out about it later.
  /// The first exchange of the row of redirects that this one belongs to; nil for that one itself.
  var origin: ImportedExchange?
  var client = PartyID(0)
  var server = PartyID(0)
  /// What the jar did before the request and after the answer.
  var sentCookies: [CookieDecision] = []
  var keptCookies: [CookieDecision] = []

  /// Nil where the URL is none.
  init?(_ entry: HAREntry, number: Int, began: Instant, writer: ImportReport.Writer) {
    guard let url = WireURL(entry.url) else { return nil }
    self.entry = number
    self.began = began
    ended = Instant(milliseconds: began.milliseconds &+ min(entry.time, 86_400_000))
    request = Request(
      entry.method, url, headers: HeaderRepair.request(entry), body: entry.requestBody ?? "")
    message = OAuthMessage(request)
    response =
      entry.status > 0
      ? Response(
        entry.status, headers: HeaderRepair.response(entry, writer: writer),
        body: entry.responseBody ?? "")
      : nil
    failure = entry.failure
    resource = entry.resource
    initiator = entry.initiator
    (from, to, step, path) = (entry.from, entry.to, entry.step, entry.path)
    let saysSomething = entry.type.contains("json") || entry.type.hasPrefix("text/html")
    lacksResponseBody =
      entry.status > 0 && entry.contentSize > 0 && !entry.hasBody && saysSomething
    lacksRequestBody = entry.requestBody == nil && entry.requestBodySize > 0
  }

  var url: WireURL { request.url }

  /// The 2 of `app#2`, in our own files.
  var instance: UInt8 {
    to.flatMap { $0.split(separator: "#").dropFirst().first }.flatMap { UInt8($0) } ?? 0
  }

  /// Where the answer sends the browser.
  var redirect: WireURL? {
    guard let response, (300..<400).contains(response.status),
      let location = response.headers["Location"]
    else { return nil }
    return url.resolving(location)
  }

  /// The first exchange of the row of redirects that this one belongs to.
  var first: ImportedExchange { origin ?? self }

  /// Whether the address bar's document changes.
  var isTopLevel: Bool {
    if let destination = request.headers["Sec-Fetch-Dest"] { return destination == "document" }
    if let mode = request.headers["Sec-Fetch-Mode"], mode != "navigate" { return false }
    if !resource.isEmpty { return resource == "document" }
    if request.headers["X-Requested-With"] != nil { return false }
    let accepted = request.headers["Accept"]
    // Our own files, and some of proxies, say nothing of it: a redirect or a page is a navigation.
    guard let accepted else { return from != nil || isPage || redirect != nil }
    return accepted.hasPrefix("text/html")
  }

  /// Whether the answer is a page.
  var isPage: Bool { response?.headers["Content-Type"]?.hasPrefix("text/html") ?? false }
}
