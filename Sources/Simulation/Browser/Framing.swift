import Trace
import Wire

/// Which pages may hold a page in a frame: what the server says, and what the browser makes of it.
enum Framing {
  /// A provider's pages belong in no frame: people press buttons there (RFC 9700 4.16). Neither
  /// does any page on which a password is typed.
  static func announce(
    in response: inout Response, to request: Request, of spec: ServerSpec, _ run: Run
  ) {
    guard response.headers["Content-Type"]?.hasPrefix("text/html") == true else { return }
    guard spec.role == .provider else {
      let isStrangers = spec.role == .attacker || spec.role == .site
      if !isStrangers, response.body.contains("type=\"password\"") { forbid(in: &response) }
      return
    }
    // Elsewhere the headers go along and change nothing.
    if request.headers["Sec-Fetch-Dest"] == "iframe" { run.turns(on: "frame-ancestors") }
    switch run.quietLevel("frame-ancestors") {
    case "off": return
    case "x-frame-options": response.headers.append("X-Frame-Options", "DENY")
    case _: forbid(in: &response)
    }
  }

  private static func forbid(in response: inout Response) {
    response.headers.append("X-Frame-Options", "DENY")
    response.headers.append("Content-Security-Policy", "frame-ancestors 'none'")
  }

  enum Verdict {
    case shown(why: String)
    case refused(why: String)
  }

  /// Content-Security-Policy has the last word; X-Frame-Options counts where it says nothing of
  /// frames (CSP 6.4.2, HTML 7.3.1).
  static func judge(_ response: Response, at url: WireURL, in parent: Document) -> Verdict {
    if let list = ancestors(response) {
      let isListed = list.contains { allows($0, url, parent) }
      let words = "frame-ancestors " + list.joined(separator: " ")
      return isListed
        ? .shown(why: "\(words) allows it") : .refused(why: "the page says \(words)")
    }
    guard let option = response.headers["X-Frame-Options"] else {
      return .shown(why: "the page does not say which pages may hold it")
    }
    switch ASCII.lowercased(ASCII.trimmed(option)) {
    case "deny": return .refused(why: "the page says X-Frame-Options: \(option)")
    case "sameorigin":
      return url.origin == parent.origin
        ? .shown(why: "both pages are of \(url.origin)")
        : .refused(why: "the page says X-Frame-Options: \(option)")
    case _: return .shown(why: "X-Frame-Options: \(option) means nothing to browsers")
    }
  }

  private static func ancestors(_ response: Response) -> [String]? {
    let policies = response.headers["Content-Security-Policy"] ?? ""
    for directive in policies.split(separator: ";") {
      let words = directive.split(separator: " ").map(String.init)
      if let name = words.first, ASCII.equalFolded(name, "frame-ancestors") {
        return Array(words.dropFirst())
      }
    }
    return nil
  }

  private static func allows(_ source: String, _ url: WireURL, _ parent: Document) -> Bool {
    switch source {
    case "'none'": false
    case "'self'": url.origin == parent.origin
    case "*": true
    case _: source == parent.origin
    }
  }
}

extension Run {
  /// Whether the frame may show the page; the browser decides by the page's own headers.
  func isFrameable(_ response: Response, in parent: Document, _ visit: Visit) -> Bool {
    switch Framing.judge(response, at: visit.url, in: parent) {
    case .shown(let why):
      emit(.note("A frame in the page of \(parent.origin) shows \(visit.url.base): \(why)."))
      return true
    case .refused(let why):
      emit(
        .note("The browser does not show \(visit.url.base) in a page of \(parent.origin): \(why)."))
      return false
    }
  }
}
