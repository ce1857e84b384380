/// A secret's index in `Trace.secrets`.
package struct SecretID: Hashable, Sendable, Comparable {
  package let index: Int32
  package init(_ index: Int) { self.index = Int32(index) }
  package static func < (a: SecretID, b: SecretID) -> Bool { a.index < b.index }
}

/// What a secret is for; the word is the first half of its stable name (`sid#1`).
package enum SecretKind: String, Hashable, Sendable, CaseIterable {
  case sid
  case code
  case state
  case verifier
  case challenge
  case nonce
  case access
  case refresh
  case idToken = "id"
  case transaction = "tx"
  case csrf
  case remember
  case reset
  case password
  case clientSecret = "client-secret"
  case key
  case forged = "jwt"
  case logoutToken = "logout"
  case deviceCode = "device"
  case userCode = "user-code"
  case requestURI = "request"
  case proof
  case assertion

  package var meaning: String {
    switch self {
    case .sid: "session id"
    case .code: "authorization code"
    case .state: "state value"
    case .verifier: "PKCE code verifier"
    case .challenge: "PKCE code challenge"
    case .nonce: "nonce"
    case .remember: "remember-me cookie"
    case .access: "access token"
    case .refresh: "refresh token"
    case .idToken: "ID token"
    case .transaction: "login transaction id"
    case .csrf: "CSRF token"
    case .reset: "password reset token"
    case .password: "password"
    case .clientSecret: "client secret"
    case .key: "key"
    case .forged: "forged token"
    case .logoutToken: "logout token"
    case .deviceCode: "device code"
    case .userCode: "user code"
    case .requestURI: "pushed request"
    case .proof: "DPoP proof"
    case .assertion: "client assertion"
    }
  }

  /// Whether the value is meant to be a JWT or may be one.
  package var mayBeToken: Bool {
    switch self {
    case .access, .idToken, .forged, .logoutToken, .proof, .assertion: true
    case .sid, .code, .state, .verifier, .challenge, .nonce, .refresh, .transaction, .csrf,
      .remember, .reset, .password, .clientSecret, .key, .deviceCode, .userCode, .requestURI:
      false
    }
  }
}

/// A value that must not leak, registered once, with where it came from.
package struct Secret: Hashable, Sendable {
  /// The stable name, the same in every branch: `sid#1`.
  package let name: String
  package let kind: SecretKind
  package let value: String
  /// Who made it; nil when the scenario declares it.
  package let owner: PartyID?
  package let mintedAt: Address
  /// The secret it was computed or forged from: the verifier of a challenge.
  package let derivedFrom: SecretID?

  package init(
    name: String, kind: SecretKind, value: String, owner: PartyID?, mintedAt: Address,
    derivedFrom: SecretID?
  ) {
    self.name = name
    self.kind = kind
    self.value = value
    self.owner = owner
    self.mintedAt = mintedAt
    self.derivedFrom = derivedFrom
  }
}
