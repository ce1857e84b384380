import Tokens
import Trace
import Wire

/// Why a channel does not show what the thief wants.
enum TheftFailure: Error {
  case nothingThere(String)
  case hidden(String)

  var sentence: String {
    switch self {
    case .nothingThere(let what): "There is nothing to take: \(what)."
    case .hidden(let why): "This channel does not show it: \(why)."
    }
  }
}

extension Run {
  /// A thief sees what the channel shows, and nothing else.
  func perform(_ theft: StealStep) {
    do throws(TheftFailure) {
      let value = try take(theft)
      world.captures[theft.name] = value
      let taken = secretsByValue[value] ?? secretInside(value)
      // The hash of a secret is no secret, and another one with another seed.
      if taken == nil { trace.identifiers.append(value) }
      emit(
        .act(
          AttackAct(
            kind: .steal, text: "copies \(theft.loot.words) \(theft.channel.words)",
            target: target(of: theft), taken: taken, made: nil, loot: theft.name,
            lootValue: value)))
    } catch {
      emit(.note(error.sentence))
    }
  }

  /// From whom: a client, or the server that keeps the store.
  private func target(of theft: StealStep) -> PartyID? {
    switch theft.loot {
    case .cookie, .redirectURL, .redirectParameter, .json, .storage, .sent:
      world.partyID(client: theft.victim)
    case .rowKey(let store, _):
      world.storeInfos.first { $0.name == store || $0.database == store }?.owner
    case .verifyingKey(let name):
      world.servers.firstIndex { $0.name == name }.map { world.partyID(server: $0) }
    }
  }

  /// The secret that a stolen URL carries.
  private func secretInside(_ value: String) -> SecretID? {
    guard let url = WireURL(value) else { return nil }
    let pairs = url.query + FormCoding.parse(url.fragment ?? "")
    return pairs.lazy.compactMap { self.secretsByValue[$0.value] }.first
  }

  private func take(_ theft: StealStep) throws(TheftFailure) -> String {
    switch theft.loot {
    case .cookie(let name): try cookie(name, theft)
    case .redirectURL: try redirect(theft).text
    case .redirectParameter(let name) where theft.channel == .history:
      try found(remembered(name, theft.victim), "no address in the history carries a \(name)")
    case .redirectParameter(let name):
      try found(
        redirect(theft).parameter(name), "the redirect carries no \(name)")
    case .json(let path): try body(path, theft)
    case .storage(let key): try storage(key, theft)
    case .rowKey(let store, let secret): try rowKey(store, secret, theft)
    case .verifyingKey(let server): try verifyingKey(server, theft)
    case .sent(let name): try field(name, theft)
    }
  }

  /// The newest value of a parameter among the addresses that a browser has opened.
  private func remembered(_ name: String, _ victim: Int) -> String? {
    let browser = world.browsers[victim]
    let opened = browser.history.reversed().lazy.compactMap { WireURL($0) }
    return browser.lastRedirect?.parameter(name)
      ?? opened.compactMap { $0.parameter(name) }.first
  }

  private func found(_ value: String?, _ otherwise: String) throws(TheftFailure) -> String {
    guard let value else { throw .nothingThere(otherwise) }
    return value
  }

  private func victim(of theft: StealStep) -> String {
    scenario.world.clients[theft.victim].name
  }

  private func cookie(_ name: String, _ theft: StealStep) throws(TheftFailure) -> String {
    guard
      let cookie = world.browsers[theft.victim].jar.cookies.last(where: { $0.isCalled(name) })
    else { throw .nothingThere("\(victim(of: theft)) has no cookie \(name)") }
    world.cookieNames[cookie.value] = cookie.name
    switch theft.channel {
    case .desk, .device: return cookie.value
    case .script:
      turns(on: "http-only")
      if cookie.isHTTPOnly { throw .hidden("\(name) is HttpOnly, so scripts cannot read it") }
      return cookie.value
    case .network:
      guard travelledInTheClear(cookie.value) else {
        throw .hidden("every message that carried \(name) was encrypted (TLS)")
      }
      return cookie.value
    case .referer, .log, .history, .store:
      throw .hidden("a cookie does not appear \(theft.channel.words)")
    }
  }

  private func redirect(_ theft: StealStep) throws(TheftFailure) -> WireURL {
    guard let url = world.browsers[theft.victim].lastRedirect else {
      throw .nothingThere("\(victim(of: theft)) was not redirected")
    }
    switch theft.channel {
    // A browser opens and remembers where it is redirected, also where a scenario looks away.
    case .desk, .history: return url
    case .referer:
      guard wasToldAsReferer(url) else {
        throw .hidden("no other site was told this URL as Referer")
      }
      return url
    case .log:
      guard wasLogged(url) else { throw .hidden("no server was asked for this URL") }
      return url
    case .device:
      if url.scheme == "https" || url.scheme == "http" {
        throw .hidden("a link of \(url.origin) opens in the browser, not in another app")
      }
      return url
    case .network:
      if url.isSecure { throw .hidden("the redirect came over TLS") }
      return url
    case .script, .store: throw .hidden("a redirect does not appear \(theft.channel.words)")
    }
  }

  private func body(_ path: String, _ theft: StealStep) throws(TheftFailure) -> String {
    guard let value = value(of: .json(path), client: theft.victim) else {
      throw .nothingThere("the last answer has no member \(path)")
    }
    switch theft.channel {
    case .desk, .device, .script: return value
    case .network, .referer, .log, .history, .store:
      throw .hidden("the body of a TLS answer does not appear \(theft.channel.words)")
    }
  }

  /// `localStorage` belongs to an origin: every script of its pages reads it (HTML 12.2).
  private func storage(_ key: String, _ theft: StealStep) throws(TheftFailure) -> String {
    let browser = world.browsers[theft.victim]
    guard let page = browser.document else {
      throw .nothingThere("\(victim(of: theft)) has no page open")
    }
    let value = try found(
      browser.storage[page.origin]?[key], "\(page.origin) keeps no \(key) in localStorage")
    switch theft.channel {
    case .desk, .device, .script: return value
    case .network, .referer, .log, .history, .store:
      throw .hidden("localStorage does not appear \(theft.channel.words)")
    }
  }

  /// Whoever reads the store sees keys: the value itself, or its hash.
  private func rowKey(
    _ store: String, _ secret: String, _ theft: StealStep
  ) throws(TheftFailure) -> String {
    guard theft.channel == .store else {
      throw .hidden("the rows of a store do not appear \(theft.channel.words)")
    }
    turns(on: "hashed-ids")
    let places = world.storeInfos.indices.filter {
      [world.storeInfos[$0].name, world.storeInfos[$0].database].contains(store)
    }
    let kept = places.flatMap { world.stores[$0].values }.first { row in
      row.key.secret.map { trace.secret($0).name == secret } ?? false
    }
    let key = try found(kept?.key.text, "\(store) has no row for \(secret)")
    // What is an id, whoever finds it brings under the name that such cookies have.
    let cookies = world.browsers.flatMap(\.jar.cookies)
    if let cookie = cookies.first(where: { $0.value == key }) {
      world.cookieNames[key] = cookie.name
    }
    return key
  }
}

extension Run {
  /// Servers write into their logs what they are sent, and not always only the first line.
  private func field(_ name: String, _ theft: StealStep) throws(TheftFailure) -> String {
    let request = world.browsers[theft.victim].lastRequest
    let value = try found(
      request?.sent(name), "the last request of \(victim(of: theft)) had no \(name)")
    switch theft.channel {
    case .desk, .device, .script, .log: return value
    case .network:
      if request?.url.isSecure ?? true { throw .hidden("the request went over TLS") }
      return value
    case .referer, .history, .store:
      throw .hidden("a header field does not appear \(theft.channel.words)")
    }
  }
}

extension Request {
  /// A header field; of Authorization, what stands behind the scheme (RFC 9110 11.4).
  func sent(_ name: String) -> String? {
    guard let value = headers[name] else { return nil }
    guard ASCII.equalFolded(name, "authorization") else { return value }
    return value.split(separator: " ", maxSplits: 1).dropFirst().first.map(String.init)
  }
}

extension Run {
  /// Whoever breaks into a server has the key that it verifies with: a secret, or a public key.
  private func verifyingKey(
    _ name: String, _ theft: StealStep
  ) throws(TheftFailure) -> String {
    guard theft.channel == .store else {
      throw .hidden("a server's keys do not appear \(theft.channel.words)")
    }
    guard let spec = server(named: name) else { throw .nothingThere("there is no \(name)") }
    let issuer = spec.trusts.flatMap { server(named: $0) } ?? spec
    let key = ServerKeys.key(
      of: issuer.name, issuer.signatureAlgorithm, number: world.keyNumbers[issuer.name] ?? 1,
      isWeak: isQuietlyOff("strong-secret"))
    let known = key.publicPart ?? key
    guard let json = try? known.json(revealingPrivate: known.isSymmetric) else {
      throw .nothingThere("\(name) verifies no tokens")
    }
    let text = JSONValue.object(json).text()
    register(.key, text, from: nil)
    return text
  }
}

extension Loot {
  var words: String {
    switch self {
    case .cookie(let name): "the cookie \(name)"
    case .redirectURL: "the redirect's URL"
    case .redirectParameter(let name): "the redirect's \(name)"
    case .json(let path): path
    case .storage(let key): "\(key) of localStorage"
    case .rowKey(let store, let secret): "the key of \(secret) in \(store)"
    case .verifyingKey(let server): "the key that \(server) verifies with"
    case .sent(let name): "\(name) of the last request"
    }
  }
}
