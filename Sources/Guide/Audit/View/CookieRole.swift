import Wire

/// Says by name, value and place what a cookie is for; nobody writes it on one.
enum CookieRole {
  static func of(_ cookie: SetCookie, _ exchange: SeenExchange?) -> SeenCookie.Role {
    if let role = named(cookie.name, cookie.value) { return role }
    let isRandom = cookie.value.utf8.count >= 16 && !cookie.value.utf8.contains(UInt8(ascii: " "))
    guard let exchange else {
      // A header that came alone is audited because somebody relies on it.
      return .session
    }
    guard isRandom, !isOfBalancer(cookie.name) else { return .other }
    if startsAuthorization(exchange) { return .transaction }
    return signsIn(exchange) ? .session : .other
  }

  /// By its name, or by a token in it; nil where they say nothing.
  static func named(_ name: String, _ value: String) -> SeenCookie.Role? {
    let name = bare(name)
    if contains(name, ["csrf", "xsrf"]) { return .csrf }
    if contains(name, ["remember", "persistent"]) { return .remember }
    if isTransaction(name) { return .transaction }
    if isOfBalancer(name) { return .other }
    let isSession =
      sessionNames.contains(name) || contains(name, ["sess", "auth", "token", "jwt"])
      || isToken(value)
    return isSession ? .session : nil
  }

  /// In lower case, without `__Host-` and `__Secure-`.
  private static func bare(_ name: String) -> String {
    let lower = ASCII.lowercased(name)
    for prefix in ["__host-", "__secure-"] where lower.hasPrefix(prefix) {
      return String(lower.dropFirst(prefix.count))
    }
    return lower
  }

  private static let sessionNames: Set<String> = [
    "sid", "id", "s", "connect.sid", "user", "login_id", ".aspnetcore.cookies",
  ]

  private static func isTransaction(_ name: String) -> Bool {
    ["tx", "login", "oauth", "oidc"].contains(name)
      || contains(
        name,
        ["state", "nonce", "pkce", "verifier", "transaction", "correlation", "oauth_", "oidc_"])
  }

  /// Cookies of load balancers, bot detectors and counters, which say nothing of a user.
  private static func isOfBalancer(_ name: String) -> Bool {
    let name = ASCII.lowercased(name)
    return [
      "awsalb", "__cf", "_cf", "cf_", "_ga", "_gid", "_gcl", "incap_", "visid_", "bigip", "arr",
      "datadome", "ak_", "bm_", "_dd_", "optanon", "_abck", "nlbi_", "ts01",
    ].contains { name.hasPrefix($0) }
  }

  /// Whether the answer that set it leads to a provider.
  private static func startsAuthorization(_ exchange: SeenExchange) -> Bool {
    guard exchange.isRedirect, let query = exchange.location?.query else { return false }
    return query["client_id"] != nil
      && (query["response_type"] != nil || query["request_uri"] != nil)
  }

  /// Whether the request brought a password, or a provider's code.
  private static func signsIn(_ exchange: SeenExchange) -> Bool {
    exchange.parameters.contains { PasswordField.isOne($0.name) }
      || exchange.parameters["code"] != nil && exchange.parameters["state"] != nil
  }

  static func isToken(_ value: String) -> Bool {
    value.hasPrefix("eyJ") && value.utf8.contains(UInt8(ascii: "."))
  }

  private static func contains(_ name: String, _ words: [String]) -> Bool {
    words.contains { name.contains($0) }
  }
}

/// The fields into which people type who they are.
enum UserField {
  static func isOne(_ name: String) -> Bool {
    let name = ASCII.lowercased(name)
    return ["user", "login", "email", "mail", "account", "uid"].contains { name.contains($0) }
  }
}

/// The fields into which people type passwords.
enum PasswordField {
  static func isOne(_ name: String) -> Bool {
    [
      "password", "passwd", "pwd", "pass", "passphrase", "current-password", "new-password",
    ].contains(ASCII.lowercased(name))
  }
}
