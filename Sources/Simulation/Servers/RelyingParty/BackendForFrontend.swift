import Ledger
import Trace
import Wire

/// Where a client's own page fetches its data (OAuth 2.0 for Browser-Based Apps 6.1): the token in
/// the session's row goes to the API from here, and never comes near the browser.
enum BackendForFrontend {
  static let header = "X-CSRF"

  private static let signedIn = Gate<Arrival, Session>(
    "session-known", "the store knows the session id", "OWASP ASVS 7.2.1"
  ) { arrival, sight in
    // A script cannot do anything with a login page.
    guard let session = Sessions.find(arrival.request, sight) else {
      return .refuse(
        .page(status: 401, message: "Sign in first."), expected: "a session", actual: "none")
    }
    return .enter(session)
  }

  private static let ownHeader = Check<Session>(
    CheckInfo(
      "custom-header", "the request carries a header that no form can send", "OWASP ASVS 3.5.1",
      defence: "custom-header"),
    else: .page(status: 403, message: "This was not sent by a script of this page.")
  ) { session, _ in
    session.request.headers[header] != nil
      ? .holds : .fails(expected: "the header \(header)", actual: "none")
  }

  static let endpoint = pipeline().gate(signedIn).checks([ownHeader])
    .act { (session, hand) throws(Refusal) -> Delegated.Armed in Delegated.arm(session, hand) }
    .gate(Delegated.armed)
    .finish { it, hand in
      let request = it.session.request
      let path = String(request.url.path.dropFirst("/api".utf8.count))
      let answer = it.token.flatMap {
        ResourceCall.send(request.method, path, $0, hand, form: request.form)
      }
      guard let answer else { return JSONResponse.make(502, ["error": "no answer"]) }
      return Response(
        answer.status,
        headers: Headers([
          Pair("Content-Type", "application/json"), Pair("Cache-Control", "no-store"),
        ]), body: answer.body)
    }
}
