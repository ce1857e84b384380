import Tokens
import Wire

/// One member of a header or of claims; nil removes it.
package struct MemberEdit: Hashable, Sendable {
  package var name: String
  /// A JSON value as text, `"admin"`; what is no JSON is taken for a string.
  package var value: String?

  package init(_ name: String, _ value: String?) {
    self.name = name
    self.value = value
  }
}

/// What is changed in a token, and how it is signed then.
package struct TokenForgery: Hashable, Sendable {
  package var header: [MemberEdit]
  package var claims: [MemberEdit]
  package var signature: ForgedSignature

  package init(
    header: [MemberEdit] = [], claims: [MemberEdit] = [], signature: ForgedSignature = .kept
  ) {
    self.header = header
    self.claims = claims
    self.signature = signature
  }

  /// Whether the token stays as it is.
  package var isEmpty: Bool { header.isEmpty && claims.isEmpty && signature == .kept }

  /// `alg "none", role "admin", without exp`.
  package var changes: [String] {
    (header + claims).map { edit in
      edit.value.map { "\(edit.name) \($0)" } ?? "without \(edit.name)"
    }
  }
}

/// Where a token stands in a field: `Bearer eyJ...`, or the whole value.
package struct TokenInField: Hashable, Sendable {
  package let before: String
  package let token: String
  package let behind: String

  /// Nil where no part of the value reads as a JWS.
  package init?(_ value: String) {
    let words = value.split(separator: " ", omittingEmptySubsequences: false)
    let found = words.firstIndex { word in
      word.utf8.starts(with: "eyJ".utf8) && (try? UnverifiedToken(String(word))) != nil
    }
    guard let found else { return nil }
    before = words[..<found].map { $0 + " " }.joined()
    token = String(words[found])
    behind = words[(found + 1)...].map { " " + $0 }.joined()
  }

  /// The field's value with another token in it.
  package func holding(_ other: String) -> String { before + other + behind }
}
