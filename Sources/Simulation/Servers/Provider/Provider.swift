import Wire

/// An authorization server and OpenID provider.
enum Provider {
  static let routes = Routes(
    json: false,
    [
      route("GET", "/authorize", Authorization.endpoint),
      route("POST", "/authorize", Authorization.endpoint),
      route("POST", "/login", SignIn.endpoint),
      route("POST", "/consent", Consent.endpoint),
      route("POST", "/token", TokenEndpoint.endpoint),
      route("GET", "/userinfo", UserInfo.endpoint),
      route("POST", "/userinfo", UserInfo.endpoint),
      route("POST", "/introspect", Introspection.endpoint),
      route("POST", "/revoke", Revocation.endpoint),
      route("GET", "/jwks", JWKSets.endpoint),
      route("GET", "/.well-known/openid-configuration", Discovery.endpoint),
    ])
}
