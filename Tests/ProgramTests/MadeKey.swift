import Cryptography
import Tokens

/// Keys for the tests of commands, made without the program; RSA once for all.
enum MadeKey {
  private static let rsa = Result { try KeyPair.generateFromSystem(.rsa(bits: 2048)) }

  /// A private JWK of the kind, or for the algorithm and saying so.
  static func text(_ name: String) throws -> String {
    let kind = try? KeyRecipe(kind: name)
    var key: JWK
    switch try kind ?? KeyRecipe(algorithm: name) {
    case .pair(.rsa): key = JWK(try rsa.get())
    case .pair(let template): key = JWK(try KeyPair.generateFromSystem(template))
    case .secret(let count): key = JWK(secret: SystemRandomness().bytes(count))
    }
    key.algorithm = kind == nil ? name : nil
    return try key.json(revealingPrivate: true).text()
  }
}
