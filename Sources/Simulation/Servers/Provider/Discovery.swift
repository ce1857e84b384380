import Tokens
import Wire

/// What the provider says of itself (OpenID Connect Discovery 3): only what works is listed.
enum Discovery {
  static let endpoint = pipeline().finish { _, hand in
    var body = metadata(hand)
    if !hand.isOff("dpop") {
      body["dpop_signing_alg_values_supported"] = .array(names(Proof.algorithms))
    }
    return JSONResponse.make(200, .object(body))
  }

  private static func names(_ algorithms: [SignatureAlgorithm]) -> [JSONValue] {
    algorithms.map { .string($0.name) }
  }

  private static func metadata(_ hand: Hand) -> JSONObject {
    let issuer = hand.server.origin.origin
    return [
      "issuer": .string(issuer),
      "authorization_endpoint": .string(issuer + "/authorize"),
      "token_endpoint": .string(issuer + "/token"),
      "userinfo_endpoint": .string(issuer + "/userinfo"),
      "jwks_uri": .string(issuer + "/jwks"),
      "introspection_endpoint": .string(issuer + "/introspect"),
      "revocation_endpoint": .string(issuer + "/revoke"),
      "pushed_authorization_request_endpoint": .string(issuer + "/par"),
      "require_pushed_authorization_requests": .bool(hand.level("par") == "required"),
      "device_authorization_endpoint": .string(issuer + "/device_authorization"),
      "end_session_endpoint": .string(issuer + "/logout"),
      "backchannel_logout_supported": .bool(!hand.isOff("back-channel-logout")),
      "backchannel_logout_session_supported": .bool(!hand.isOff("back-channel-logout")),
      "response_types_supported": hand.isOff("no-implicit-grant") ? ["code", "token"] : ["code"],
      "response_modes_supported": .array(ResponseMode.allCases.map { .string($0.rawValue) }),
      "grant_types_supported": .array(grants(hand).map { .string($0.parameter) }),
      "subject_types_supported": ["public"],
      "id_token_signing_alg_values_supported": [.string(hand.server.algorithm)],
      "token_endpoint_auth_methods_supported": .array(methods + ["none"]),
      "token_endpoint_auth_signing_alg_values_supported": .array(
        names(ClientAssertion.algorithms)),
      "introspection_endpoint_auth_methods_supported": .array(methods),
      "introspection_endpoint_auth_signing_alg_values_supported": .array(
        names(ClientAssertion.algorithms)),
      "revocation_endpoint_auth_methods_supported": .array(methods + ["none"]),
      "revocation_endpoint_auth_signing_alg_values_supported": .array(
        names(ClientAssertion.algorithms)),
      "code_challenge_methods_supported": ["S256"],
      "scopes_supported": ["openid", "profile"],
      "acr_values_supported": .array(
        AuthenticationLevel.allCases.map { .string($0.rawValue) }),
      "prompt_values_supported": ["none", "login", "consent", "select_account"],
      "claims_parameter_supported": false,
      "request_parameter_supported": false,
      "request_uri_parameter_supported": false,
      "authorization_response_iss_parameter_supported": true,
    ]
  }

  private static let methods: [JSONValue] = [
    "client_secret_basic", "client_secret_post", "private_key_jwt",
  ]

  private static func grants(_ hand: Hand) -> [GrantType] {
    GrantType.allCases.filter { grant in
      switch grant {
      case .password: hand.isOff("no-password-grant")
      case .implicit: hand.isOff("no-implicit-grant")
      case .authorizationCode, .refreshToken, .clientCredentials, .deviceCode, .tokenExchange: true
      }
    }
  }
}
