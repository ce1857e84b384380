import Trace
import Wire

/// Errors of the authorization endpoint that would send a browser on in which nobody has signed in:
/// with a client of his own, anybody can make links to the provider that lead to his page
/// (RFC 9700 4.11.2).
enum ErrorRedirects {
  /// What a client hears that has asked for an answer without a page.
  private static let silent: Set = [
    "login_required", "consent_required", "interaction_required", "account_selection_required",
  ]

  static func held(_ endpoint: Endpoint) -> Endpoint {
    Endpoint(rows: endpoint.rows) { arrival, hearing in
      let answer = endpoint.handle(arrival, hearing)
      guard let target = answer.headers["Location"].flatMap({ WireURL($0) }),
        let error = target.parameter("error"), !silent.contains(error)
      else { return answer }
      return hold(answer, error, target, arrival.request, Hand(hearing: hearing))
    }
  }

  private static func hold(
    _ answer: Response, _ error: String, _ target: WireURL, _ request: Request, _ hand: Hand
  ) -> Response {
    if hand.isOff("errors-ask-first") {
      hand.omit(
        "errors-ask-first", "show the error here first",
        would: "would have told whoever is not signed in that the link leads to \(target.origin)")
      return answer
    }
    // Whoever has signed in has come by a sign-in before, and the client may deal with the error.
    if Sessions.find(request, hand.sight) != nil { return answer }
    return Page(
      title: "This link is faulty",
      paragraphs: ["The error is \(error).", "The link would lead on to \(target.origin)."]
    ).response(status: 400)
  }
}
