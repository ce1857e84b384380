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
      emit(
        .act(
          AttackAct(
            kind: .steal, text: "copies \(theft.loot.words) \(theft.channel.words)",
            target: world.partyID(client: theft.victim), taken: taken, made: nil,
            loot: theft.name, lootValue: value)))
    } catch {
      emit(.note(error.sentence))
    }
  }

  /// The secret that a stolen URL carries.
  private func secretInside(_ value: String) -> SecretID? {
    guard let url = WireURL(value) else { return nil }
    return url.query.lazy.compactMap { self.secretsByValue[$0.value] }.first
  }

  private func take(_ theft: StealStep) throws(TheftFailure) -> String {
    switch theft.loot {
    case .cookie(let name): try cookie(name, theft)
    case .redirectURL: try redirect(theft).text
    case .redirectParameter(let name):
      try found(
        redirect(theft).query[name], "the redirect carries no \(name)")
    case .json(let path): try body(path, theft)
    }
  }

  private func found(_ value: String?, _ otherwise: String) throws(TheftFailure) -> String {
    guard let value else { throw .nothingThere(otherwise) }
    return value
  }

  private func cookie(_ name: String, _ theft: StealStep) throws(TheftFailure) -> String {
    let victim = scenario.world.clients[theft.victim].name
    guard
      let cookie = world.browsers[theft.victim].jar.cookies.last(where: { $0.name == name })
    else { throw .nothingThere("\(victim) has no cookie \(name)") }
    switch theft.channel {
    case .desk, .device: return cookie.value
    case .script:
      if cookie.isHTTPOnly { throw .hidden("\(name) is HttpOnly, so scripts cannot read it") }
      return cookie.value
    case .network:
      if cookie.isSecure { throw .hidden("\(name) is Secure, so it never travels in the clear") }
      guard wasSentInTheClear(cookie.value) else {
        throw .hidden("every message that carried \(name) was encrypted (TLS)")
      }
      return cookie.value
    case .referer, .log, .history, .store:
      throw .hidden("a cookie does not appear \(theft.channel.words)")
    }
  }

  private func wasSentInTheClear(_ value: String) -> Bool {
    trace.records.contains { record in
      guard case .sent(let sent) = record.event, !sent.request.url.isSecure else { return false }
      return sent.request.cookies.contains { $0.value == value }
    }
  }

  private func redirect(_ theft: StealStep) throws(TheftFailure) -> WireURL {
    let victim = scenario.world.clients[theft.victim].name
    guard let url = world.browsers[theft.victim].lastRedirect else {
      throw .nothingThere("\(victim) was not redirected")
    }
    switch theft.channel {
    case .desk, .history: return url
    case .device:
      if url.scheme == "https" || url.scheme == "http" {
        throw .hidden("a link of \(url.origin) opens in the browser, not in another app")
      }
      return url
    case .network:
      if url.isSecure { throw .hidden("the redirect came over TLS") }
      return url
    case .script, .referer, .log, .store:
      throw .hidden("a redirect does not appear \(theft.channel.words)")
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
}

extension Loot {
  var words: String {
    switch self {
    case .cookie(let name): "the cookie \(name)"
    case .redirectURL: "the redirect's URL"
    case .redirectParameter(let name): "the redirect's \(name)"
    case .json(let path): "\(path)"
    }
  }
}
