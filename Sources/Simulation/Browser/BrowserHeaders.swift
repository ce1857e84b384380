import Wire

/// The header fields that a browser adds to what a document starts, and that no page can set.
enum BrowserHeaders {
  /// Origin, Referer and Fetch Metadata; nothing where the person started the request.
  static func fields(for visit: Visit) -> [Pair] {
    guard let document = visit.initiator else { return [] }
    var out: [Pair] = []
    if let origin = origin(of: visit, document) { out.append(Pair("Origin", origin)) }
    if let referrer = document.policy.referrer(of: document.url, for: visit.url) {
      out.append(Pair("Referer", referrer))
    }
    // Only where the network cannot read or change it (Fetch Metadata 2).
    guard visit.url.isSecure else { return out }
    out.append(Pair("Sec-Fetch-Site", site(of: visit, document)))
    out.append(Pair("Sec-Fetch-Mode", visit.purpose.mode))
    out.append(Pair("Sec-Fetch-Dest", visit.purpose.destination))
    return out
  }

  /// With CORS requests, and with every method that may change something (Fetch 3.1).
  private static func origin(of visit: Visit, _ document: Document) -> String? {
    let isUnsafe = visit.method != "GET" && visit.method != "HEAD"
    guard visit.isCrossOriginFetch || isUnsafe else { return nil }
    return isTainted(visit, document) ? "null" : document.origin
  }

  /// A redirect from one foreign origin to another hides who asked (Fetch 2.2.5).
  private static func isTainted(_ visit: Visit, _ document: Document) -> Bool {
    var last = visit.chain.first
    for url in visit.chain.dropFirst() + [visit.url] {
      if let last, url.origin != last.origin, last.origin != document.origin { return true }
      last = url
    }
    return false
  }

  /// The farthest relation on the way, redirects included (Fetch Metadata 2.3).
  private static func site(of visit: Visit, _ document: Document) -> String {
    let urls = visit.chain + [visit.url]
    if urls.contains(where: { !document.site.contains($0) }) { return "cross-site" }
    return urls.allSatisfy { $0.origin == document.origin } ? "same-origin" : "same-site"
  }
}
