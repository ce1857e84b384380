import Cryptography
import Wire

/// Proof Key for Code Exchange (RFC 7636 4.2), S256 only.
enum PKCE {
  static func challenge(of verifier: String) -> String {
    Base64.url(Digest.sha256.hash(Array(verifier.utf8)))
  }
}
