import Trace
import Wire

/// What one client's user agent remembers.
struct Browser {
  var jar = CookieJar()
  /// What `localStorage` holds, by origin (HTML 12.2).
  var storage: [String: [Pair]] = [:]
  /// The document that the window shows.
  var document: Document?
  /// A frame in that document, or a window that it has opened.
  var child: ChildWindow?
  /// What one of them was told last.
  var lastMessage: PostedMessage?
  /// The last answer; for a script that may not read it, none.
  var lastResponse: Response?
  /// The last request, as it was sent.
  var lastRequest: Request?
  /// The URL that the last answer redirected to.
  var lastRedirect: WireURL?
  var history: [String] = []
  /// Hosts that asked to be visited by https only (RFC 6797).
  var httpsOnly: Set<String> = []
}

/// A page that is open, as far as the requests that it starts depend on it.
struct Document {
  let url: WireURL
  var policy = ReferrerPolicy.standard
  /// What its scripts keep in variables; gone with the page.
  var variables: [Pair] = []

  var site: Site { Site(of: url) }
  var origin: String { url.origin }
}

/// A frame, or a window that a page has opened: the two can send each other messages.
struct ChildWindow {
  var document: Document
  /// The page that holds the frame, or that has opened the window.
  let parent: Document
}

/// What one window has handed to another (HTML 9.3).
struct PostedMessage {
  let data: [Pair]
}
