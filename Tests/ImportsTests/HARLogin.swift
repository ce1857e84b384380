import Imports
import Trace
import Wire

/// A sign-in by the code flow as a browser sees it: Alice at shop.test, by way of idp.test.
enum HARLogin {
  static let session = "Zx81kQ0vT5u2Lw9aZx81kQ"
  static let transaction = "tx7Hq2Lm9Wv4Rb0sK3yD"

  /// The entries by name: `me`, `login`, `signin`, `authorize`, `password`, `callback`, `home`.
  static var entries: [HARFixture.Entry] {
    [me, login, signin, authorize, password, callback, home]
  }

  static let query =
    "response_type=code&client_id=shop&redirect_uri=https%3A%2F%2Fshop.test%2Fcb&scope=openid"
    + "&state=st-4f1c9a&nonce=no-88e2b1&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    + "&code_challenge_method=S256"
  static let answer =
    "https://shop.test/cb?code=co-91d7aa3e&state=st-4f1c9a&iss=https%3A%2F%2Fidp.test"

  static var me: HARFixture.Entry {
    var it = HARFixture.Entry("GET", "https://shop.test/me")
    it.request = navigation("none")
    it.status = 302
    it.response = [Pair("location", "/login")]
    return it
  }

  static var login: HARFixture.Entry {
    var it = HARFixture.Entry("GET", "https://shop.test/login", at: 20)
    it.request = navigation("none")
    it.body = "<h1>Sign in</h1><a href=/signin>with idp</a>"
    return it
  }

  static var signin: HARFixture.Entry {
    var it = HARFixture.Entry("GET", "https://shop.test/signin", at: 2000)
    it.request = navigation("same-origin", page: "https://shop.test/login")
    it.status = 302
    it.response = [
      Pair("location", "https://idp.test/authorize?" + query),
      Pair("set-cookie", "__Host-tx=\(transaction); Path=/; Secure; HttpOnly; SameSite=Lax"),
    ]
    return it
  }

  static var authorize: HARFixture.Entry {
    var it = HARFixture.Entry("GET", "https://idp.test/authorize?" + query, at: 2020)
    it.request = navigation("cross-site", page: "https://shop.test/")
    it.body =
      "<form method=post action=/login><input name=user><input type=password name=password></form>"
    return it
  }

  static var password: HARFixture.Entry {
    var it = HARFixture.Entry("POST", "https://idp.test/login", at: 9000)
    it.request =
      navigation("same-origin", page: "https://idp.test/")
      + [
        Pair("content-type", "application/x-www-form-urlencoded"),
        Pair("origin", "https://idp.test"),
      ]
    it.form = "user=alice&password=looking-glass"
    it.status = 302
    it.response = [
      Pair("location", answer),
      Pair("set-cookie", "idp=Qm55vB2nX8cZ1kLp; Path=/; Secure; HttpOnly; SameSite=Lax"),
    ]
    return it
  }

  static var callback: HARFixture.Entry {
    var it = HARFixture.Entry("GET", answer, at: 9030)
    it.request =
      navigation("cross-site", page: "https://idp.test/")
      + [Pair("cookie", "__Host-tx=\(transaction)")]
    it.status = 302
    it.response = [
      Pair("location", "/me"),
      Pair("set-cookie", "sid=\(session); Path=/; Secure; HttpOnly; SameSite=Lax"),
    ]
    return it
  }

  static var home: HARFixture.Entry {
    var it = HARFixture.Entry("GET", "https://shop.test/me", at: 9060)
    it.request =
      navigation("cross-site", page: "https://idp.test/")
      + [Pair("cookie", "__Host-tx=\(transaction); sid=\(session)")]
    it.body = "<h1>Hello Alice</h1>"
    return it
  }

  /// The headers of a navigation.
  static func navigation(_ site: String, page: String? = nil) -> [Pair] {
    [
      Pair("accept", "text/html,application/xhtml+xml"), Pair("sec-fetch-site", site),
      Pair("sec-fetch-mode", "navigate"), Pair("sec-fetch-dest", "document"),
    ] + (page.map { [Pair("referer", $0)] } ?? [])
  }
}

extension Array where Element == HARFixture.Entry {
  /// The file of these entries as a browser writes it.
  func har(_ dialect: HARDialect = .plain) -> [UInt8] { dialect.file(self).bytes }

  func read(_ dialect: HARDialect = .plain) throws -> HARImport.Imported {
    try HARImport.read(har(dialect), name: "login.har")
  }
}

extension [Pair] {
  func without(_ name: String) -> [Pair] { filter { !ASCII.equalFolded($0.name, name) } }

  func with(_ name: String, _ value: String) -> [Pair] { without(name) + [Pair(name, value)] }
}
