/// A case of the old suite that RFC 6265bis decides otherwise.
struct CookieDeparture {
  enum Reason: String {
    case noEqualsSign =
      "5.6 step 3: without an equals sign the text is the value of a cookie without a name"
    case emptyName =
      "5.6 step 3 and 5.7 step 2: an empty name is a name, if only the value is not empty too"
    case control = "5.6 step 1: a control character spoils the whole header"
    case percent =
      "5.1.4: paths are compared byte for byte; the old suite never enabled this case either"
    case emptyDomain =
      "5.6.3 and 5.7 step 7: an empty Domain counts, and the last one makes the cookie host-only"
  }

  let test: String
  let sent: String
  let reason: Reason

  init(_ test: String, sends sent: String, _ reason: Reason) {
    self.test = test
    self.sent = sent
    self.reason = reason
  }

  static let all = [
    CookieDeparture("0004", sends: "foo", .noEqualsSign),
    CookieDeparture("0021", sends: "a=b; x; c=d", .emptyName),
    CookieDeparture("0023", sends: "foo", .noEqualsSign),
    CookieDeparture("0024", sends: "foo", .noEqualsSign),
    CookieDeparture("0025", sends: "foo", .noEqualsSign),
    CookieDeparture("0026", sends: "foo", .noEqualsSign),
    CookieDeparture("0027", sends: "bar", .noEqualsSign),
    CookieDeparture("0028", sends: "foo", .noEqualsSign),
    CookieDeparture("CHROMIUM0009", sends: "BLAHHH", .noEqualsSign),
    CookieDeparture("CHROMIUM0010", sends: #""BLA\"HHH""#, .noEqualsSign),
    CookieDeparture("CHROMIUM0012", sends: "ABC", .emptyName),
    CookieDeparture("DISABLED_CHROMIUM0022", sends: "", .control),
    CookieDeparture("DISABLED_CHROMIUM0023", sends: "", .control),
    CookieDeparture("DISABLED_PATH0029", sends: "", .percent),
    CookieDeparture("MOZILLA0012", sends: #"test="fubar! = foo; five"#, .noEqualsSign),
    CookieDeparture("MOZILLA0014", sends: "six", .noEqualsSign),
    CookieDeparture("MOZILLA0015", sends: "seven", .noEqualsSign),
    CookieDeparture("MOZILLA0016", sends: "eight", .emptyName),
    CookieDeparture("MOZILLA0017", sends: "eight; test=six", .emptyName),
    CookieDeparture("NAME0017", sends: "a=bar", .emptyName),
    CookieDeparture("NAME0023", sends: "foo", .noEqualsSign),
    CookieDeparture("NAME0025", sends: "==a=bar", .emptyName),
    CookieDeparture("NAME0028", sends: "a", .emptyName),
    CookieDeparture("NAME0031", sends: #""foo"#, .noEqualsSign),
    CookieDeparture("NAME0032", sends: #""foo\"bar"#, .noEqualsSign),
    CookieDeparture("NAME0033", sends: "aaa", .noEqualsSign),
    CookieDeparture("OPTIONAL_DOMAIN0042", sends: "foo=bar", .emptyDomain),
  ]
}
