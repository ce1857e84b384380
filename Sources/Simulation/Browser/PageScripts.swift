import Trace
import Wire

/// A page's own program at work, in one client's browser.
struct PageScript {
  let client: Int
  let page: Document
}

extension Run {
  /// What a page's own program does as soon as the page is there.
  func runScripts(of document: Document, _ visit: Visit) {
    guard let server = world.serverIndex(at: visit.url) else { return }
    let script = PageScript(client: visit.client, page: document)
    let spec = world.servers[server]
    if spec.role == .attacker { HostileServer.readFragment(of: document.url, spec, self) }
    guard let endpoint = Routes.of(spec.role).script(on: visit.url.path) else { return }
    let name = "script of \(visit.url.base)"
    let answer = execute(
      endpoint, called: name, with: Request("GET", document.url), script, at: server)
    // The window goes on to where the script sends it.
    world.browsers[visit.client].lastRedirect =
      answer.headers["Location"].flatMap { document.url.resolving($0) }
  }

  /// Runs a table in the browser: the party is the person's browser, the program is the server's.
  func execute(
    _ endpoint: Endpoint, called name: String, with request: Request, _ script: PageScript,
    at server: Int
  ) -> Response {
    let outer = (party, instance, seat, self.script)
    let shown = world.browsers[script.client].lastResponse
    defer {
      (party, instance, seat, self.script) = outer
      world.browsers[script.client].lastResponse = shown
      world.browsers[script.client].lastRedirect = nil
    }
    party = world.partyID(client: script.client)
    instance = 0
    seat = Seat(server: server, instance: 1)
    self.script = script
    let hearing = Hearing(run: self, endpoint: name, table: endpoint.rows)
    let answer = endpoint.handle(Arrival(request: request), hearing)
    let words = HTMLText.visibleText(of: answer.body).split(separator: "\n").dropFirst(2)
    if !words.isEmpty { emit(.note("The page shows: \(words.joined(separator: " "))")) }
    return answer
  }

  /// A request of the program, sent as `fetch` sends it; nil where the script may not read the
  /// answer.
  func fetch(_ request: Request, for script: PageScript) -> Response? {
    var visit = Visit(client: script.client, method: request.method, url: request.url)
    visit.purpose = .fetch(.omit)
    visit.initiator = script.page
    visit.headers = request.headers.fields
    visit.body = request.body
    world.browsers[script.client].lastResponse = nil
    let outer = (party, instance)
    defer { (party, instance) = outer }
    browse(visit)
    return world.browsers[script.client].lastResponse
  }
}

// What the page's own program keeps.
extension Hand {
  func stored(_ key: String) -> String? { run.stored(key) }

  /// In localStorage, where every script of the origin finds it; with nil it is taken out.
  func store(_ value: String?, as key: String) {
    guard let script = run.script else { return }
    run.keep(value, as: key, script.client, script.page)
  }

  /// In a variable, which ends with the page.
  func remember(_ value: String, as name: String) {
    guard let script = run.script else { return }
    if run.world.browsers[script.client].document?.url == script.page.url {
      run.world.browsers[script.client].document?.variables.set(name, value)
    } else {
      run.world.browsers[script.client].child?.document.variables.set(name, value)
    }
  }
}

extension Run {
  /// What localStorage holds for the page at work.
  func stored(_ key: String) -> String? {
    guard let script else { return nil }
    let value = world.browsers[script.client].storage[script.page.origin]?[key]
    if let value {
      emit(
        .browserStorage(
          StorageUse(origin: script.page.origin, key: key, value: value, wrote: false)))
    }
    return value
  }
}
