import Gateways
import Testing

@Suite struct `The words for a network that failed` {
  @Test(arguments: [
    (
      NetworkFailure.unsupportedScheme("ftp"),
      "Only https addresses can be fetched, and http on this machine; not ftp."
    ),
    (
      .plainText(url: "http://idp.test/jwks"),
      "http://idp.test/jwks is not fetched: over plain http anybody on the way can put keys of"
        + " their own in its place. Use https; http is for this machine alone."
    ),
    (
      .noLibrary(missing: "libcurl.so.4"),
      "The network needs libcurl, and libcurl.so.4 was not found. On Debian: apt install libcurl4."
    ),
    (
      .noSuchHost("idp.test"),
      "There is no host named idp.test, or no name server answered."
    ),
    (
      .noConnection(origin: "https://idp.test", detail: "refused"),
      "No connection to https://idp.test: refused."
    ),
    (
      .timedOut(origin: "https://idp.test", detail: "after 200 ms"),
      "https://idp.test took too long: after 200 ms."
    ),
    (
      .untrusted(origin: "https://idp.test", detail: "self-signed certificate"),
      "The certificate of https://idp.test is not trusted: self-signed certificate."
    ),
    (
      .tlsFailed(origin: "https://idp.test", detail: "wrong version number"),
      "No TLS connection to https://idp.test: wrong version number."
    ),
    (
      .headerTooLarge(origin: "https://idp.test", limit: 9),
      "The header section of https://idp.test is larger than 9 bytes."
    ),
    (
      .bodyTooLarge(origin: "https://idp.test", limit: 9),
      "The document at https://idp.test is larger than 9 bytes."
    ),
    (
      .brokenAnswer(origin: "https://idp.test", detail: "empty reply"),
      "https://idp.test did not answer in HTTP: empty reply."
    ),
    (
      .failed(origin: "https://idp.test", detail: "out of memory"),
      "Fetching from https://idp.test failed: out of memory."
    ),
  ])
  func `each failure says what and where`(failure: NetworkFailure, message: String) {
    #expect(failure.message == message)
  }
}
