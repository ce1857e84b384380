import Testing

@testable import Wire

@Suite struct CookieDateTests {
  @Test(
    arguments: [
      ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777_000),
      ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777_000),
      ("Sun Nov  6 08:49:37 1994", 784_111_777_000), ("1994 nov 8:49:37 6", 784_111_777_000),
      ("01 Jan 1970 00:00:00", 0), ("31 Dec 1969 23:59:59", -1000),
      ("1 Jan 69 0:0:0", 3_124_224_000_000),
      ("29 Feb 2000 00:00:00", 951_782_400_000), ("1 Jan 1601 00:00:00", -11_644_473_600_000),
    ] as [(String, Int64)])
  func `the tokens may come in any spelling`(text: String, milliseconds: Int64) {
    #expect(CookieDate.parse(text) == milliseconds)
  }

  @Test(arguments: [
    "", "GMT", "06 Nov 1994", "08:49:37 06 Nov", "31 Feb 2020 00:00:00", "29 Feb 1900 00:00:00",
    "1 Jan 1600 00:00:00", "1 Jan 2020 24:00:00", "1 Jan 2020 00:60:00", "1 Jan 2020 00:00:60",
    "0 Jan 2020 00:00:00", "32 Jan 2020 00:00:00", "1 Foo 2020 00:00:00", "1 Jan 2020 0:0",
    "1 Jan 2020 000:00:00", "1 Jan 20200 00:00:00",
  ])
  func `a text that names no date is none`(text: String) {
    #expect(CookieDate.parse(text) == nil)
  }

  @Test func `a day of every week from 1601 to 2400 is written and read back`() {
    let day: Int64 = 86_400_000
    var milliseconds: Int64 = -11_644_473_600_000
    while milliseconds < 13_569_465_600_000 {
      let text = HTTPDate.text(milliseconds + 45_296_789)
      #expect(text.hasSuffix(" 12:34:56 GMT") && text.utf8.count == 29)
      #expect(CookieDate.parse(text) == milliseconds + 45_296_000)
      milliseconds += day * 7
    }
    #expect(HTTPDate.text(784_111_777_999) == "Sun, 06 Nov 1994 08:49:37 GMT")
    #expect(HTTPDate.text(-1) == "Wed, 31 Dec 1969 23:59:59 GMT")
  }
}
