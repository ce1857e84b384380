import Wire

/// Which page made the browser send a request, as far as cookies depend on it (RFC 6265bis 5.2).
enum RequestOrigin {
  static func context(of exchange: ImportedExchange) -> CookieContext {
    CookieContext(
      initiator: initiator(of: exchange.first), method: exchange.request.method,
      target: exchange.isTopLevel ? .topLevel : .subrequest)
  }

  /// The site of the page that started the row of redirects; the redirects do not count.
  private static func initiator(of exchange: ImportedExchange) -> Site? {
    let headers = exchange.request.headers
    let named = page(headers["Referer"]) ?? page(headers["Origin"])
    switch headers["Sec-Fetch-Site"] {
    case "none": return nil
    case "same-origin", "same-site": return Site(of: exchange.url)
    case "cross-site":
      guard let named, !named.contains(exchange.url) else { return .opaque }
      return named
    case nil, _?: break
    }
    if let named { return named }
    // Sandboxed frames and hidden origins (RFC 6454 7.3).
    if headers["Origin"] == "null" { return .opaque }
    // Nobody is named: of a navigation it was the person, of anything else a page of the same site,
    // unless the file says whose.
    if exchange.isTopLevel { return nil }
    return page(exchange.initiator) ?? Site(of: exchange.url)
  }

  private static func page(_ text: String?) -> Site? {
    guard let url = text.flatMap({ WireURL($0) }), !url.host.isEmpty else { return nil }
    return Site(of: url)
  }
}
