import Trace
import Wire

/// A public client on a device (RFC 8252): no secret, a private-use scheme, tokens in its vault.
enum NativeApp {
  /// The app runs on one device and signs in one person at a time.
  static let transactionID = "current"

  static let routes = Routes(
    json: false,
    [
      route("GET", "/start", start),
      route("GET", "/cb", callback),
    ])

  /// Opens the system browser at the provider.
  static let start = pipeline().finish { arrival, hand in
    let provider = hand.sight.provider
    let request = Transactions.make(
      at: provider, hand, asking: arrival.request.url.query)
    hand.write(.transactions, RowKey(transactionID), request.row)
    return Transactions.redirect(request, to: provider, hand)
  }

  static let callback = CodeExchange.table(AnswerChecks.table()).finish { profile, hand in
    let it = profile.identified
    var row = [Pair("sub", it.subject), Pair("access", it.exchange.accessToken ?? "")]
    if let refresh = it.exchange.refreshToken { row.append(Pair("refresh", refresh)) }
    hand.write(.vault, RowKey("tokens"), row)
    return Page(
      title: hand.server.name, paragraphs: ["You are signed in as \(it.subject)."]
    ).response()
  }
}
