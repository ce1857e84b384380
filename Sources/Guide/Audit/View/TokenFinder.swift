import Trace
import Wire

/// Finds the tokens in messages and in browsers' storage, by the places where they belong.
struct TokenFinder {
  private let view: AuditView

  init(_ view: AuditView) { self.view = view }

  func tokens() -> [SeenToken] {
    view.exchanges.flatMap { request($0) + response($0) } + stored()
  }

  private static let members: [(name: String, purpose: SeenToken.Purpose)] = [
    ("access_token", .access), ("id_token", .identity), ("refresh_token", .unknown),
    ("logout_token", .logout), ("client_assertion", .assertion), ("assertion", .assertion),
    ("subject_token", .unknown), ("actor_token", .unknown), ("id_token_hint", .identity),
    ("token", .unknown),
  ]

  private func request(_ it: SeenExchange) -> [SeenToken] {
    var out: [SeenToken] = []
    if let bearer = it.request.headers["Authorization"].flatMap(Self.credential) {
      add(bearer, .unknown, .authorization, it, to: &out)
    }
    if let proof = it.request.headers["DPoP"] { add(proof, .proof, .body, it, to: &out) }
    out += named(it.request.url.query, .url, it)
    if it.hasForm { out += named(it.request.form, .body, it) }
    for cookie in it.request.cookies { add(cookie.value, .session, .cookie, it, to: &out) }
    return out
  }

  private func response(_ it: SeenExchange) -> [SeenToken] {
    guard let response = it.response else { return [] }
    var out: [SeenToken] = []
    if let object = it.json?.object {
      for (name, purpose) in Self.members {
        guard let text = object[name]?.string else { continue }
        add(text, purpose, .body, it, isIssued: true, to: &out)
      }
    }
    if let target = it.location {
      let fragment = FormCoding.parse(target.fragment ?? "")
      out += named(target.query + fragment, .url, it, isIssued: true)
    }
    for header in response.headers.all("Set-Cookie") {
      guard let cookie = SeenCookie(header, place: it.place, exchange: it) else { continue }
      if !cookie.isDeletion, CookieRole.isToken(cookie.cookie.value) {
        let whole = header.dropFirst(cookie.cookie.name.count + 1).prefix { $0 != ";" }
        add(String(whole), .session, .cookie, it, isIssued: true, to: &out)
      }
    }
    return out
  }

  private func stored() -> [SeenToken] {
    view.trace.records.indices.compactMap { index in
      guard case .browserStorage(let use) = view.trace.records[index].event, use.wrote,
        let value = use.value, Self.isToken(value)
      else { return nil }
      return SeenToken(value, .unknown, .storage, view.place(ofRecord: index), exchange: nil)
    }
  }

  private func named(
    _ pairs: [Pair], _ channel: SeenToken.Channel, _ it: SeenExchange, isIssued: Bool = false
  ) -> [SeenToken] {
    var out: [SeenToken] = []
    for (name, purpose) in Self.members {
      for value in pairs.all(name) {
        add(value, purpose, channel, it, isIssued: isIssued, to: &out)
      }
    }
    return out
  }

  private func add(
    _ text: String, _ purpose: SeenToken.Purpose, _ channel: SeenToken.Channel,
    _ it: SeenExchange, isIssued: Bool = false, to out: inout [SeenToken]
  ) {
    guard Self.isToken(text) else { return }
    // An attacker's own server gives out what it likes.
    if isIssued, it.isToAttacker { return }
    let place = isIssued ? it.answerPlace(view.trace) : it.place
    out.append(SeenToken(text, purpose, channel, place, exchange: it, isIssued: isIssued))
  }

  /// Bearer and DPoP (RFC 6750 2.1, RFC 9449 7.1).
  private static func credential(_ header: String) -> String? {
    let parts = header.split(separator: " ", maxSplits: 1)
    guard parts.count == 2,
      ASCII.equalFolded(parts[0], "bearer") || ASCII.equalFolded(parts[0], "dpop")
    else { return nil }
    return String(parts[1])
  }

  /// Three parts or five, as a compact JWS or JWE has.
  private static func isToken(_ text: String) -> Bool {
    let dots = text.utf8.count { $0 == UInt8(ascii: ".") }
    return (dots == 2 || dots == 4) && text.hasPrefix("ey")
  }
}
