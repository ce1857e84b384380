import Simulation

/// A change that is often made, in one key.
enum TamperPreset: Hashable, Sendable {
  case drop, twice
  /// Of an answer: nothing but a failure; a cookie without what protects it.
  case failure, bareCookie(String)
  case algorithmNone, stripSignature
  case ownKey
  case crack
  /// Signed by HMAC with a key that the attacker got hold of, the public one among them.
  case key(ForgerMeans.Key)

  static func all(for tamper: TamperState) -> [TamperPreset] {
    let ways = ways(for: tamper)
    guard tamper.tokenField != nil else { return ways }
    return [.algorithmNone, .stripSignature, .ownKey, .crack] + tamper.means.keys.map { .key($0) }
      + ways
  }

  private static func ways(for tamper: TamperState) -> [TamperPreset] {
    switch tamper.draft.message {
    case .request: tamper.isOwn ? [] : [.drop, .twice]
    case .answer(let answer): answer.cookieNames.map { .bareCookie($0) } + [.failure]
    }
  }

  var title: String {
    switch self {
    case .failure: "the server fails: 500, and nothing else"
    case .bareCookie(let name): "the cookie \(name) without attributes: no HttpOnly, no SameSite"
    case .drop: "drop the message: it never arrives"
    case .twice: "send the message twice"
    case .algorithmNone: "alg none, and no signature"
    case .stripSignature: "strip the signature; the header stays as it is"
    case .ownKey: "sign with a key of your own, and put it into the header (jwk)"
    case .crack: "try a list of words as the secret, and sign with the one that fits"
    case .key(let key): "swap to HS256, and sign with \(key.name) as if it were a secret"
    }
  }
}

extension TamperState {
  mutating func apply(_ preset: TamperPreset) {
    switch preset {
    case .failure: fail()
    case .bareCookie(let name): set(.answer(.attributes(name)), to: "Path=/")
    case .drop: change { $0.way = $0.way == .never ? .once : .never }
    case .twice: change { $0.way = $0.way == .twice ? .once : .twice }
    case .algorithmNone: sign(.empty, algorithm: "none")
    case .stripSignature: sign(.empty, algorithm: nil)
    case .ownKey: sign(.own(inHeader: true), algorithm: "ES256")
    case .crack: sign(.cracked, algorithm: "HS256")
    case .key(let key): sign(.with(key.template), algorithm: "HS256")
    }
  }

  private mutating func fail() {
    set(.answer(.status), to: "500")
    for row in rows {
      if row.field != .answer(.status), let field = row.field { _ = remove(.field(field)) }
    }
  }

  private mutating func sign(_ signature: ForgedSignature, algorithm: String?) {
    guard let field = tokenField, let token = token(in: field) else { return }
    forge(field) { forgery in
      forgery.signature = signature
      guard let algorithm else { return }
      forgery.header.removeAll { $0.name == "alg" }
      if token.header["alg"]?.string != algorithm {
        forgery.header.append(MemberEdit("alg", "\"\(algorithm)\""))
      }
    }
  }
}
