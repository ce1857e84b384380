import Tokens

/// How a client comes to tokens (RFC 6749 1.3), by the names that registrations use.
package enum GrantType: String, Hashable, Sendable, CaseIterable {
  case authorizationCode = "authorization_code"
  case refreshToken = "refresh_token"
  case clientCredentials = "client_credentials"
  case deviceCode = "device_code"
  case tokenExchange = "token_exchange"
  case password
  /// A token in the redirect itself (RFC 6749 4.2); it never comes to the token endpoint.
  case implicit

  /// The value of `grant_type` (RFC 6749 4.5).
  var parameter: String {
    switch self {
    case .authorizationCode, .refreshToken, .clientCredentials, .password, .implicit: rawValue
    case .deviceCode: "urn:ietf:params:oauth:grant-type:device_code"
    case .tokenExchange: "urn:ietf:params:oauth:grant-type:token-exchange"
    }
  }
}

/// How a confidential client shows who it is (RFC 6749 2.3, RFC 7523 2.2).
package enum ClientMethod: String, Hashable, Sendable, CaseIterable {
  /// By a secret that the provider knows too.
  case secret
  /// By signing: the provider knows the public key.
  case privateKey = "private-key"
}

/// What a provider's access tokens are.
package enum TokenFormat: String, Hashable, Sendable, CaseIterable {
  /// A signed token that says by itself what it is good for (RFC 9068).
  case jwt
  /// A random value whose meaning stands in the provider's store.
  case opaque
}

/// How the tokens for a server are encrypted to it (RFC 7516).
package enum TokenEncryption: String, Hashable, Sendable, CaseIterable {
  case none
  /// To its public key, which everybody may have.
  case publicKey = "public-key"
  /// With a password that it shares with the issuer.
  case password

  /// Nil where tokens are not encrypted.
  var algorithm: KeyManagementAlgorithm? {
    switch self {
    case .none: nil
    case .publicKey: .ecdhESA256KW
    case .password: .pbes2HS256A128KW
    }
  }
}

/// How an API finds out what an access token is good for.
package enum Verification: String, Hashable, Sendable, CaseIterable {
  /// By signature and claims.
  case alone
  /// By asking the provider (RFC 7662).
  case introspection
}

/// Whether a provider can do its work.
package enum ServerCondition: String, Hashable, Sendable, CaseIterable {
  case healthy
  /// Switched off for a while, and says so.
  case maintenance
  /// Something that it needs has failed.
  case broken
}

/// How an authorization response comes to the client.
package enum ResponseMode: String, Hashable, Sendable, CaseIterable {
  /// In the redirect URI's query (RFC 6749 4.1.2).
  case query
  /// Behind the # of the redirect URI, which browsers keep to themselves (RFC 6749 4.2.2).
  case fragment
  /// In a form that the browser posts (OAuth 2.0 Form Post Response Mode 2).
  case formPost = "form_post"
}
