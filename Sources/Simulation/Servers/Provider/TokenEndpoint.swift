import Wire

/// The token endpoint (RFC 6749 3.2): one table for each grant.
enum TokenEndpoint {
  static let endpoint = Endpoint.chosen(
    by: "grant_type",
    [
      (GrantType.authorizationCode.parameter, CodeGrant.endpoint),
      (GrantType.refreshToken.parameter, RefreshGrant.endpoint),
      (GrantType.clientCredentials.parameter, ClientCredentials.endpoint),
      (GrantType.deviceCode.parameter, DeviceGrant.endpoint),
      (GrantType.tokenExchange.parameter, TokenExchange.endpoint),
      (GrantType.password.parameter, PasswordGrant.endpoint),
    ]
  ) { grant in
    guard let grant, !grant.isEmpty else {
      return .oauth(
        status: 400, error: "invalid_request", description: "grant_type is missing")
    }
    return .oauth(
      status: 400, error: "unsupported_grant_type", description: "\(grant) is not supported")
  }
}
