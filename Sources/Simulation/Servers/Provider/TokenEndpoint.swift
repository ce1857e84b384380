import Wire

/// The token endpoint (RFC 6749 3.2): one table for each grant.
enum TokenEndpoint {
  static let endpoint = Endpoint.chosen(
    by: "grant_type",
    [
      ("authorization_code", CodeGrant.endpoint),
      ("refresh_token", RefreshGrant.endpoint),
      ("client_credentials", ClientCredentials.endpoint),
    ]
  ) { grant in
    guard let grant else {
      return .oauth(
        status: 400, error: "invalid_request", description: "grant_type is missing")
    }
    return .oauth(
      status: 400, error: "unsupported_grant_type", description: "\(grant) is not supported")
  }
}
