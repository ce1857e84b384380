import Cryptography
import Ledger

/// Tries a token's signature.
struct SignatureJudge {
  private let token: UnverifiedToken
  let fact: SignatureFact

  init(_ token: UnverifiedToken, _ trial: SignatureTrial) {
    self.token = token
    switch trial {
    case .unsigned: fact = .unsigned
    case .noKey(let why): fact = .noKey(why)
    case .keys(let keys):
      fact =
        keys.first { $0.verifies(token) }?.fits
        ?? .wrong(key: keys.map(\.label).joined(separator: ", "))
    }
  }

  var finding: Finding {
    switch fact {
    case .fits: .holds
    case .wrong(let key):
      .fails(
        expected: "a signature by \(key)",
        actual: token.signature.isEmpty ? "no signature" : "a signature that does not fit")
    case .unsigned where token.signature.isEmpty: .moot("alg none: no signature is asked for")
    case .unsigned:
      .fails(expected: "no signature", actual: "\(token.signature.count) bytes of it")
    case .noKey(let why): .fails(expected: "a signature that a key confirms", actual: why)
    }
  }
}
