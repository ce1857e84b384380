import Trace
import Wire

/// What one client's user agent remembers.
struct Browser {
  var jar = CookieJar()
  /// The document that the window shows.
  var document: WireURL?
  var lastResponse: Response?
  /// The URL that the last answer redirected to.
  var lastRedirect: WireURL?
  var history: [String] = []
}

/// One thing that a person or a page does with a browser.
struct Visit {
  let client: Int
  var method: String
  var url: WireURL
  var headers: [Pair] = []
  var body = ""
  /// Cookies put in by hand.
  var cookies: [Pair] = []
  /// The site of the document that started it; nil when the person did.
  var initiator: Site?
  var follow: Follow = .no
  var fill: [Pair] = []
}
