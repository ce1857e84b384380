import Tokens
import Wire

/// Judges texts by one policy: compact tokens, JWS in JSON, and what is inside of a JWE.
struct TokenJudge {
  let verifier: TokenVerifier
  let now: Int
  /// The payload of detached signatures.
  var detached: [UInt8]?
  var decryptor: TokenDecryptor?
  var needsAll = false

  /// The white space at the ends of the text is not part of it.
  func judge(_ text: String) -> Judgement {
    let text = InputText.trimmed(text)
    if text.utf8.first == UInt8(ascii: "{") { return judgeJSON(text) }
    let dots = text.utf8.count { $0 == UInt8(ascii: ".") }
    if dots == 4, let decryptor { return inside(decryptor.decrypt(text)) }
    return Judgement([verdict(text)])
  }

  private func verdict(_ text: String) -> TokenVerdict {
    if let detached { return verifier.verify(text, payload: detached, at: now) }
    let verdict = verifier.verify(text, at: now)
    return verifier.policy.payload == .claims ? Self.withoutList(verdict) : verdict
  }

  /// Says at the end what a token alone can never tell.
  private static func withoutList(_ verdict: TokenVerdict) -> TokenVerdict {
    verdict.adding(
      TokenCheck.notRevoked.info, .moot("ask the issuer (introspection, RFC 7662)"),
      waiver: .caller("no list of revoked tokens is at hand"))
  }

  private func judgeJSON(_ text: String) -> Judgement {
    if let decryptor, let json = try? JSONValue.parse(text), json["ciphertext"] != nil,
      let message = try? EncryptedMessage(json)
    {
      return inside(decryptor.decrypt(message))
    }
    return signed(text)
  }

  private func signed(_ text: String) -> Judgement {
    Judgement(verifier.verify(message: text, payload: detached, at: now), needsAll: needsAll)
  }

  /// Signed, then encrypted: what is inside must be a token of its own (RFC 7519 11.2).
  private func inside(_ decryption: DecryptionVerdict) -> Judgement {
    guard let opened = decryption.decrypted else { return Judgement([], decryption: decryption) }
    let text = String(decoding: opened.plaintext, as: UTF8.self)
    let inner = text.hasPrefix("{") ? signed(text) : Judgement([verdict(text)])
    return Judgement(inner.verdicts, decryption: decryption, needsAll: needsAll)
  }
}
