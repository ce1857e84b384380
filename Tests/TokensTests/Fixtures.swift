import Cryptography
import Ledger
import Wire

@testable import Tokens

/// Keys that are the same in every run; RSA is generated once for the process.
enum Keys {
  static let secret = JWK(secret: Array(0..<64), id: "hs")
  static let elliptic = pair(.elliptic(.p256, scalar: Array(1...32)), "ec")
  static let edwards = pair(.octet(.ed25519, Array(1...32)), "ed")
  static let rsa = generated(.rsa(bits: 2048), "rsa")

  static func pair(_ components: PrivateComponents, _ id: String) -> JWK {
    do { return JWK(try KeyPair(components), id: id) } catch { preconditionFailure("\(error)") }
  }

  static func generated(_ template: KeyTemplate, _ id: String) -> JWK {
    do {
      return JWK(try KeyPair.generateFromSystem(template), id: id)
    } catch { preconditionFailure("\(error)") }
  }
}

let now = 1_700_000_000

/// Claims that every default policy accepts.
func goodClaims(_ change: (inout JSONObject) -> Void = { _ in }) -> JSONObject {
  var claims: JSONObject = [
    "iss": "https://idp.test", "sub": "alice", "exp": .integer(now + 900), "iat": .integer(now),
  ]
  change(&claims)
  return claims
}

func signed(
  _ claims: JSONObject = goodClaims(), _ algorithm: SignatureAlgorithm = .hs256,
  _ key: JWK = Keys.secret, type: String? = "JWT", extra: JSONObject = JSONObject()
) throws -> String {
  try TokenSigner(algorithm, key).sign(claims, type: type, extra: extra)
}

func verdict(
  _ token: String, _ algorithms: AlgorithmRule = .pinned([.hs256]), keys: [JWK] = [Keys.secret],
  at time: Int = now, _ change: (inout VerificationPolicy) -> Void = { _ in }
) -> TokenVerdict {
  var policy = VerificationPolicy(algorithms, keys: JWKSet(keys))
  change(&policy)
  return TokenVerifier(policy).verify(token, at: time)
}

extension TokenVerdict {
  /// "refused: policy at audience", "accepted", "verified".
  var summary: String {
    switch outcome {
    case .accepted(let token): token.verified == nil ? "accepted" : "verified"
    case .refused(let refusal): "\(refusal.kind) at \(refusal.row.check.id.text)"
    }
  }
}
