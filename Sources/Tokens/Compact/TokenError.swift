import Wire

/// A part of a compact JWS.
package enum TokenPart: String, Hashable, Sendable {
  case token
  case header
  case payload
  case signature
}

/// Why a text is no token: which part, at which byte, and what is wrong.
package struct TokenError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    case empty
    /// Another number of parts than three.
    case parts(Int)
    /// Five parts: an encrypted token, which wants another key and another command.
    case encrypted
    case tooLong(limit: Int)
    case base64(Base64Error)
    case json(JSONError)
    case notAnObject(String)
    /// A member name that stands more than once.
    case repeated(String)
    /// A payload came from elsewhere, and the token has one of its own.
    case payloadTwice
  }

  package let part: TokenPart
  /// The byte of the token's text where it shows; for JSON, the character that carries that byte.
  package let offset: Int
  package let problem: Problem

  package init(_ part: TokenPart, offset: Int, _ problem: Problem) {
    self.part = part
    self.offset = offset
    self.problem = problem
  }
}

extension TokenError: CustomStringConvertible {
  package var description: String { "byte \(offset): \(reason)" }

  /// The sentence without the place.
  package var reason: String {
    switch problem {
    case .empty: "the \(part.rawValue) is empty"
    case .parts(let count): "\(count) part\(count == 1 ? "" : "s") where a signed token has three"
    case .encrypted: "five parts: this token is encrypted (JWE), not signed"
    case .tooLong(let limit): "the \(part.rawValue) is longer than \(limit) bytes"
    case .base64(let error): "the \(part.rawValue) is not base64url: \(error.reason)"
    case .json(let error):
      "the \(part.rawValue) is not JSON: decoded, at line \(error.line), column "
        + "\(error.column): \(error.reason)"
    case .notAnObject(let kind): "the \(part.rawValue) is \(kind) where an object belongs"
    case .repeated(let name): "the \(part.rawValue) names \"\(name)\" more than once"
    case .payloadTwice: "the token carries a payload of its own"
    }
  }
}
