import Synchronization
import Tokens
import Wire

/// Key sets as they are published (RFC 7517 5), and as they are read again.
enum JWKSets {
  private static let known = Mutex<[String: JWKSet]>([:])

  /// A fetched key set; parsing keys is pure, so it is remembered across runs.
  static func parse(_ text: String) -> JWKSet {
    if let set = known.withLock({ $0[text] }) { return set }
    guard let json = try? JSONValue.parse(text), let set = try? JWKSet(json) else {
      return JWKSet([])
    }
    known.withLock { $0[text] = set }
    return set
  }

  /// The public keys of a server; a shared secret is never among them.
  static let endpoint = pipeline().finish { _, hand in
    let spec = hand.server
    var keys = hand.signingKeys(of: spec)
    if spec.encryption == .publicKey {
      keys.append(ServerKeys.encryptionKey(of: spec.name, spec.encryption))
    }
    let set = JWKSet(keys).publicPart
    guard let json = try? set.json() else { preconditionFailure("own keys have a JSON form") }
    var response = JSONResponse.make(200, .object(json))
    response.headers.set("Cache-Control", "max-age=3600")
    return response
  }
}
