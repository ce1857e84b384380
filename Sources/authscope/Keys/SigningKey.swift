import Cryptography
import Tokens

/// Finds the key to sign with among those that were given.
enum SigningKey {
  /// The first key that can sign so; one that declares the algorithm, or nothing, before others.
  static func signer(
    _ algorithm: SignatureAlgorithm, _ keys: [JWK]
  ) throws(Failure) -> TokenSigner {
    let able = keys.compactMap { try? TokenSigner(algorithm, $0) }
    if let signer = able.first(where: { algorithm.misfit(of: $0.key) == nil }) ?? able.first {
      return signer
    }
    guard let first = keys.first else { throw Failure("There is no key to sign with.", .noKey) }
    do throws(TokenSigningError) {
      return try TokenSigner(algorithm, first)
    } catch {
      throw failure(error, algorithm)
    }
  }

  static func failure(_ error: TokenSigningError, _ algorithm: SignatureAlgorithm) -> Failure {
    switch error {
    case .wrongKey(let expected, let actual):
      Failure("\(algorithm.name) wants \(expected), and the key is \(actual).", .noKey)
    case .publicKeyOnly(let label):
      Failure("\(label) is a public key, which verifies and cannot sign.", .noKey)
    case .failed(let error): Failure("The key does not sign so: \(error.sentence).", .noKey)
    }
  }

  /// Says what a verifier will hold against the key.
  static func remark(on signer: TokenSigner) {
    if let weakness = signer.algorithm.weakness(of: signer.key) {
      Output.note("\(weakness.sentence) (RFC 7518 3.2, 3.3); for tests only")
    }
    if let misfit = signer.algorithm.misfit(of: signer.key) {
      Output.note("\(misfit.sentence): a strict verifier refuses it")
    }
  }
}
