import Cryptography
import Wire

/// The hash by which a proof names its token (`ath`, RFC 9449 4.2).
enum TokenHash {
  static func of(_ token: String) -> String {
    Base64.url(Digest.sha256.hash(Array(token.utf8)))
  }
}
