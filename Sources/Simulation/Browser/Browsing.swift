import Trace
import Wire

extension Run {
  /// More hops than any browser follows (fetch 4.4).
  private static let hopLimit = 20

  /// Sends a request as a browser does, and goes on from answer to answer as far as told.
  func browse(_ visit: Visit) {
    var visit = visit
    for _ in 0..<Self.hopLimit {
      guard let response = hop(&visit) else { return }
      guard let next = nextHop(after: visit, response) else { return }
      visit = next
    }
    emit(.note("The browser gives up after \(Self.hopLimit) hops: a redirect loop."))
  }

  private func hop(_ visit: inout Visit) -> Response? {
    let client = visit.client
    party = world.partyID(client: client)
    instance = 0
    let request = attachCookies(visit)
    guard let response = send(request, from: Sender(party: party, instance: 0)) else { return nil }
    // What the browser does with the answer belongs to the answer's place.
    let outer = path
    path = path.child(sends[outer.packed] ?? 1)
    keepCookies(of: response, visit)
    world.browsers[client].lastResponse = response
    world.browsers[client].history.append(visit.url.text)
    let location = response.headers["Location"]
    let isRedirect = (300..<400).contains(response.status) && location != nil
    world.browsers[client].lastRedirect =
      isRedirect ? location.flatMap { visit.url.resolving($0) } : nil
    if !isRedirect, response.headers["Content-Type"]?.hasPrefix("text/html") == true {
      world.browsers[client].document = visit.url
      emit(
        .navigated(
          Navigation(url: visit.url.base, initiator: visit.initiator?.text)))
    }
    path = outer
    return response
  }

  private func attachCookies(_ visit: Visit) -> Request {
    var request = Request(
      visit.method, visit.url, headers: Headers(visit.headers), body: visit.body)
    let context = CookieContext(initiator: visit.initiator, method: visit.method)
    let (header, verdicts) = world.browsers[visit.client].jar.attach(
      to: visit.url, context: context, now: now.milliseconds)
    let outer = path
    path = path.child((sends[outer.packed] ?? 0) &+ 1)
    for verdict in verdicts { tell(verdict, client: visit.client) }
    path = outer
    let byHand = visit.cookies.map { "\($0.name)=\($0.value)" }
    let all = (header.map { [$0] } ?? []) + byHand
    if !all.isEmpty { request.headers.append("Cookie", all.joined(separator: "; ")) }
    return request
  }

  private func keepCookies(of response: Response, _ visit: Visit) {
    for header in response.headers.all("Set-Cookie") {
      let context = CookieContext(initiator: visit.initiator, method: visit.method)
      let verdict = world.browsers[visit.client].jar.store(
        header, from: visit.url, request: context, now: now.milliseconds)
      tell(verdict, client: visit.client)
    }
  }

  private func tell(_ verdict: CookieVerdict, client: Int) {
    let fate: CookieFate
    switch verdict.outcome {
    case .stored: fate = .stored
    case .replaced: fate = .replaced
    case .deleted, .expired: fate = .deleted
    case .refused: fate = .refused
    case .attached: fate = .attached
    case .withheld(let reason):
      // Another host's cookie is not withheld from this one: it has nothing to do with it.
      if reason == .otherHost || reason == .otherDomain { return }
      fate = .withheld
    }
    let cookie = world.browsers[client].jar.cookies.first {
      $0.name == verdict.name && $0.domain == verdict.domain && $0.path == verdict.path
    }
    emit(
      .cookie(
        CookieDecision(
          name: verdict.name, value: cookie?.value ?? "", fate: fate,
          reason: verdict.reason?.sentence ?? "", host: verdict.domain)))
  }

  private func nextHop(after visit: Visit, _ response: Response) -> Visit? {
    guard visit.follow != .no else { return nil }
    if let target = world.browsers[visit.client].lastRedirect {
      if case .until(let stop) = visit.follow, target.text.hasPrefix(stop) { return nil }
      return redirected(visit, response.status, to: target)
    }
    return filledForm(visit, response)
  }

  /// 307 and 308 repeat the request with its body; the others become a GET (RFC 9110 15.4).
  private func redirected(_ visit: Visit, _ status: Int, to target: WireURL) -> Visit {
    var next = Visit(client: visit.client, method: "GET", url: target)
    next.initiator = visit.initiator
    next.follow = visit.follow
    next.fill = visit.fill
    if status == 307 || status == 308 {
      next.method = visit.method
      next.body = visit.body
      next.headers = visit.headers
    }
    return next
  }

  /// The page's form with the values that the person has for its fields; nil when there is no form
  /// or the person has nothing for a field that has to be typed.
  private func filledForm(_ visit: Visit, _ response: Response) -> Visit? {
    guard !visit.fill.isEmpty, response.status == 200,
      var form = HTMLForm.first(in: response.body)
    else { return nil }
    for field in form.fields where field.kind != .hidden {
      guard let value = visit.fill[field.name], form.fill(field.name, with: value) else {
        return nil
      }
    }
    let button =
      form.buttons.first { visit.fill[$0.name] == $0.value } ?? form.buttons.first
    guard let request = form.request(on: visit.url, pressing: button) else { return nil }
    var next = Visit(client: visit.client, method: request.method, url: request.url)
    next.headers = request.headers.fields
    next.body = request.body
    next.initiator = Site(of: visit.url)
    next.follow = visit.follow
    next.fill = visit.fill
    return next
  }
}
