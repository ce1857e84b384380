import Cryptography
import Foundation
import Testing
import Tokens
import Wire

/// Tokens and keys for the commands about tokens, all of them fresh or of a known secret.
enum Fixture {
  /// 32 bytes: enough for HS256.
  static let secret = "0123456789abcdef0123456789abcdef"
  static let environment = ["SECRET": secret]
  /// Where the claims below are valid.
  static let at = "2023-11-14T22:13:20Z"
  static let now: Int64 = 1_700_000_000

  static let claims: JSONObject = [
    "iss": "https://id.test", "sub": "alice", "aud": "https://api.test",
    "exp": .integer(now + 900), "iat": .integer(now - 100), "nonce": "n-1",
  ]

  static func token(
    _ claims: JSONObject = claims, type: String? = "JWT", extra: JSONObject = JSONObject(),
    secret: String = secret, _ algorithm: SignatureAlgorithm = .hs256
  ) throws -> String {
    try TokenSigner(algorithm, JWK(secret: secret)).sign(claims, type: type, extra: extra)
  }

  /// The claims with one of them changed; nil takes it out.
  static func claims(_ name: String, _ value: JSONValue?) -> JSONObject {
    var changed = claims
    changed[name] = value
    return changed
  }

  /// A token of a header and payload as they stand, whatever they say.
  static func raw(header: String, payload: String) throws -> String {
    try TokenSigner(.hs256, JWK(secret: secret)).sign(
      headerBytes: Array(header.utf8), payload: Array(payload.utf8))
  }

  /// A fresh key on P-256.
  static func key(id: String? = "k1", algorithm: String? = "ES256") throws -> JWK {
    JWK(try KeyPair.generateFromSystem(.elliptic(.p256)), id: id, algorithm: algorithm)
  }

  static func set(_ keys: JWK...) throws -> String {
    try JWKSet(keys).publicPart.json().text()
  }

  /// `token verify` of a token of the known secret, with what it asks for.
  static func verify(_ token: String, _ arguments: String...) throws -> Program.Result {
    try Program.run(
      ["token", "verify", token, "--secret-env", "SECRET", "--alg", "HS256", "--at", at]
        + arguments, environment: environment)
  }
}

extension Program.Result {
  /// The output as JSON.
  var json: JSONValue {
    get throws { try JSONValue.parse(output) }
  }

  /// The row of that check.
  func check(_ id: String) throws -> JSONValue {
    try #require(json["checks"]?.array?.first { $0["id"]?.string == id })
  }
}
