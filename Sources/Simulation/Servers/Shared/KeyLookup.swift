import Tokens
import Trace
import Wire

// Where a verifier finds the keys for a token.
extension Hand {
  /// The key that a server signs with now.
  func signingKey(of spec: ServerSpec) -> JWK { signingKeys(of: spec)[0] }

  /// The same, and behind it those whose tokens may still be about.
  func signingKeys(of spec: ServerSpec) -> [JWK] {
    let newest = run.world.keyNumbers[spec.name] ?? 1
    let numbers = newest > 1 && isOff("key-overlap") ? newest...newest : 1...newest
    return numbers.reversed().map {
      ServerKeys.key(
        of: spec.name, spec.signatureAlgorithm, number: $0, isWeak: isQuietlyOff("strong-secret"))
    }
  }

  /// The keys for an issuer's tokens: one's own, a shared secret, or its published key set. Where
  /// the token is asked where its keys are, it says.
  func keys(of issuer: ServerSpec, for token: String? = nil) -> JWKSet {
    let header = token.flatMap { try? UnverifiedToken($0) }?.header
    if let address = header?["jku"]?.string, isOff("own-keys-only") {
      return fetchKeys(from: address)
    }
    let id = header?["kid"]?.string
    let isHeld = issuer.name == server.name || issuer.signatureAlgorithm.isSymmetric
    let held = isHeld ? signingKeys(of: issuer) : []
    // A name that is on the list leads to the same key in a table and in a folder.
    if let id, !held.contains(where: { $0.id == id }), isOff("kid-lookup") {
      return KeyFiles(hand: self, issuer: issuer).keys(named: id)
    }
    if isHeld { return JWKSet(held.map { $0.publicPart ?? $0 }) }
    return publishedKeys(of: issuer, wanted: id)
  }

  /// Fetched once for each instance and kept; again, once, for a key that is not among them.
  private func publishedKeys(of issuer: ServerSpec, wanted: String?) -> JWKSet {
    let address = run.addresses(of: issuer).keys
    guard let text = run.world.keyCaches[run.seat]?[issuer.name] else {
      return remember(fetchKeys(from: address), of: issuer)
    }
    let known = JWKSets.parse(text)
    guard let wanted, !known.keys.contains(where: { $0.id == wanted }) else { return known }
    if let last = run.world.keyRefetches[run.seat]?[issuer.name],
      now.seconds - last.seconds < Self.refetchPause
    {
      let ago = TimeSpan(seconds: now.seconds - last.seconds).text
      note("The keys of \(issuer.name) were fetched again \(ago) ago, so not for this name.")
      return known
    }
    guard run.world.missedKeys.insert(MissedKey(seat: run.seat, id: wanted)).inserted else {
      return known
    }
    if isOff("refetch-keys") {
      omit(
        "refetch-keys", "fetch the keys again for an unknown kid",
        would: "would have asked \(issuer.name) for \(wanted)")
      return known
    }
    run.world.keyRefetches[run.seat, default: [:]][issuer.name] = now
    return remember(fetchKeys(from: address), of: issuer)
  }

  /// How long an instance waits before it asks for keys once more, whatever names it is shown.
  private static let refetchPause: Int64 = 60

  private func remember(_ text: String, of issuer: ServerSpec) -> JWKSet {
    if !text.isEmpty { run.world.keyCaches[run.seat, default: [:]][issuer.name] = text }
    return JWKSets.parse(text)
  }

  private func fetchKeys(from address: String) -> JWKSet {
    JWKSets.parse(fetchKeys(from: address))
  }

  private func fetchKeys(from address: String) -> String {
    guard let url = WireURL(address), let answer = send(Request("GET", url)),
      answer.status == 200
    else { return "" }
    return answer.body
  }
}

/// A key that an instance has looked for again, so that made-up names cost one request each.
struct MissedKey: Hashable {
  let seat: Seat
  let id: String
}

/// Keys in files that are named by `kid`, as some programs keep them: `keys/` and the name.
struct KeyFiles {
  let hand: Hand
  let issuer: ServerSpec

  /// What everybody may read; the path is the server's, the text is known to all.
  private static let publicFiles = [
    "public/robots.txt": "User-agent: *", "dev/null": "",
  ]

  func keys(named id: String) -> JWKSet {
    if let own = hand.signingKeys(of: issuer).first(where: { $0.id == id }) {
      return JWKSet([own.publicPart ?? own])
    }
    guard let text = Self.publicFiles[Self.resolve("keys/" + id)] else { return JWKSet([]) }
    hand.omit(
      "kid-lookup", "look kid up in a table of keys",
      would: "would have found no key of that name")
    return JWKSet([JWK(secret: text, id: id)])
  }

  /// `keys/../public/robots.txt` is `public/robots.txt`: a file system takes two dots as a step up.
  private static func resolve(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
