import Cryptography
import Tokens
import Trace
import Wire

// What a holder of a key does: sign one request (RFC 9449 4.2).
extension Run {
  /// Whether clients make proofs at all in this world.
  var makesProofs: Bool { !isOff("dpop") }

  /// A new proof for one request, with the hash of the token that goes along.
  func makeProof(
    by holder: String, _ method: String, _ url: WireURL, token: String?, at time: Instant
  ) -> String {
    let key = ServerKeys.key(of: holder, .es256)
    var claims: JSONObject = [
      "jti": .string(uniqueID()), "htm": .string(method), "htu": .string(url.base),
      "iat": .integer(time.seconds),
    ]
    if let token { claims["ath"] = .string(TokenHash.of(token)) }
    claims["nonce"] = world.proofNonces[NonceHolder(name: holder, origin: url.origin)].map {
      .string($0)
    }
    guard let signer = try? TokenSigner(.es256, key), let publicKey = key.publicKey,
      let json = try? JWK(publicKey).json(),
      let proof = try? signer.sign(
        header: ["typ": "dpop+jwt", "alg": "ES256", "jwk": .object(json)],
        payload: Array(claims.text().utf8))
    else { preconditionFailure("a holder's key pair signs") }
    emit(.crypto(CryptoUse(operation: .sign, algorithm: "ES256")))
    register(.proof, proof, from: token)
    return proof
  }

  /// Keeps the nonce of an answer; true when the answer asks for another try with it.
  func keepNonce(of answer: Response?, for holder: String, at url: WireURL) -> Bool {
    guard let answer, let nonce = answer.headers["DPoP-Nonce"] else { return false }
    world.proofNonces[NonceHolder(name: holder, origin: url.origin)] = nonce
    let body = try? JSONValue.parse(answer.body)
    return body?["error"]?.string == "use_dpop_nonce"
  }

  /// The thumbprint of a holder's key, for requests that announce it (RFC 9449 10).
  func thumbprint(of holder: String) -> String {
    let key = ServerKeys.key(of: holder, .es256)
    return (try? key.thumbprint()).map { Base64.url($0) } ?? ""
  }
}

/// Who was given a nonce, and by whom.
struct NonceHolder: Hashable {
  let name: String
  let origin: String
}

extension Hand {
  /// A request of this server's own with a proof, where the world has them; made and sent once more
  /// where the other side asks for its nonce.
  func sendProven(_ make: () -> Request, token: String? = nil) -> Response? {
    guard run.makesProofs else { return send(make()) }
    let first = proven(make(), token)
    let answer = send(first)
    guard run.keepNonce(of: answer, for: server.name, at: first.url) else { return answer }
    return send(proven(make(), token))
  }

  private func proven(_ request: Request, _ token: String?) -> Request {
    var request = request
    let proof = run.makeProof(
      by: server.name, request.method, request.url, token: token, at: now)
    request.headers.append("DPoP", proof)
    return request
  }
}
