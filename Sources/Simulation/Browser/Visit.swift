import Trace
import Wire

/// What a request is for, as its Sec-Fetch-Mode and Sec-Fetch-Dest say.
enum Purpose: Hashable {
  /// The window shows the answer.
  case navigation
  /// A frame in a page shows it.
  case frame
  /// A window that a page has opened shows it.
  case popup
  /// A picture in a page.
  case image
  /// A script's `fetch` (Fetch 5.4), with the cookies that it asks for.
  case fetch(FetchCredentials)

  /// Whether a document comes of it.
  var isNavigation: Bool {
    switch self {
    case .navigation, .frame, .popup: true
    case .image, .fetch: false
    }
  }

  /// Whether the address bar of a window changes.
  var isTopLevel: Bool { self == .navigation || self == .popup }

  var mode: String {
    switch self {
    case .navigation, .frame, .popup: "navigate"
    case .image: "no-cors"
    case .fetch: "cors"
    }
  }

  var destination: String {
    switch self {
    case .navigation, .popup: "document"
    case .frame: "iframe"
    case .image: "image"
    case .fetch: "empty"
    }
  }
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
  /// The document that started it; nil when the person did.
  var initiator: Document?
  /// The page around a frame, or that has opened a window.
  var parent: Document?
  var purpose = Purpose.navigation
  /// The URLs that redirected here, the first one first.
  var chain: [WireURL] = []
  var follow: Follow = .no
  var fill: [Pair] = []

  var cookieContext: CookieContext {
    CookieContext(
      initiator: cookieSite, method: method,
      target: purpose.isTopLevel ? .topLevel : .subrequest)
  }

  /// Whose site counts for SameSite: in a frame the page around it is asked, too
  /// (RFC 6265bis 5.2.1).
  private var cookieSite: Site? {
    guard purpose == .frame, let parent else { return initiator?.site }
    return [initiator?.site, parent.site].compactMap(\.self).first { !$0.contains(url) }
      ?? parent.site
  }

  /// Whether a script asks another origin, so that the answer is the script's only by CORS.
  var isCrossOriginFetch: Bool {
    guard case .fetch = purpose, let initiator else { return false }
    return (chain + [url]).contains { $0.origin != initiator.origin }
  }

  /// Whether the request carries the jar's cookies and keeps new ones (Fetch 2.2.5).
  var hasCredentials: Bool {
    guard case .fetch(let credentials) = purpose else { return true }
    switch credentials {
    case .include: return true
    case .sameOrigin: return !isCrossOriginFetch
    case .omit: return false
    }
  }
}
