import Wire

/// What the provider says of itself (OpenID Connect Discovery 3): only what works is listed.
enum Discovery {
  static let endpoint = pipeline().finish { _, hand in
    let issuer = hand.server.origin.origin
    let body: JSONValue = [
      "issuer": .string(issuer),
      "authorization_endpoint": .string(issuer + "/authorize"),
      "token_endpoint": .string(issuer + "/token"),
      "userinfo_endpoint": .string(issuer + "/userinfo"),
      "jwks_uri": .string(issuer + "/jwks"),
      "response_types_supported": ["code"],
      "grant_types_supported": ["authorization_code", "refresh_token"],
      "subject_types_supported": ["public"],
      "id_token_signing_alg_values_supported": [.string(hand.server.algorithm)],
      "token_endpoint_auth_methods_supported": [
        "client_secret_basic", "client_secret_post", "none",
      ],
      "code_challenge_methods_supported": ["S256"],
      "scopes_supported": ["openid", "profile"],
      "authorization_response_iss_parameter_supported": true,
    ]
    return JSONResponse.make(200, body)
  }
}
