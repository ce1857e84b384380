/// What a visitor shows with each request.
package enum Mechanism: String, Hashable, Sendable, CaseIterable {
  /// A cookie that leads to a row.
  case session
  /// A JWT that the API issues and verifies alone.
  case jwt
  /// The same, with a list of the ids that are revoked.
  case listedJWT = "jwt-list"
  /// A JWT that an authorization server issues to an app, for an API that trusts it.
  case oauth

  package var title: String {
    switch self {
    case .session: "Session"
    case .jwt: "JWT"
    case .listedJWT: "JWT + list"
    case .oauth: "OAuth"
    }
  }

  package var words: String {
    switch self {
    case .session: "a cookie with an id; the row behind it is in a store"
    case .jwt: "a signed access token, renewed by a refresh token"
    case .listedJWT: "the same, and every request asks a list of revoked ids"
    case .oauth: "an app on a phone, tokens from an authorization server (code, PKCE)"
    }
  }
}
