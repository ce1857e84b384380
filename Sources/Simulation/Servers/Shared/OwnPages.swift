import Ledger
import Trace
import Wire

/// Whether a change was started by a page of the server itself, by what the browser says of it.
enum OwnPages {
  /// Sec-Fetch-Site where it is sent, else Origin; a client that sends neither is no browser of
  /// today, and cannot be made to send somebody else's cookies.
  static func check<Facts>(_ request: @escaping @Sendable (Facts) -> Request) -> Check<Facts> {
    Check(
      CheckInfo(
        "own-page", "a page of this server started the request", "Fetch Metadata 2.3",
        defence: "own-pages-only"),
      else: .page(status: 403, message: "This request was started by a page of another site.")
    ) { facts, _ in judge(request(facts)) }
  }

  private static func judge(_ request: Request) -> Finding {
    if CookieContext(initiator: nil, method: request.method).isSafe {
      return .moot("a \(request.method) may come from anywhere")
    }
    if let site = request.headers["Sec-Fetch-Site"] {
      if site == "same-origin" || site == "none" { return .holds }
      return .fails(expected: "Sec-Fetch-Site: same-origin", actual: site)
    }
    guard let origin = request.headers["Origin"] else {
      return .moot("the request carries neither Sec-Fetch-Site nor Origin")
    }
    let own = request.url.origin
    return origin == own ? .holds : .fails(expected: "Origin: \(own)", actual: origin)
  }
}

/// Whether a change was asked for by a method that may change something (RFC 9110 9.2.1).
enum UnsafeMethods {
  static let required = Check<Arrival>(
    CheckInfo(
      "changes-by-post", "what changes something comes with POST", "RFC 9110 9.2.1",
      defence: "safe-methods"), else: .method(allow: "POST")
  ) { arrival, _ in
    let method = arrival.request.method
    return method == "POST" ? .holds : .fails(expected: "POST", actual: method)
  }
}
