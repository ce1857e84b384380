import Tokens
import Wire

/// Edits with a name.
enum BenchPreset: Hashable, Sendable {
  case stripSignature, algorithmNone, swapAlgorithm, expire, extend
}

extension BenchState {
  mutating func apply(_ preset: BenchPreset) -> EditResult {
    let now = policy.clock.seconds
    switch preset {
    case .stripSignature:
      return change("the signature was taken off") { text throws(TokenEditError) in
        text.set(2, text: "")
      }
    case .algorithmNone:
      return change("alg is none, and the signature is gone") { text throws(TokenEditError) in
        try text.setMember(named: "alg", of: 0, to: "none")
        text.set(2, text: "")
      }
    case .swapAlgorithm:
      let other = swapped
      return change("alg is \(other.name) now") { text throws(TokenEditError) in
        try text.setMember(named: "alg", of: 0, to: .string(other.name))
      }
    case .expire:
      return change("the token has expired a minute ago") { text throws(TokenEditError) in
        try text.setMember(named: "exp", of: 1, to: .integer(now - 60))
      }
    case .extend:
      return change("the token lasts for an hour") { text throws(TokenEditError) in
        try text.setMember(named: "exp", of: 1, to: .integer(now + 3600))
      }
    }
  }

  /// HS256 for an algorithm with public keys (key confusion); the next of its kind for an HMAC.
  private var swapped: SignatureAlgorithm {
    let name = model.headers.first { $0.name == "alg" }?.value.string ?? ""
    switch SignatureAlgorithm(folding: name) {
    case .hs256: return .hs384
    case .hs384: return .hs512
    case .hs512, nil: return .hs256
    case .rs256, .rs384, .rs512, .ps256, .ps384, .ps512, .es256, .es384, .es512, .es256k,
      .ed25519, .ed448, .edDSA:
      return .hs256
    }
  }

  /// What signing would do: the algorithm of the header, and the key to sign with.
  private enum Signing {
    case with(SignatureAlgorithm, JWK)
    /// An HMAC algorithm and a public key.
    case confused(SignatureAlgorithm, JWK)
    case impossible(String)
  }

  private var signing: Signing {
    guard let name = model.headers.first(where: { $0.name == "alg" })?.value.string else {
      return .impossible("The header has no alg: add one first (2, then a).")
    }
    guard let algorithm = SignatureAlgorithm(name: name) else {
      return .impossible("alg \(name) is nothing to sign with: choose another first (2, then e).")
    }
    let keys = key?.set.keys ?? []
    if let key = keys.first(where: { (try? TokenSigner(algorithm, $0)) != nil }) {
      return .with(algorithm, key)
    }
    if algorithm.isSymmetric, let key = keys.first(where: { !$0.isSymmetric }) {
      return .confused(algorithm, key)
    }
    let holds = keys.map(\.kindName).joined(separator: ", ")
    let isPublic = keys.contains { $0.publicKey.map { algorithm.fits($0.kind) } ?? false }
    return .impossible(
      isPublic
        ? "Your key is only the public half: it verifies and cannot sign."
        : "\(name) is signed with \(algorithm.keyDescription); yours is \(holds).")
  }

  /// Whether signing would take a public key for a secret, and wants to be asked for.
  var signsConfused: Bool {
    if case .confused = signing { true } else { false }
  }

  /// Signs header and payload as they stand, byte for byte.
  mutating func sign() -> EditResult {
    let text = TokenText(subject.text)
    guard text.parts.count >= 2 else {
      return .failure(TokenEditError("There is no payload to sign."))
    }
    let input = Array((text.parts[0] + "." + text.parts[1]).utf8)
    let words: String
    let signature: [UInt8]
    do {
      switch signing {
      case .impossible(let why): return .failure(TokenEditError(why))
      case .with(let algorithm, let key):
        signature = try TokenSigner(algorithm, key).signature(of: input)
        words = "signed with \(key.label) as \(algorithm.name)"
      case .confused(let algorithm, let key):
        guard let secret = key.confusedSecret else {
          return .failure(TokenEditError("Your key has no public text."))
        }
        signature = try TokenSigner(algorithm, JWK(.secret(secret))).signature(of: input)
        words = "signed with the text of a public key as \(algorithm.name), as an attacker would"
      }
    } catch {
      return .failure(TokenEditError("It cannot be signed: \(error)."))
    }
    var signed = text
    signed.set(2, text: Base64.url(signature))
    guard signed.text != subject.text else {
      return .success("The signature is already the one that your key makes.")
    }
    change(text: signed.text, "it was signed")
    return .success(Self.sentence(words) + " \(press(.undo)) takes it back.")
  }
}
