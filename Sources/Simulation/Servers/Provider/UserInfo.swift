import Ledger
import Trace
import Wire

/// The userinfo endpoint (OpenID Connect Core 5.3).
enum UserInfo {
  private static let scopeSufficient = Check<Authorised>(
    CheckInfo("scope-sufficient", "the token was granted openid", "RFC 6750 3.1"),
    else: .bearer(
      status: 403, error: "insufficient_scope", description: "this needs the scope openid",
      realm: "userinfo")
  ) { it, _ in
    let scope = it.token.claims["scope"]?.string ?? ""
    return scope.split(separator: " ").contains("openid")
      ? .holds : .fails(expected: "openid", actual: scope.isEmpty ? "no scope" : scope)
  }

  static let endpoint = BearerTokens.verified.checks([scopeSufficient]).finish { it, hand in
    let row = hand.read(.users, RowKey(it.subject)) ?? []
    var body: JSONObject = ["sub": .string(it.subject)]
    if let email = row["email"] { body["email"] = .string(email) }
    return JSONResponse.make(200, .object(body))
  }
}
