import Testing

@testable import ScenarioFiles

@Suite struct ScriptSentences {
  @Test(arguments: slips)
  func `a mistake about scripts, pictures and guesses is told at its word`(slip: Slip) {
    #expect(slip.told == slip.says)
  }

  private static let form =
    "CLIENT METHOD URL, CLIENT localStorage.KEY = VALUE, CLIENT document.cookie = VALUE, or CLIENT"
    + " postMessage ORIGIN"

  private static func instead(of step: String = "wait: 30s", _ text: String) -> [(String, String)] {
    [(step, text)]
  }

  static let slips: [Slip] = [
    Slip(
      Samples.linkCSRF, instead("run: alice-tab POST https://shop.test/link"),
      ["26:5 missing-key: page is missing; page: the page of that client which the script runs in"]),
    Slip(
      Samples.linkCSRF, instead("run: alice-tab POST https://shop.test/link\n    page: shop"),
      ["27:11 url: shop is no absolute URL; write it out: https://app.test/login"]),
    Slip(
      Samples.linkCSRF, instead("run: alice-tab\n    page: https://shop.test/"),
      ["26:10 form: this is not of the form: \(form)"]),
    Slip(
      Samples.linkCSRF,
      instead("run: alice-tab localStorage.token secret\n    page: https://shop.test/"),
      ["26:10 form: this is not of the form: \(form)"]),
    Slip(
      Samples.linkCSRF,
      instead("run: alice-tab document.cookie = $loot\n    page: https://shop.test/"),
      ["26:38 unknown-capture: no capture is called loot; there are: link"]),
    Slip(
      Samples.linkCSRF,
      instead(
        "run: alice-tab localStorage.a = b\n    page: https://shop.test/\n    form: { x: y }"),
      [
        "28:11 unknown-key: a script that sends no request has no form; form belongs to a script that sends a request"
      ]),
    Slip(
      Samples.linkCSRF,
      instead("request: alice-tab GET https://shop.test/me\n    shows: image"),
      [
        "27:12 image: pictures, frames and windows belong to a page, and none is named; from: the page's URL"
      ]),
    Slip(
      Samples.linkCSRF, instead("request: alice-tab GET https://shop.test/me\n    tries: 3"),
      ["27:12 guess: tries has no effect without guess; guess: sid from $own"]),
    Slip(
      Samples.linkCSRF,
      instead("request: alice-tab GET https://shop.test/me\n    guess: sid of $link"),
      ["27:12 form: this is not of the form: COOKIE from $own"]),
  ]
}
