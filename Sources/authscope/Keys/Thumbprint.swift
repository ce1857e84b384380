import Cryptography
import Tokens
import Wire

/// The thumbprint of a key (RFC 7638), and its URI (RFC 9278).
enum Thumbprint {
  static func bytes(of key: JWK, _ digest: Digest = .sha256) throws(Failure) -> [UInt8] {
    do throws(CryptographyError) {
      return try key.thumbprint(digest)
    } catch {
      throw Failure("The key has no thumbprint: \(error.sentence).")
    }
  }

  /// The URI names the hash as RFC 6920's registry does.
  static func uri(_ bytes: [UInt8], _ digest: Digest) -> String {
    "urn:ietf:params:oauth:jwk-thumbprint:\(name(digest)):\(Base64.url(bytes))"
  }

  private static func name(_ digest: Digest) -> String {
    switch digest {
    case .sha1: "sha-1"
    case .sha256: "sha-256"
    case .sha384: "sha-384"
    case .sha512: "sha-512"
    }
  }
}
