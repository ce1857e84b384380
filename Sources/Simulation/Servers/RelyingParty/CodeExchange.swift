import Ledger
import Tokens
import Trace
import Wire

/// The tokens that a code was exchanged for.
struct Exchange: Sendable {
  let answer: Answer
  let response: Response

  var body: JSONValue? { try? JSONValue.parse(response.body) }
  var accessToken: String? { body?["access_token"]?.string }
  var tokenType: String? { body?["token_type"]?.string }
  var refreshToken: String? { body?["refresh_token"]?.string }
  var identityToken: String? { body?["id_token"]?.string }
}

/// Who signed in, by an ID token that this client goes on with.
struct Identified: Sendable {
  let exchange: Exchange
  let identity: AcceptedToken
  let subject: String

  var answer: Answer { exchange.answer }
}

/// Exchanging the code, and judging the tokens that come back (OpenID Connect Core 3.1.3).
enum CodeExchange {
  /// The back channel: the client asks the provider directly, with its own secret.
  static func redeem(_ answer: Answer, _ hand: Hand) -> Exchange {
    if let transaction = answer.transaction { Transactions.forget(transaction, hand) }
    var form = [
      Pair("grant_type", "authorization_code"), Pair("code", answer["code"] ?? ""),
      Pair("redirect_uri", hand.redirectURI(at: answer.provider)),
    ]
    if let verifier = answer.transaction?.verifier { form.append(Pair("code_verifier", verifier)) }
    let response = BackChannel.post("/token", form, at: answer.provider, hand)
    return Exchange(answer: answer, response: response ?? Response(502))
  }

  static let received = Gate<Exchange, Exchange>(
    "tokens-received", "the provider gave tokens", "RFC 6749 5.1"
  ) { exchange, _ in
    guard exchange.response.status == 200, exchange.identityToken != nil else {
      let error = exchange.body?["error"]?.string
      return .refuse(
        .page(status: 400, message: "The provider gave no tokens: \(error ?? "no ID token")."),
        expected: "200 with an ID token",
        actual: "\(exchange.response.status) \(error ?? "")")
    }
    return .enter(exchange)
  }

  static func judge(
    _ exchange: Exchange, _ hand: Hand
  ) -> (rows: [LedgerRow], next: Admission<Identified>) {
    let spec = hand.server
    guard let provider = exchange.answer.provider else {
      preconditionFailure("an OAuth client has a provider")
    }
    var expected = TokenPolicies.Expectation(
      issuer: hand.run.addresses(of: provider).issuer, audience: spec.name,
      algorithm: provider.signatureAlgorithm, keys: hand.keys(of: provider))
    expected.accessToken = exchange.accessToken
    expected.refusesFutureIssue = true
    let verdict = TokenPolicies.verdict(exchange.identityToken ?? "", expected, hand)
    let ledger = TokenTable.identity.ledger(of: verdict)
    switch verdict.outcome {
    case .accepted(let token):
      let subject = token.claims["sub"]?.string ?? ""
      return (
        ledger, .enter(Identified(exchange: exchange, identity: token, subject: subject))
      )
    case .refused(let refusal):
      return (
        ledger,
        .refuse(
          .page(
            status: 400, message: "The ID token is not acceptable: \(refusal.row.check.title)."),
          expected: "", actual: "")
      )
    }
  }

  static let nonceMatches = Check<Identified>(
    CheckInfo(
      "nonce-matches", "the ID token answers this browser's request",
      "OpenID Connect Core 3.1.3.7", defence: "nonce"),
    else: .page(status: 403, message: "This ID token answers somebody else's request.")
  ) { it, _ in
    let sent = it.answer.transaction?.nonce
    switch (sent, it.identity.claims["nonce"]?.string) {
    case (nil, nil): return .moot("no nonce was sent and none came")
    case (let sent?, let came?) where sent.hasSameBytes(as: came): return .holds
    case (let sent, let came):
      return .fails(
        expected: sent == nil ? "no nonce: this browser sent none" : "the nonce that was sent",
        actual: came == nil ? "no nonce" : "another request's nonce")
    }
  }

  /// Whoever asked for a fresh sign-in has to see that it was one (OpenID Connect Core 3.1.3.7).
  static let signInRecent = Check<Identified>(
    CheckInfo(
      "sign-in-recent", "the user signed in as lately as was asked",
      "OpenID Connect Core 3.1.3.7", defence: "sign-in-age"),
    else: .page(status: 403, message: "The sign-in is older than was asked.")
  ) { it, seen in
    guard let limit = it.answer.transaction?.row["max_age"].flatMap({ Int64($0) }) else {
      return .moot("no max_age was sent")
    }
    guard let time = it.identity.claims["auth_time"]?.integer else {
      return .fails(expected: "auth_time", actual: "none")
    }
    let age = seen.now.seconds - time
    // The answer was some seconds on its way.
    let way = seen.now.seconds - (it.answer.transaction?.created ?? 0)
    return age <= limit + way
      ? .holds
      : .fails(
        expected: "\(TimeSpan(seconds: limit).text) at most",
        actual: TimeSpan(seconds: age).text)
  }

  struct Profile: Sendable {
    let identified: Identified
    let subject: String?
    /// For a client that asked for it.
    var email: String?
    var isEmailVerified = false

    var answer: Answer { identified.answer }
  }

  /// Userinfo, asked with the access token that came along.
  static func askUserInfo(_ it: Identified, _ hand: Hand) -> Profile {
    let token = HeldToken(it.exchange.accessToken ?? "", type: it.exchange.tokenType)
    let response = BackChannel.userInfo(token, at: it.answer.provider, hand)
    let body = response.flatMap { try? JSONValue.parse($0.body) }
    var profile = Profile(identified: it, subject: body?["sub"]?.string)
    if hand.server.scopes.contains("email") {
      profile.email = body?["email"]?.string
      profile.isEmailVerified = body?["email_verified"]?.bool == true
    }
    return profile
  }

  static let userinfoMatches = Check<Profile>(
    CheckInfo(
      "userinfo-subject-matches", "userinfo speaks of the same person",
      "OpenID Connect Core 5.3.2"),
    else: .page(status: 400, message: "Userinfo speaks of somebody else.")
  ) { profile, _ in
    let expected = profile.identified.subject
    return profile.subject == expected
      ? .holds : .fails(expected: expected, actual: profile.subject ?? "no answer")
  }

  /// From a callback to a person: the table that web and native clients share.
  static func table(_ answer: Pipeline<Arrival, Answer>) -> Pipeline<Arrival, Profile> {
    answer.act { (answer, hand) throws(Refusal) in redeem(answer, hand) }
      .gate(received)
      .ledger(TokenTable.identity.rows, judge)
      .checks([nonceMatches, signInRecent])
      .act { (it, hand) throws(Refusal) in askUserInfo(it, hand) }
      .checks([userinfoMatches])
  }
}
