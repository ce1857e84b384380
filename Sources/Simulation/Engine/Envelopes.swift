import Cryptography
import Tokens
import Trace
import Wire

extension Run {
  /// A forged token in a JWE: whoever has a public key can make one.
  func closed(_ envelope: ForgedEnvelope, around content: [UInt8]) -> String {
    guard let encryptor = encryptor(envelope.key) else { return "" }
    var closing = encryptor
    closing.iterations = ServerKeys.rounds
    closing.compresses = envelope.isCompressed
    var randomness = randomness(named: "envelope")
    emit(.crypto(CryptoUse(operation: .encrypt, algorithm: closing.algorithm.name)))
    guard let text = try? closing.encrypt(content, using: &randomness) else {
      return ""
    }
    return Self.relabelled(text, envelope.header)
  }

  private func encryptor(_ key: ForgedEnvelope.Key) -> TokenEncryptor? {
    let content = ServerKeys.contentEncryption
    switch key {
    case .password(let password):
      return try? TokenEncryptor(.pbes2HS256A128KW, content, JWK(secret: text(password)))
    case .with(let key):
      let text = text(key)
      guard let json = try? JSONValue.parse(text), let jwk = try? JWK(json),
        let encryptor = try? TokenEncryptor(.ecdhESA256KW, content, jwk)
      else {
        emit(.note("There is no key to encrypt to: \"\(text.prefix(40))\" is no public JWK."))
        return nil
      }
      return encryptor
    }
  }

  /// The header with other members: the content will not open under it, but a reader finds that
  /// out last.
  private static func relabelled(_ text: String, _ changes: [Pair]) -> String {
    guard !changes.isEmpty, let dot = text.firstIndex(of: "."),
      let bytes = try? Base64.decodeURL(text[..<dot]),
      let header = (try? JSONValue.parse(bytes))?.object
    else { return text }
    let edits = changes.map { MemberEdit($0.name, $0.value) }
    return Base64.url(Array(Forger.changed(header, edits).text().utf8)) + text[dot...]
  }
}
