import Tokens
import Wire

extension FuzzProperty {
  /// A key that is read is written and read again as the same key; its public part gives nothing
  /// private away.
  static let webKey = FuzzProperty(
    name: "jwk",
    seeds: {
      var seeds: [JSONObject] = []
      let keys = [
        FuzzKeys.secret, FuzzKeys.elliptic, FuzzKeys.edwards, FuzzKeys.agreement, FuzzKeys.rsa,
      ]
      for key in keys {
        var key = key
        seeds.append(try key.json(revealingPrivate: true))
        key.use = "sig"
        key.operations = ["verify"]
        seeds.append(try key.json())
      }
      seeds.append(try JWKSet(keys).json(revealingPrivate: true))
      return seeds.map { Array($0.text().utf8) }
        + text(
          #"{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}"#, #"{"kty":"RSA","n":"AQ","e":"AQAB"}"#,
          #"{"keys":[{"kty":"new"},{"kty":"oct"},null]}"#, #"{"kty":"oct","k":"","kid":1}"#)
    },
    check: { bytes in
      guard let json = try? JSONValue.parse(bytes), let keys = try? JWKSet(json) else { return }
      for key in keys.keys { try unchanged(key) }
      for key in keys.publicPart.keys {
        let names = try key.json(revealingPrivate: true).names
        let secrets = Set(["k", "d", "p", "q", "dp", "dq", "qi", "oth"])
        let own = names.dropLast(key.otherMembers.members.count)
        try require(secrets.isDisjoint(with: own), "a private member in a public part")
      }
    })

  static func unchanged(_ key: JWK) throws {
    let json = try key.json(revealingPrivate: true)
    let again = try JWK(json)
    try require(try again.json(revealingPrivate: true) == json, "another key when written again")
    try require(try again.thumbprint() == key.thumbprint(), "another thumbprint")
  }
}
