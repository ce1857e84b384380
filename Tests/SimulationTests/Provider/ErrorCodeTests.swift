import Testing

/// Every error code that the provider's and the APIs' protocols name, by who says it.
@Suite struct `The tables of errors` {
  private static let authorization: Set<String> = [
    "invalid_request", "unsupported_response_type", "unauthorized_client", "access_denied",
    "invalid_scope", "invalid_target", "server_error", "temporarily_unavailable", "login_required",
    "consent_required", "interaction_required", "account_selection_required",
    "request_not_supported", "request_uri_not_supported", "registration_not_supported",
  ]

  private static let token: Set<String> = [
    "invalid_request", "invalid_client", "invalid_grant", "unauthorized_client",
    "unsupported_grant_type", "invalid_scope", "invalid_target", "authorization_pending",
    "slow_down", "access_denied", "expired_token", "invalid_dpop_proof", "use_dpop_nonce",
    "server_error", "temporarily_unavailable",
  ]

  private static let resource: Set<String> = [
    "invalid_request", "invalid_token", "insufficient_scope", "insufficient_user_authentication",
    "invalid_dpop_proof", "use_dpop_nonce", "temporarily_unavailable",
  ]

  private static func codes(_ tables: [Refused]...) -> Set<String> {
    Set(tables.joined().compactMap(\.error))
  }

  @Test func `hold every error of the authorization endpoint, and no other`() {
    #expect(Set(Returned.all.map(\.error)) == Self.authorization)
  }

  @Test func `hold every error of the token endpoint, and no other`() {
    let own = Set(TokenRefusalCase.all.map(\.error))
    let grants = Self.codes(
      Refused.ofDevices, Refused.ofExchange, Refused.ofProofs, Refused.ofOutages)
    #expect(own.union(grants) == Self.token)
  }

  @Test func `hold every error of userinfo and of APIs, and no other`() {
    let all = Self.codes(Refused.ofUserInfo, Refused.ofAPIs, Refused.ofBoundTokens)
    #expect(all == Self.resource)
  }

  @Test func `hold the errors of the endpoints about tokens, and no other`() {
    #expect(Self.codes(Refused.ofIntrospection) == ["invalid_request", "invalid_client"])
    #expect(
      Self.codes(Refused.ofRevocation) == [
        "invalid_request", "invalid_client", "invalid_grant", "unsupported_token_type",
      ])
    #expect(
      Self.codes(Refused.ofAssertions) == [
        "invalid_request", "invalid_client", "unauthorized_client",
      ])
  }

  @Test func `hold for a pushed request what the authorization endpoint would say`() {
    let ofPages: Set<String> = [
      "access_denied", "server_error", "temporarily_unavailable", "login_required",
      "consent_required", "interaction_required", "account_selection_required",
      "request_uri_not_supported",
    ]
    let more: Set<String> = ["invalid_client", "invalid_dpop_proof"]
    #expect(
      Self.codes(Refused.ofPushing) == Self.authorization.subtracting(ofPages).union(more))
  }
}
