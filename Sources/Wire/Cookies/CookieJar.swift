/// A browser's cookies (RFC 6265bis 5.7 and 5.8), which says why it does what it does.
///
/// Cookies stand in the order of their creation; a replaced one keeps its place.
package struct CookieJar: Sendable {
  /// A cookie's longest life (RFC 6265bis 5.5): 400 days.
  static let longestLife: Int64 = 400 * 86_400_000
  /// How long Lax lets unsafe methods through when nothing was specified (5.6.7.2).
  static let unsafeWindow: Int64 = 120_000
  static let domainLimit = 50
  static let totalLimit = 3000

  package internal(set) var cookies: [Cookie] = []
  /// "Lax + POST": a cookie without SameSite goes along with a cross-site POST navigation for two
  /// minutes after its creation. Some browsers do so, the draft permits it.
  package var allowsUnsafeForTwoMinutes: Bool
  package let suffixes: PublicSuffixes

  package init(
    allowsUnsafeForTwoMinutes: Bool = false, suffixes: PublicSuffixes = .builtIn
  ) {
    self.allowsUnsafeForTwoMinutes = allowsUnsafeForTwoMinutes
    self.suffixes = suffixes
  }

  /// The browser is closed: session cookies go.
  package mutating func endSession() { cookies.removeAll { $0.expiry == nil } }

  package mutating func removeAll(where matches: (Cookie) -> Bool) {
    cookies.removeAll(where: matches)
  }

  /// Puts a cookie in as it is, as someone does who owns the browser; one of its identity is gone.
  package mutating func plant(_ cookie: Cookie) {
    cookies.removeAll { $0.hasSameIdentity(as: cookie) }
    cookies.append(cookie)
  }

  /// What `document.cookie` shows to a script of a page of the URL's own site, in order.
  package func scriptVisible(at url: WireURL, now: Int64) -> [Cookie] {
    let context = CookieContext(initiator: nil, target: .subrequest, access: .script)
    let request = CookieRetrieval(jar: self, url: url, context: context, now: now)
    var visible: [Int] = []
    for index in cookies.indices
    where !cookies[index].isExpired(at: now) && request.obstacle(to: cookies[index]) == nil {
      place(index, in: &visible)
    }
    return visible.map { cookies[$0] }
  }

  /// Puts the next cookie into the order of the Cookie header: longer paths first, then older
  /// cookies first (RFC 6265bis 5.8.3, step 2).
  func place(_ index: Int, in order: inout [Int]) {
    let length = cookies[index].path.utf8.count
    let before = order.lastIndex { cookies[$0].path.utf8.count >= length } ?? -1
    order.insert(index, at: before + 1)
  }
}

// The suffixes are a setting of the simulation, not part of what a browser holds.
extension CookieJar: Hashable {
  package static func == (left: CookieJar, right: CookieJar) -> Bool {
    left.cookies == right.cookies
      && left.allowsUnsafeForTwoMinutes == right.allowsUnsafeForTwoMinutes
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(cookies) }
}
