import Trace
import Wire

/// What a file does not tell, found out from what it does tell.
struct MissingParts {
  private let exchanges: [ImportedExchange]
  private let report: ImportReport
  private let parties: [Party]

  init(_ exchanges: [ImportedExchange], _ report: ImportReport, _ parties: [Party]) {
    self.exchanges = exchanges
    self.report = report
    self.parties = parties
  }

  func found(unreadable: [Int]) -> [MissingPart] {
    [
      cookies, authorization, backChannel, responseBodies, requestBodies, beginning, unanswered,
      self.unreadable(unreadable),
    ].compactMap { $0 }
  }

  private var writer: ImportReport.Writer { report.writer }

  private func isFromBrowser(_ exchange: ImportedExchange) -> Bool {
    parties[Int(exchange.client.index)].origin == nil
  }

  private func shows(_ header: String) -> Bool {
    exchanges.contains { $0.request.headers[header] != nil }
  }

  private var setsCookies: Bool {
    exchanges.contains { $0.response?.headers["Set-Cookie"] != nil }
  }

  /// No login goes without a cookie: none at all means that they were taken out.
  private var cookies: MissingPart? {
    let pages = exchanges.filter { isFromBrowser($0) && $0.isTopLevel }.count
    guard pages > 1, !shows("Cookie"), !setsCookies else {
      guard setsCookies, !shows("Cookie"), pages > 1 else { return nil }
      return MissingPart(
        .cookies, count: 0,
        what: "No request in the file shows a cookie, though answers set some: what was sent is "
          + "worked out from them.", remedy: MissingWords.sensitive(writer))
    }
    return MissingPart(
      .cookies, count: 0, what: "The file has neither Cookie nor Set-Cookie headers.",
      remedy: MissingWords.sensitive(writer))
  }

  /// A token came to the browser and was never shown to anybody, or the file is a sanitised one.
  private var authorization: MissingPart? {
    guard !shows("Authorization") else { return nil }
    let handed = exchanges.filter { exchange in
      isFromBrowser(exchange) && exchange.message.kind == .token
        && exchange.response?.status == 200
    }
    guard !handed.isEmpty else { return nil }
    return MissingPart(
      .authorization, count: handed.count,
      what: "The browser got an access token, and no request in the file has an Authorization "
        + "header.", remedy: MissingWords.sensitive(writer))
  }

  private var backChannel: MissingPart? {
    let answers = exchanges.filter {
      isFromBrowser($0) && $0.message.kind == .answer
        && $0.message["code"] != nil
    }
    let codes = Set(
      exchanges.compactMap { exchange -> String? in
        exchange.message.kind == .token ? exchange.message["code"] : nil
      })
    let open = answers.filter { exchange in
      exchange.message["code"].map { !codes.contains($0) } ?? false
    }
    guard !open.isEmpty else { return nil }
    return MissingPart(
      .backChannel, count: open.count,
      what: "The app exchanges the code for tokens from server to server; no browser sees that "
        + "request, its answer, or the tokens.", remedy: MissingWords.backChannel)
  }

  private var responseBodies: MissingPart? {
    let count = exchanges.count { $0.lacksResponseBody }
    guard count > 0 else { return nil }
    return MissingPart(
      .responseBodies, count: count,
      what: "\(Counted.of(count, "answer")) had a page or data, and the file does not have it.",
      remedy: MissingWords.bodies(writer))
  }

  private var requestBodies: MissingPart? {
    let count = exchanges.count { $0.lacksRequestBody }
    guard count > 0 else { return nil }
    return MissingPart(
      .requestBodies, count: count,
      what: "\(Counted.of(count, "request")) had a body, and the file does not have it.",
      remedy: MissingWords.bodies(writer))
  }

  /// The first message is the middle of something.
  private var beginning: MissingPart? {
    guard let first = exchanges.first(where: isFromBrowser) else { return nil }
    let answers = exchanges.filter { $0.message.kind == .answer && isFromBrowser($0) }
    let starts = exchanges.contains { $0.message.kind == .authorization }
    let old = first.sentCookies.count { $0.fate == .attached && $0.reason == JarWords.unknown }
    let what: String
    if !answers.isEmpty, !starts {
      what = "The provider's answer is in the file, and the request that asked for it is not."
    } else if old > 0 {
      what =
        "The first request carries \(Counted.of(old, "cookie")) already: what set "
        + "\(old == 1 ? "it" : "them"), and with which attributes, was not recorded."
    } else {
      return nil
    }
    return MissingPart(
      .beginning, count: 0, what: what, remedy: MissingWords.beginning(writer))
  }

  private var unanswered: MissingPart? {
    // Of a damaged entry nobody knows what came back.
    let damaged = report.damage?.entry
    let silent = exchanges.filter { $0.response == nil && $0.entry != damaged }
    guard let first = silent.first else { return nil }
    let why = first.failure.map { ": \($0)" } ?? ""
    return MissingPart(
      .unanswered, count: silent.count,
      what: "\(Counted.of(silent.count, "request")) got no answer, the first in entry "
        + "\(first.entry)\(why).", remedy: MissingWords.unanswered)
  }

  private func unreadable(_ entries: [Int]) -> MissingPart? {
    guard let first = entries.first else { return nil }
    return MissingPart(
      .unreadable, count: entries.count,
      what: "\(Counted.of(entries.count, "entry", "entries")) could not be read, the first is "
        + "entry \(first): it has no method, or no URL that is one.",
      remedy: "Save the file again, with another program if it stays so.")
  }
}

/// "1 request", "3 requests".
enum Counted {
  static func of(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) \(count == 1 ? one : many ?? one + "s")"
  }
}
