import Wire

/// An authorization server and OpenID provider.
enum Provider {
  static let routes = Routes(
    json: false,
    [
      route("GET", "/authorize", Authorization.endpoint),
      route("POST", "/authorize", Authorization.endpoint),
      route("POST", "/login", SignIn.endpoint),
      route("POST", "/account", Consent.account),
      route("POST", "/factor", Consent.factor),
      route("POST", "/consent", Consent.endpoint),
      route("POST", "/token", TokenEndpoint.endpoint),
      route("GET", "/userinfo", UserInfo.endpoint),
      route("POST", "/userinfo", UserInfo.endpoint),
      route("GET", "/logout", EndSession.endpoint),
      route("POST", "/logout", EndSession.endpoint),
      route("POST", "/logout/confirm", EndSession.confirm),
      route("POST", "/par", PushedRequests.endpoint),
      route("POST", "/device_authorization", DeviceAuthorization.endpoint),
      route("GET", "/device", DeviceAuthorization.page),
      route("POST", "/device", DeviceAuthorization.entered),
      route("POST", "/introspect", Introspection.endpoint),
      route("POST", "/revoke", Revocation.endpoint),
      route("GET", "/jwks", JWKSets.endpoint),
      route("GET", "/.well-known/openid-configuration", Discovery.endpoint),
      route("GET", "/.well-known/oauth-authorization-server", Discovery.endpoint),
    ])
}
