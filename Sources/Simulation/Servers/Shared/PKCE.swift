import Cryptography
import Wire

/// Proof Key for Code Exchange (RFC 7636 4.2), S256 only.
enum PKCE {
  static func challenge(of verifier: String) -> String {
    Base64.url(Digest.sha256.hash(Array(verifier.utf8)))
  }

  /// 43 to 128 unreserved characters (RFC 7636 4.1).
  static func isWellFormed(_ verifier: String) -> Bool {
    (43...128).contains(verifier.utf8.count)
      && verifier.utf8.allSatisfy { byte in
        switch byte {
        case 48...57, 65...90, 97...122: true
        case _: "-._~".utf8.contains(byte)
        }
      }
  }
}
