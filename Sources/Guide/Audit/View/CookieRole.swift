import Wire

/// Says by name, value and place what a cookie is for; nobody writes it on one.
enum CookieRole {
  static func of(_ cookie: SetCookie, _ exchange: SeenExchange?) -> SeenCookie.Role {
    guard let exchange else {
      // A header that came alone is audited because somebody relies on it.
      return named(cookie.name, cookie.value) ?? .session
    }
    // A flag for scripts ("signed in: yes") is no id, whatever its name.
    if flags.contains(ASCII.lowercased(cookie.value)) { return .other }
    if let role = named(cookie.name, cookie.value) { return role }
    let isRandom = cookie.value.utf8.count >= 16 && !cookie.value.utf8.contains(UInt8(ascii: " "))
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
    return isSession(name) || isToken(value) ? .session : nil
  }

  private static let flags: Set<String> = ["0", "1", "true", "false", "yes", "no"]

  private static func isSession(_ name: String) -> Bool {
    ["sid", "connect.sid", ".aspnetcore.cookies"].contains(name) || name.hasPrefix("sess")
      || contains(name, ["session", "_sess", "-sess", ".sess", "sessid", "token", "jwt"])
      || isAbout("auth", name)
  }

  /// "auth" of an authorization, and not of an author.
  private static func isAbout(_ word: String, _ name: String) -> Bool {
    name.contains(word) && (!name.contains("author") || name.contains("authori"))
  }

  /// In lower case, without `__Host-` and `__Secure-`.
  private static func bare(_ name: String) -> String {
    let lower = ASCII.lowercased(name)
    for prefix in ["__host-", "__secure-"] where lower.hasPrefix(prefix) {
      return String(lower.dropFirst(prefix.count))
    }
    return lower
  }

  private static func isTransaction(_ name: String) -> Bool {
    if ["tx", "login", "oauth", "oidc", "state"].contains(name) { return true }
    if contains(name, ["nonce", "pkce", "code_verifier", "correlation", "oauth_", "oidc_"]) {
      return true
    }
    return contains(name, ["state", "transaction"]) && contains(name, ["auth", "login", "sso"])
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
