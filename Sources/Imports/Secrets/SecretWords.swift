import Trace
import Wire

/// What a name says of its value: parameters, members of JSON, fields of forms, cookies.
enum SecretWords {
  private static let parameters: [String: SecretKind] = [
    "code": .code, "state": .state, "nonce": .nonce, "code_verifier": .verifier,
    "code_challenge": .challenge, "access_token": .access, "refresh_token": .refresh,
    "id_token": .idToken, "id_token_hint": .idToken, "token": .access, "subject_token": .access,
    "actor_token": .access, "client_secret": .clientSecret, "client_assertion": .assertion,
    "assertion": .assertion, "samlresponse": .assertion, "logout_token": .logoutToken,
    "device_code": .deviceCode, "user_code": .userCode, "request_uri": .requestURI,
    "password": .password, "passwd": .password, "pwd": .password, "pass": .password,
    "passphrase": .password, "new_password": .password, "current_password": .password,
    "otp": .password, "totp": .password, "csrf": .csrf, "_csrf": .csrf, "csrf_token": .csrf,
    "csrftoken": .csrf, "_token": .csrf, "authenticity_token": .csrf, "xsrf": .csrf,
    "csrfmiddlewaretoken": .csrf, "__requestverificationtoken": .csrf, "auth_req_id": .deviceCode,
  ]

  static func kind(ofParameter name: String, value: String) -> SecretKind? {
    guard let kind = parameters[ASCII.lowercased(name)] else { return nil }
    let length = value.utf8.count
    switch kind {
    // "code=DE" and "state=open" are no secrets.
    case .code, .access, .refresh, .challenge, .verifier: return length >= 6 ? kind : nil
    case .requestURI: return value.hasPrefix("urn:") ? kind : nil
    case .sid, .state, .nonce, .idToken, .transaction, .csrf, .remember, .reset, .password,
      .clientSecret, .key, .forged, .logoutToken, .deviceCode, .userCode, .proof, .assertion:
      return length >= 4 ? kind : nil
    }
  }

  /// Of an error, `code` is its number and `state` a word.
  static func kind(ofMember name: String, value: String) -> SecretKind? {
    switch name {
    case "code", "state", "pass", "token_type": nil
    case _: kind(ofParameter: name, value: value)
    }
  }

  private static let cookieWords: [(String, SecretKind)] = [
    ("csrf", .csrf), ("xsrf", .csrf), ("antiforgery", .csrf), ("remember", .remember),
    ("nonce", .nonce), ("correlation", .transaction), ("state", .transaction),
    ("transaction", .transaction), ("pkce", .transaction), ("-tx", .transaction),
    ("oauth_tx", .transaction), ("refresh", .refresh), ("access_token", .access),
    ("id_token", .idToken),
  ]
  /// Cookies that count visits, choose a language and the like.
  private static let harmless = [
    "_ga", "_gid", "_gcl", "_fbp", "lang", "locale", "theme", "consent",
  ]

  /// Any long value may be somebody's session; a short one is a setting.
  static func kind(ofCookie name: String, value: String) -> SecretKind? {
    let lower = ASCII.lowercased(name)
    if harmless.contains(where: { lower.hasPrefix($0) }) { return nil }
    let named = cookieWords.first { ByteSearch.first($0.0, in: lower) != nil }?.1
    if let named { return value.utf8.count >= 4 ? named : nil }
    let isMasked = value.hasPrefix("{") && value.hasSuffix("}")
    return value.utf8.count >= 12 || isMasked ? .sid : nil
  }
}
