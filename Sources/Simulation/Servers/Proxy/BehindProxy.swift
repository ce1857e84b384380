import Ledger
import Wire

/// An app that has no sign-in of its own: who is there, the proxy before it says.
enum BehindProxy {
  struct Visitor: Sendable {
    let name: String
    let request: Request
    let secret: String
  }

  static let routes = Routes(
    json: false, [route("GET", "/", frontPage), route("GET", "/payroll", payroll)])

  private static let frontPage = pipeline().finish { _, hand in
    Page(title: hand.server.name, paragraphs: ["Everybody may read this page."]).response()
  }

  private static let userTold = Gate<Arrival, Visitor>(
    "user-told", "a header says who is there", "RFC 9700 4.13"
  ) { arrival, sight in
    guard let name = arrival.request.headers[ReverseProxy.userHeader] else {
      return .refuse(
        .page(status: 401, message: "Sign in at the proxy first."),
        expected: ReverseProxy.userHeader, actual: "none")
    }
    let secret = sight.hearing.run.clientSecret(of: sight.server, at: nil)
    return .enter(Visitor(name: name, request: arrival.request, secret: secret))
  }

  private static let fromProxy = Check<Visitor>(
    CheckInfo(
      "from-the-proxy", "the request comes from the proxy", "RFC 9700 4.13",
      defence: "proxy-only"),
    else: .page(status: 403, message: "This app answers its proxy only.")
  ) { visitor, _ in
    guard let shown = visitor.request.headers[ReverseProxy.secretHeader] else {
      return .fails(expected: "the proxy's secret", actual: "none")
    }
    return shown.hasSameBytes(as: visitor.secret)
      ? .holds : .fails(expected: "the proxy's secret", actual: "another value")
  }

  private static let payroll = pipeline().gate(userTold).checks([fromProxy])
    .finish { visitor, hand in
      Page(
        title: "\(hand.server.name): payroll",
        paragraphs: ["You are \(visitor.name). Your salary is 12 tarts a week."]
      ).response()
    }
}
