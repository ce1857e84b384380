import Ledger
import Trace
import Wire

/// A public client that is a page (OAuth 2.0 for Browser-Based Apps 6.3): its server only hands out
/// the program; requests, checks and tokens are the browser's.
enum BrowserApp {
  private static let transactionKey = "tx"

  static let routes = Routes(
    json: false,
    [
      route("GET", "/", page),
      route("GET", "/signin", page),
      route("GET", "/cb", page),
      route("GET", "/go", Forwarding.endpoint),
    ],
    scripts: [
      route("GET", "/signin", begin),
      route("GET", "/cb", answered),
      route("POST", "message", told),
    ])

  /// The same for every path: what differs, the program works out in the browser.
  private static let page = pipeline().finish { _, hand in
    Page(
      title: hand.server.name, paragraphs: ["This page is a program, and runs in the browser."]
    ).response()
  }

  /// Sends the window to the provider.
  private static let begin = pipeline().finish { arrival, hand in
    let provider = hand.sight.provider
    let request = Transactions.make(at: provider, hand, asking: arrival.request.url.query)
    var object = JSONObject()
    for pair in request.row { object[pair.name] = .string(pair.value) }
    hand.store(JSONValue.object(object).text(), as: transactionKey)
    return Transactions.redirect(request, to: provider, hand)
  }

  /// What the page has kept of its request.
  static func transaction(_ run: Run) -> Transaction? {
    let kept = run.stored(transactionKey).flatMap { try? JSONValue.parse($0).object }
    return kept.map { object in
      let row = object.members.compactMap { member in
        member.value.string.map { Pair(member.name, $0) }
      }
      return Transaction(key: RowKey(transactionKey), row: row)
    }
  }

  static func forgetTransaction(_ hand: Hand) { hand.store(nil, as: transactionKey) }

  /// The answer goes on to the window that opened this one; else the page deals with it.
  private static let answered = Endpoint.either(
    WindowAnswer.passedOn,
    or: .either(ImplicitAnswer.endpoint, or: CodeExchange.table(AnswerChecks.table()).finish(keep))
    {
      $0.server.usesImplicitGrant
    }
  ) { $0.isInChildWindow }

  /// The answer comes from the window that was opened for it.
  private static let told = CodeExchange.table(
    AnswerChecks.table(behind: pipeline().checks([WindowAnswer.fromOwnPage]))
  ).finish(keep)

  @Sendable private static func keep(_ profile: CodeExchange.Profile, _ hand: Hand) -> Response {
    let it = profile.identified
    return keep(it.exchange.accessToken ?? "", it.exchange.refreshToken, of: it.subject, hand)
  }

  /// Keeps the tokens where the page can reach them, and whoever else can.
  static func keep(
    _ access: String, _ refresh: String?, of subject: String, _ hand: Hand
  ) -> Response {
    let tokens = [Pair("access", access)] + (refresh.map { [Pair("refresh", $0)] } ?? [])
    if hand.isOff("tokens-in-memory") {
      hand.omit(
        "tokens-in-memory", "keep the tokens in a variable",
        would: "would have kept them out of localStorage, where every script of the origin looks")
      for token in tokens { hand.store(token.value, as: token.name) }
    } else {
      for token in tokens { hand.remember(token.value, as: token.name) }
      hand.note("The page keeps its tokens in a variable: they end with the page.")
    }
    return Page(title: hand.server.name, paragraphs: ["You are signed in as \(subject)."])
      .response()
  }
}

extension ServerSpec {
  /// Whether a client asks for a token in the redirect, as in the first years of OAuth.
  var usesImplicitGrant: Bool { grants.contains(.implicit) && !grants.contains(.authorizationCode) }
}
