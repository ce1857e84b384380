import Trace
import Wire

extension Run {
  /// More hops than any browser follows (fetch 4.4).
  private static let hopLimit = 20

  /// Sends a request as a browser does, and goes on from answer to answer as far as told.
  func browse(_ visit: Visit) {
    var visit = visit
    for _ in 0..<Self.hopLimit {
      upgrade(&visit)
      guard isPermitted(visit), let response = hop(visit) else { return }
      guard let next = nextHop(after: visit, response) else { return }
      visit = next
    }
    emit(.note("The browser gives up after \(Self.hopLimit) hops: a redirect loop."))
  }

  private func hop(_ visit: Visit) -> Response? {
    let client = visit.client
    guard let response = sendAsBrowser(visit) else { return nil }
    // What the browser does with the answer belongs to the answer's place.
    let outer = path
    path = path.child(sends[outer.packed] ?? 1)
    defer { path = outer }
    if visit.hasCredentials { keepCookies(of: response, visit) }
    rememberTransport(response, visit)
    world.browsers[client].lastResponse = readable(response, visit) ? response : nil
    let location = response.headers["Location"]
    let isRedirect = (300..<400).contains(response.status) && location != nil
    world.browsers[client].lastRedirect =
      isRedirect ? location.flatMap { visit.url.resolving($0) } : nil
    guard visit.purpose.isNavigation else { return response }
    if visit.purpose.isTopLevel { world.browsers[client].history.append(visit.url.text) }
    if !isRedirect, response.headers["Content-Type"]?.hasPrefix("text/html") == true {
      show(response, visit)
    }
    return response
  }

  private func show(_ response: Response, _ visit: Visit) {
    let policy = ReferrerPolicy(header: response.headers["Referrer-Policy"]) ?? .standard
    let document = Document(url: visit.url, policy: policy)
    if let parent = visit.parent {
      world.browsers[visit.client].child = nil
      guard visit.purpose != .frame || isFrameable(response, in: parent, visit) else { return }
      world.browsers[visit.client].child = ChildWindow(document: document, parent: parent)
    } else {
      world.browsers[visit.client].document = document
      world.browsers[visit.client].child = nil
    }
    if visit.purpose != .frame {
      emit(
        .navigated(
          Navigation(url: visit.url.base, initiator: visit.initiator?.site.text)))
    }
    runScripts(of: document, visit)
  }

  /// The request with all that a browser adds.
  private func sendAsBrowser(_ visit: Visit) -> Response? {
    party = world.partyID(client: visit.client)
    instance = 0
    var url = visit.url
    // What stands behind the # is for the page, and never sent (RFC 9110 7.1).
    url.fragment = nil
    var request = Request(visit.method, url, headers: Headers(visit.headers), body: visit.body)
    attachCookies(to: &request, visit)
    for field in BrowserHeaders.fields(for: visit) {
      request.headers.append(field.name, field.value)
    }
    world.browsers[visit.client].lastRequest = request
    return send(request, from: Sender(party: party, instance: 0))
  }

  private func attachCookies(to request: inout Request, _ visit: Visit) {
    var all = visit.cookies.map { "\($0.name)=\($0.value)" }
    if visit.hasCredentials {
      let (header, verdicts) = world.browsers[visit.client].jar.attach(
        to: visit.url, context: visit.cookieContext, now: now.milliseconds)
      let outer = path
      path = path.child((sends[outer.packed] ?? 0) &+ 1)
      for verdict in verdicts { tell(verdict, client: visit.client) }
      path = outer
      if let header { all.insert(header, at: 0) }
    }
    if !all.isEmpty { request.headers.append("Cookie", all.joined(separator: "; ")) }
  }

  private func keepCookies(of response: Response, _ visit: Visit) {
    for header in response.headers.all("Set-Cookie") {
      let verdict = world.browsers[visit.client].jar.store(
        header, from: visit.url, request: visit.cookieContext, now: now.milliseconds)
      tell(verdict, client: visit.client)
    }
  }

  func tell(_ verdict: CookieVerdict, client: Int) {
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

  // Cross-origin requests of scripts.

  /// Asks the other origin first where the request is one that no form could send.
  private func isPermitted(_ visit: Visit) -> Bool {
    guard CrossOriginSharing.needsPreflight(visit) else { return true }
    guard let answer = sendAsBrowser(CrossOriginSharing.preflight(for: visit)) else {
      return false
    }
    do throws(CrossOriginSharing.Obstacle) {
      try CrossOriginSharing.judge(preflight: answer, for: visit)
      return true
    } catch {
      world.browsers[visit.client].lastResponse = nil
      emit(.note("The browser does not send the request: \(error.sentence)."))
      return false
    }
  }

  private func readable(_ response: Response, _ visit: Visit) -> Bool {
    if visit.purpose == .image { return false }
    do throws(CrossOriginSharing.Obstacle) {
      try CrossOriginSharing.judge(response, for: visit)
      return true
    } catch {
      emit(.note("The script may not read the answer: \(error.sentence)."))
      return false
    }
  }

  // Strict transport security.

  /// An http URL of a host that asked for https is never requested as such (RFC 6797 8.3).
  private func upgrade(_ visit: inout Visit) {
    guard visit.url.scheme == "http" else { return }
    turns(on: "strict-transport")
    guard
      world.browsers[visit.client].httpsOnly.contains(visit.url.host)
    else { return }
    visit.url.scheme = "https"
    emit(.note("The browser knows that \(visit.url.host) wants https, and asks there at once."))
  }

  private func rememberTransport(_ response: Response, _ visit: Visit) {
    guard visit.url.isSecure, response.headers["Strict-Transport-Security"] != nil else { return }
    world.browsers[visit.client].httpsOnly.insert(visit.url.host)
  }
}
