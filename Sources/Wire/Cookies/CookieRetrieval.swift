/// One question to a jar: which cookies does this request carry (RFC 6265bis 5.8.3)?
struct CookieRetrieval {
  let url: WireURL
  let context: CookieContext
  let now: Int64
  let isSameSite: Bool
  let allowsUnsafeForTwoMinutes: Bool

  init(jar: CookieJar, url: WireURL, context: CookieContext, now: Int64) {
    self.url = url
    self.context = context
    self.now = now
    isSameSite = context.isSameSite(as: url, suffixes: jar.suffixes)
    allowsUnsafeForTwoMinutes = jar.allowsUnsafeForTwoMinutes
  }

  /// Why the cookie stays at home; nil when it goes along.
  func obstacle(to cookie: Cookie) -> CookieReason? {
    if cookie.isHostOnly {
      if !cookie.domain.hasSameBytes(as: url.host) { return .otherHost }
    } else if !CookieMatch.domain(url.host, matches: cookie.domain) {
      return .otherDomain
    }
    if !CookieMatch.path(url.path, matches: cookie.path) { return .otherPath }
    if cookie.isSecure, !url.isSecure { return .insecureChannel }
    if cookie.isHTTPOnly, context.access == .script { return .hiddenFromScript }
    return isSameSite ? nil : crossSiteObstacle(to: cookie)
  }

  private func crossSiteObstacle(to cookie: Cookie) -> CookieReason? {
    switch cookie.sameSite {
    case .none: return nil
    case .strict where context.access == .http: return .sameSiteStrict
    case .lax where context.access == .http:
      if context.target == .subrequest { return .sameSiteLaxSubrequest }
      return context.isSafe ? nil : .sameSiteLaxMethod
    case .unspecified where context.access == .http:
      if context.target == .subrequest { return .sameSiteUnspecifiedSubrequest }
      let isYoung = now - cookie.creation <= CookieJar.unsafeWindow
      let isAllowed = context.isSafe || (allowsUnsafeForTwoMinutes && isYoung)
      return isAllowed ? nil : .sameSiteUnspecifiedMethod
    case .strict, .lax, .unspecified: return .sameSiteScript
    }
  }
}

extension CookieJar {
  /// The Cookie header for a request, and the jar's word on every cookie that it holds.
  ///
  /// The header is nil when no cookie goes along.
  package mutating func attach(
    to url: WireURL, context: CookieContext, now: Int64
  ) -> (header: String?, verdicts: [CookieVerdict]) {
    var verdicts: [CookieVerdict] = []
    verdicts.reserveCapacity(cookies.count)
    removeExpired(now: now, verdicts: &verdicts)
    let request = CookieRetrieval(jar: self, url: url, context: context, now: now)
    var attached: [Int] = []
    attached.reserveCapacity(cookies.count)
    for index in cookies.indices {
      let obstacle = request.obstacle(to: cookies[index])
      if obstacle == nil { place(index, in: &attached) }
      verdicts.append(
        cookies[index].verdict(obstacle.map { .withheld($0) } ?? .attached))
    }
    guard !attached.isEmpty else { return (nil, verdicts) }
    for index in attached where cookies[index].lastAccess != now {
      cookies[index].lastAccess = now
    }
    return (header(of: attached), verdicts)
  }

  /// The pairs joined by "; ", written into one piece of memory.
  private func header(of indices: [Int]) -> String {
    let length = indices.reduce(0) { sum, index in
      sum + cookies[index].name.utf8.count + cookies[index].value.utf8.count + 3
    }
    return String(unsafeUninitializedCapacity: length) { buffer in
      var end = 0
      func write(_ text: String) {
        text.withBytes { bytes in
          _ = buffer[end...].update(fromContentsOf: bytes)
          end += bytes.count
        }
      }
      for index in indices {
        if end > 0 { write("; ") }
        if !cookies[index].name.isEmpty {
          write(cookies[index].name)
          write("=")
        }
        write(cookies[index].value)
      }
      return end
    }
  }

  private mutating func removeExpired(now: Int64, verdicts: inout [CookieVerdict]) {
    guard cookies.contains(where: { $0.isExpired(at: now) }) else { return }
    for cookie in cookies where cookie.isExpired(at: now) {
      verdicts.append(cookie.verdict(.expired))
    }
    cookies.removeAll { $0.isExpired(at: now) }
  }
}

extension Cookie {
  func verdict(_ outcome: CookieVerdict.Outcome) -> CookieVerdict {
    CookieVerdict(name: name, domain: domain, path: path, outcome: outcome)
  }
}
