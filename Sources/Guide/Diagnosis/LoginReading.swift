import Trace
import Wire

/// A trace as somebody reads it who looks for the reason of a failing sign-in: the exchanges in their
/// order, with what the browser's jar did at each.
package struct LoginReading: Sendable {
  package struct Exchange: Sendable {
    let index: Int
    /// The record of the request, and that of the answer.
    let sent: Int
    let received: Int?
    let client: PartyID
    let server: PartyID
    let request: Request
    let response: Response?
    let message: OAuthMessage
    let began: Instant
    /// The jar's decisions before the request and after the answer, each with its record.
    let before: [(record: Int, decision: CookieDecision)]
    let after: [(record: Int, decision: CookieDecision)]

    var url: WireURL { request.url }
    var status: Int { response?.status ?? 0 }

    /// The record to point at: the answer where there is one.
    var place: Int { received ?? sent }

    func withheld(_ name: String) -> CookieDecision? {
      before.first { $0.decision.fate == .withheld && $0.decision.name == name }?.decision
    }
  }

  package let trace: Trace
  /// Those of people's browsers and apps, and those between servers; without the attackers'.
  let exchanges: [Exchange]

  package init(_ trace: Trace) {
    self.trace = trace
    let beats = trace.beats
    var out: [Exchange] = []
    for beat in beats where beat.kind == .request {
      guard let sent = trace.records[beat.record].event.sent,
        trace.party(sent.from).kind != .attacker
      else { continue }
      let answer = beats.responsePairs[beat.index].map { beats[$0] }
      out.append(
        Exchange(
          index: out.count, sent: beat.record, received: answer?.record, client: sent.from,
          server: sent.to, request: sent.request,
          response: answer.flatMap { trace.records[$0.record].event.received?.response },
          message: OAuthMessage(sent.request), began: trace.records[beat.record].time,
          before: Self.decisions(trace, beat.records, of: sent.from),
          after: answer.map { Self.decisions(trace, $0.records, of: sent.from) } ?? []))
    }
    exchanges = out
  }

  private static func decisions(
    _ trace: Trace, _ records: Range<Int>, of client: PartyID
  ) -> [(record: Int, decision: CookieDecision)] {
    records.compactMap { record in
      guard case .cookie(let decision) = trace.records[record].event,
        trace.records[record].party == client
      else { return nil }
      return (record, decision)
    }
  }

  /// Whether a server sent it, and no browser saw it.
  func isBetweenServers(_ exchange: Exchange) -> Bool {
    trace.party(exchange.client).origin != nil
  }

  /// What a person's browser sent.
  var browsing: [Exchange] { exchanges.filter { !isBetweenServers($0) } }

  func title(_ party: PartyID) -> String { trace.party(party).name }

  /// The later exchanges of the same client with the same host.
  func later(_ exchange: Exchange) -> [Exchange] {
    exchanges[(exchange.index + 1)...].filter {
      $0.client == exchange.client && $0.url.host == exchange.url.host
    }
  }

  /// Whether what the answer sets has to do with a sign-in: it takes one, begins one, or the server
  /// is one that signs people in.
  func isPartOfSignIn(_ exchange: Exchange) -> Bool {
    if exchange.isSignIn || next(exchange)?.message.kind == .authorization { return true }
    switch trace.party(exchange.server).kind {
    case .provider, .oauthClient: return true
    case .browser, .nativeApp, .attacker, .webApp, .api: return false
    }
  }

  /// Whether a cookie that was looked at before a request comes from a sign-in.
  func isOfSignIn(_ decision: CookieDecision, before exchange: Exchange) -> Bool {
    exchanges[..<exchange.index].contains { earlier in
      earlier.client == exchange.client
        && earlier.after.contains {
          $0.decision.name == decision.name && $0.decision.host == decision.host
        } && isPartOfSignIn(earlier)
    }
  }

  /// The request that the answer's redirect led to.
  func next(_ exchange: Exchange) -> Exchange? {
    guard let location = exchange.response?.headers["Location"],
      let target = exchange.url.resolving(location)
    else { return nil }
    return exchanges[(exchange.index + 1)...].prefix(8).first {
      $0.client == exchange.client && $0.url.origin == target.origin
        && $0.url.requestTarget == target.requestTarget
    }
  }
}

// What became of a request.
extension LoginReading.Exchange {
  /// Whether the server treats the browser as a stranger, or refuses the request.
  var isTurnedAway: Bool { isRefused || leadsToLogin || isLoginPage }

  var isRefused: Bool { (400..<500).contains(status) && status != 404 }

  /// A redirect to where people sign in.
  var leadsToLogin: Bool {
    guard (300..<400).contains(status), let location = response?.headers["Location"],
      let target = url.resolving(location)
    else { return false }
    if OAuthMessage(Request("GET", target)).kind == .authorization { return true }
    let path = ASCII.lowercased(target.path)
    return ["login", "signin", "sign-in", "log-in", "sso", "/auth"].contains {
      ByteSearch.first($0, in: path) != nil
    }
  }

  /// A page that asks for a password.
  var isLoginPage: Bool {
    guard status == 200, let body = response?.body, ByteSearch.first("password", in: body) != nil
    else { return false }
    return HTMLForm.all(in: body).contains { $0.fields.contains { $0.kind == .password } }
  }

  /// Whether it brings a password or the provider's answer: what a session begins with.
  var isSignIn: Bool {
    if message.kind == .answer { return true }
    guard request.method == "POST" else { return false }
    let names = ["password", "passwd", "pwd", "pass"]
    if request.form.contains(where: { names.contains(ASCII.lowercased($0.name)) }) { return true }
    // A page's script sends the form as JSON.
    return names.contains { ByteSearch.first("\"\($0)\"", in: request.body) != nil }
  }

  /// The words that a page or an error answer has for people.
  var words: String {
    guard let body = response?.body else { return "" }
    if let json = try? JSONValue.parse(body, limits: .lenient), let object = json.object {
      return [object["error"]?.string, object["error_description"]?.string].compactMap { $0 }
        .joined(separator: ": ")
    }
    // The heading of most error pages says no more than the status.
    let lines = HTMLText.visibleText(of: body).split(separator: "\n").map(String.init)
    let telling = lines.filter { !$0.hasSuffix(" \(status)") && $0 != "\(status)" }
    let text = telling.joined(separator: "; ")
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
