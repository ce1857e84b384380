import Testing

@testable import Wire

@Suite struct SetCookieTests {
  @Test func `all attributes are read, in any case, with white space around them`() throws {
    let cookie = try SetCookie.parse(
      "sid=a b ;  SECURE; httponly ;Path = /app; DOMAIN=.Shop.Test; max-age=60;samesite = sTrIcT; "
        + "Expires=Sun, 06 Nov 1994 08:49:37 GMT")
    #expect(
      cookie
        == SetCookie(
          "sid", "a b", expires: 784_111_777_000, maxAge: 60, domain: "shop.test", path: "/app",
          isSecure: true, isHTTPOnly: true, sameSite: .strict))
  }

  @Test func `what a server writes, a browser reads`() throws {
    let cookie = SetCookie(
      "__Host-sid", "abc", expires: 784_111_777_000, maxAge: -1, path: "/", isSecure: true,
      isHTTPOnly: true, sameSite: .none)
    #expect(
      cookie.header
        == "__Host-sid=abc; Expires=Sun, 06 Nov 1994 08:49:37 GMT; Max-Age=-1; Path=/; Secure; "
        + "HttpOnly; SameSite=None")
    #expect(try SetCookie.parse(cookie.header) == cookie)
    #expect(SetCookie("a", "b", domain: "shop.test").header == "a=b; Domain=shop.test")
  }

  @Test func `attributes that a browser drops are reported`() throws {
    let long = String(repeating: "x", count: 1025)
    let cookie = try SetCookie.parse(
      "a=b; Path=/\(long); Max-Age=+5; Expires=tomorrow; SameSite=Sometimes; Partitioned; ;=")
    #expect(cookie.path == nil && cookie.maxAge == nil && cookie.expires == nil)
    #expect(cookie.sameSite == .unspecified)
    #expect(
      cookie.ignored.map(\.name) == ["Path", "Max-Age", "Expires", "SameSite", "Partitioned"])
    let fits = try SetCookie.parse("a=b; Path=/" + long.dropFirst(2))
    #expect(fits.path?.utf8.count == 1024)
  }

  @Test func `the last of repeated attributes counts, and a later unknown SameSite resets it`()
    throws
  {
    let cookie = try SetCookie.parse("a=b; Path=/x; Path=/y; SameSite=Strict; SameSite=?")
    #expect(cookie.path == "/y")
    #expect(cookie.sameSite == .unspecified)
  }

  @Test(arguments: [
    ("10", 10), ("-10", -10), ("0", 0), ("00060", 60), ("99999999999999999999", Int64.max),
    ("-99999999999999999999", 0), ("", nil), ("-", nil), ("1.5", nil), ("+1", nil), ("1 2", nil),
    ("--1", nil), ("1-", nil), ("0x10", nil),
  ])
  func `Max-Age is digits, perhaps after a minus sign`(text: String, seconds: Int64?) throws {
    #expect(try SetCookie.parse("a=b; Max-Age=" + text).maxAge == seconds)
  }

  @Test func `a cookie of 4096 bytes fits and one more does not`() throws {
    let value = String(repeating: "v", count: 4093)
    #expect(try SetCookie.parse("sid=" + value + "; Path=/").value == value)
    #expect(throws: CookieReason.tooLarge) { try SetCookie.parse("sid=v" + value) }
  }

  @Test func `control characters other than the tab refuse the whole header`() throws {
    for byte in (UInt8(0)..<32).filter({ $0 != 9 }) + [127] {
      for text in ["a=", "a=b; Path=/"] {
        let header = text + String(Unicode.Scalar(byte))
        #expect(throws: CookieReason.controlCharacter) { try SetCookie.parse(header) }
      }
    }
    #expect(try SetCookie.parse("a=b\tc").value == "b\tc")
  }

  @Test func `nothing at all is no cookie`() {
    for header in ["", "=", " ; Path=/", "\t=\t; Secure"] {
      #expect(throws: CookieReason.empty) { try SetCookie.parse(header) }
    }
  }
}
