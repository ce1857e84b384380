import Trace
import Wire

/// Plays the Set-Cookie headers of a file through a jar of RFC 6265bis, and holds what the jar would
/// have sent against what the file shows was sent.
struct JarReplay {
  private var jars: [PartyID: CookieJar] = [:]
  /// When the answer that set a cookie had ended: a request on its way could not have it.
  private var settled: [Place: Instant] = [:]
  private let showsSent: Bool
  private let allowsUnsafeForTwoMinutes: Bool

  private struct Place: Hashable {
    let name: String
    let domain: String
    let path: String

    init(_ cookie: Cookie) {
      name = cookie.name
      domain = cookie.domain
      path = cookie.path
    }
  }

  init(_ exchanges: [ImportedExchange], writer: ImportReport.Writer) {
    showsSent = exchanges.contains { $0.request.headers["Cookie"] != nil }
    // Of the browsers Chrome alone does so.
    allowsUnsafeForTwoMinutes = writer == .chrome
  }

  mutating func play(_ exchange: ImportedExchange) {
    var jar =
      jars[exchange.client] ?? CookieJar(allowsUnsafeForTwoMinutes: allowsUnsafeForTwoMinutes)
    let context = RequestOrigin.context(of: exchange)
    send(exchange, context, &jar)
    keep(exchange, context, &jar)
    jars[exchange.client] = jar
  }

  // Before the request.

  private func send(
    _ exchange: ImportedExchange, _ context: CookieContext, _ jar: inout CookieJar
  ) {
    let now = exchange.began.milliseconds
    let (_, verdicts) = jar.attach(to: exchange.url, context: context, now: now)
    var sent = exchange.request.cookies
    // Of what had expired the jar speaks first, and then of each cookie that it holds, in order.
    for (verdict, cookie) in zip(verdicts.suffix(jar.cookies.count), jar.cookies) {
      if case .withheld(let reason) = verdict.outcome,
        reason == .otherHost || reason == .otherDomain
      {
        continue
      }
      let place = sent.firstIndex { $0.name.hasSameBytes(as: cookie.name) }
      let shown = place.map { sent.remove(at: $0).value }
      if let decision = decision(verdict, cookie, shown: shown, exchange, context) {
        exchange.sentCookies.append(decision)
      }
    }
    let host = exchange.url.host
    exchange.sentCookies += sent.map {
      CookieDecision(
        name: $0.name, value: $0.value, fate: .attached, reason: JarWords.unknown, host: host)
    }
  }

  private func decision(
    _ verdict: CookieVerdict, _ cookie: Cookie, shown: String?, _ exchange: ImportedExchange,
    _ context: CookieContext
  ) -> CookieDecision? {
    func decide(_ fate: CookieFate, _ reason: String) -> CookieDecision {
      CookieDecision(
        name: cookie.name, value: shown ?? cookie.value, fate: fate, reason: reason,
        host: cookie.domain)
    }
    let obstacle = verdict.reason?.sentence
    guard showsSent else {
      let fate: CookieFate = obstacle == nil ? .attached : .withheld
      return decide(fate, [obstacle, JarWords.computed].compactMap { $0 }.joined(separator: "; "))
    }
    switch (obstacle, shown) {
    case (nil, let shown?):
      return decide(.attached, shown.hasSameBytes(as: cookie.value) ? "" : JarWords.otherValue)
    case (let obstacle?, nil): return decide(.withheld, obstacle)
    case (let obstacle?, _): return decide(.attached, JarWords.against(obstacle))
    case (nil, nil):
      if let end = settled[Place(cookie)], exchange.began < end, exchange.origin == nil {
        return nil
      }
      return decide(.withheld, JarWords.unexplained(exchange, context))
    }
  }

  // After the answer.

  private mutating func keep(
    _ exchange: ImportedExchange, _ context: CookieContext, _ jar: inout CookieJar
  ) {
    let now = exchange.began.milliseconds
    for header in exchange.response?.headers.all("Set-Cookie") ?? [] {
      let verdict = jar.store(header, from: exchange.url, request: context, now: now)
      let cookie = jar.cookies.first { verdict.isAbout($0) }
      if let cookie { settled[Place(cookie)] = exchange.ended }
      exchange.keptCookies.append(
        CookieDecision(
          name: verdict.name, value: cookie?.value ?? "", fate: verdict.fate,
          reason: verdict.reason?.sentence ?? "", host: verdict.domain))
    }
  }
}

extension CookieVerdict {
  fileprivate func isAbout(_ cookie: Cookie) -> Bool {
    name.hasSameBytes(as: cookie.name) && domain == cookie.domain && path == cookie.path
  }

  fileprivate var fate: CookieFate {
    switch outcome {
    case .stored: .stored
    case .replaced: .replaced
    case .deleted, .expired: .deleted
    case .refused: .refused
    case .attached: .attached
    case .withheld: .withheld
    }
  }
}
