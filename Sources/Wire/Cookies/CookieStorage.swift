/// One Set-Cookie header on its way into a jar: the storage model (RFC 6265bis 5.7), step by step.
struct CookieStorage {
  let header: SetCookie
  let url: WireURL
  let context: CookieContext
  let now: Int64
  let jar: CookieJar

  /// The cookie to store, or the reason of the first rule that it breaks.
  func judge() throws(CookieReason) -> Cookie {
    var cookie = try placed()
    cookie.expiry = expiry
    if cookie.isSecure, !url.isSecure { throw .secureFromInsecure }
    if cookie.isHTTPOnly, context.access == .script { throw .httpOnlyFromScript }
    if !cookie.isSecure, !url.isSecure, overlaysSecure(cookie) { throw .overlaysSecure }
    if cookie.sameSite != .none { try checkSite() }
    if cookie.sameSite == .none, !cookie.isSecure { throw .sameSiteNoneWithoutSecure }
    try checkPrefix(of: cookie)
    return cookie
  }

  /// Steps 7 to 11: the domain and the path that the cookie will have.
  private func placed() throws(CookieReason) -> Cookie {
    var domain = header.domain ?? ""
    if domain.utf8.contains(where: { $0 >= 0x80 }) { throw .domainNotASCII }
    if jar.suffixes.contains(domain) {
      guard domain.hasSameBytes(as: url.host) else { throw .publicSuffix }
      domain = ""
    }
    let isHostOnly = domain.isEmpty
    if !isHostOnly, !CookieMatch.domain(url.host, matches: domain) { throw .foreignDomain }
    let path = header.path.flatMap { $0.utf8.first == UInt8(ascii: "/") ? $0 : nil }
    return Cookie(
      header.name, header.value, domain: isHostOnly ? url.host : domain,
      path: path ?? CookieMatch.defaultPath(of: url.path), isHostOnly: isHostOnly,
      isSecure: header.isSecure, isHTTPOnly: header.isHTTPOnly, sameSite: header.sameSite,
      creation: now)
  }

  /// Step 6: Max-Age before Expires, and neither beyond 400 days (5.5).
  private var expiry: Int64? {
    let latest = now + CookieJar.longestLife
    if let seconds = header.maxAge {
      if seconds <= 0 { return .min }
      return seconds >= CookieJar.longestLife / 1000 ? latest : now + seconds * 1000
    }
    return header.expires.map { min($0, latest) }
  }

  /// Step 16: a plain http response must not shadow what a Secure cookie protects.
  private func overlaysSecure(_ cookie: Cookie) -> Bool {
    jar.cookies.contains { old in
      old.isSecure && !old.isExpired(at: now) && old.name.hasSameBytes(as: cookie.name)
        && (CookieMatch.domain(old.domain, matches: cookie.domain)
          || CookieMatch.domain(cookie.domain, matches: old.domain))
        && CookieMatch.path(cookie.path, matches: old.path)
    }
  }

  /// Step 18: another site's page does not set SameSite cookies, but by navigating there.
  private func checkSite() throws(CookieReason) {
    if context.isSameSite(as: url, suffixes: jar.suffixes) { return }
    if context.access == .script { throw .scriptOfOtherSite }
    if context.target == .subrequest { throw .setByCrossSiteSubrequest }
  }

  /// Steps 20 to 22: what a name promises, without regard to case (5.4), as some servers read it.
  private func checkPrefix(of cookie: Cookie) throws(CookieReason) {
    if ASCII.hasPrefixFolded(cookie.name, "__Secure-"), !cookie.isSecure { throw .securePrefix }
    if ASCII.hasPrefixFolded(cookie.name, "__Host-") {
      guard cookie.isSecure, cookie.isHostOnly, header.path != nil, cookie.path == "/" else {
        throw .hostPrefix
      }
    }
    if cookie.name.isEmpty,
      ASCII.hasPrefixFolded(cookie.value, "__Secure-")
        || ASCII.hasPrefixFolded(cookie.value, "__Host-")
    {
      throw .namelessPrefix
    }
  }
}

extension CookieJar {
  /// Takes one Set-Cookie header of a response from that URL, or one that a script sets there.
  package mutating func store(
    _ setCookieHeader: String, from url: WireURL, request context: CookieContext, now: Int64
  ) -> CookieVerdict {
    do throws(CookieReason) {
      let header = try SetCookie.parse(setCookieHeader)
      return store(header, from: url, request: context, now: now)
    } catch {
      let name = CookieHeader.name(inSetCookie: setCookieHeader)
      return CookieVerdict(
        name: name, domain: url.host, path: CookieMatch.defaultPath(of: url.path),
        outcome: .refused(error))
    }
  }

  package mutating func store(
    _ header: SetCookie, from url: WireURL, request context: CookieContext, now: Int64
  ) -> CookieVerdict {
    let storage = CookieStorage(header: header, url: url, context: context, now: now, jar: self)
    do throws(CookieReason) {
      let cookie = try storage.judge()
      return try insert(cookie, access: context.access, now: now)
    } catch {
      return CookieVerdict(
        name: header.name, domain: header.domain.flatMap { $0.isEmpty ? nil : $0 } ?? url.host,
        path: header.path ?? CookieMatch.defaultPath(of: url.path), outcome: .refused(error))
    }
  }

  /// Steps 23 and 24: in the place of the old one, with its creation time.
  private mutating func insert(
    _ new: Cookie, access: CookieContext.Access, now: Int64
  ) throws(CookieReason) -> CookieVerdict {
    cookies.removeAll { $0.isExpired(at: now) }
    let existing = cookies.firstIndex { $0.hasSameIdentity(as: new) }
    if let existing {
      if access == .script, cookies[existing].isHTTPOnly { throw .overlaysHTTPOnly }
      if new.isExpired(at: now) {
        cookies.remove(at: existing)
        return new.verdict(.deleted)
      }
      let creation = cookies[existing].creation
      cookies[existing] = new
      cookies[existing].creation = creation
      return new.verdict(.replaced)
    }
    if new.isExpired(at: now) { return new.verdict(.expired) }
    cookies.append(new)
    var verdict = new.verdict(.stored)
    verdict.evicted = evictExcess(besides: new)
    return verdict
  }

  /// Cookies that are not Secure go first, the least recently used among them first (5.7).
  private mutating func evictExcess(besides new: Cookie) -> [String] {
    var evicted: [String] = []
    let sharing = cookies.indices.filter { cookies[$0].domain.hasSameBytes(as: new.domain) }
    if sharing.count > Self.domainLimit {
      let insecure = sharing.dropLast().filter { !cookies[$0].isSecure }
      evicted.append(evictOldest(of: insecure.isEmpty ? Array(sharing.dropLast()) : insecure))
    }
    if cookies.count > Self.totalLimit {
      evicted.append(evictOldest(of: Array(cookies.indices.dropLast())))
    }
    return evicted
  }

  private mutating func evictOldest(of indices: [Int]) -> String {
    let oldest = indices.min { cookies[$0].lastAccess < cookies[$1].lastAccess }
    return oldest.map { cookies.remove(at: $0).name } ?? ""
  }
}
