import Cryptography
import Wire

/// Why a JWK was refused: which member, and what is wrong with it (RFC 7517, RFC 7518 6).
package struct JWKError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    case notAnObject(String)
    case missing
    case wrongType(expected: String, actual: String)
    case repeated
    case notBase64URL(Base64Error)
    case unsupported(String)
    /// The numbers are no key.
    case invalid(CryptographyError)
    /// Understood, and against the rules.
    case forbidden(String)
  }

  /// The member that is wrong; nil when it is the key as a whole.
  package let member: String?
  package let problem: Problem

  package init(_ member: String? = nil, _ problem: Problem) {
    self.member = member
    self.problem = problem
  }
}
