import Trace
import Wire

extension Run {
  /// A script of a page does one thing, with the rights of the page's origin.
  func perform(_ script: ScriptStep) {
    guard let page = openPage(script) else { return }
    switch script.act {
    case .fetch(let fetch): perform(fetch, client: script.client, page)
    case .writeStorage(let key, let value): keep(text(value), as: key, script.client, page)
    case .writeCookie(let cookie): set(cookie: text(cookie), script.client, page)
    case .message(let message):
      post(pairs(message.data), from: page, to: message.target, script.client)
    }
  }

  /// The page that the script runs in; nil, and said so, when the browser does not show it.
  ///
  /// A page of an origin that is nobody's here (an attacker's own) needs no server to be open.
  private func openPage(_ script: ScriptStep) -> Document? {
    guard let url = WireURL(script.page) else { return nil }
    let browser = world.browsers[script.client]
    let windows = [browser.document, browser.child?.document, browser.child?.parent]
    if let open = windows.lazy.compactMap(\.self).first(where: { $0.origin == url.origin }) {
      return open
    }
    guard world.serverIndex(at: url) == nil else {
      let name = scenario.world.clients[script.client].name
      emit(.note("No page of \(url.origin) is open in \(name), so no script runs there."))
      return nil
    }
    return Document(url: url)
  }

  private func perform(_ fetch: FetchAct, client: Int, _ page: Document) {
    guard let url = WireURL(text(fetch.url)) else {
      emit(.note("\"\(text(fetch.url))\" is not a URL, so nothing was sent."))
      return
    }
    var visit = Visit(client: client, method: fetch.method, url: url)
    visit.purpose = .fetch(fetch.credentials)
    visit.initiator = page
    visit.headers = headers(of: SentWithToken(fetch), to: url)
    if !fetch.form.isEmpty { visit.body = FormCoding.encode(pairs(fetch.form)) }
    visit.follow = .all
    browse(visit)
    let answer = world.browsers[client].lastResponse
    if !visit.isCrossOriginFetch || CrossOriginSharing.exposes("DPoP-Nonce", in: answer),
      isAskedAgain(fetch.proof, client: client, at: url)
    {
      visit.headers = headers(of: SentWithToken(fetch), to: url)
      browse(visit)
    }
    capture(fetch.captures, client: client)
  }

  /// Keeps a value in `localStorage`, or takes it out with nil.
  func keep(_ value: String?, as key: String, _ client: Int, _ page: Document) {
    party = world.partyID(client: client)
    world.browsers[client].storage[page.origin, default: []].set(key, value)
    emit(
      .browserStorage(StorageUse(origin: page.origin, key: key, value: value, wrote: true)))
  }

  private func set(cookie: String, _ client: Int, _ page: Document) {
    turns(on: "http-only")
    party = world.partyID(client: client)
    let verdict = world.browsers[client].jar.store(
      cookie, from: page.url, request: .script(in: page.site), now: now.milliseconds)
    tell(verdict, client: client)
  }
}
