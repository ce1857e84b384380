import Ledger
import Trace
import Wire

/// The forms that a signed-in user sends while a request waits: account, second factor, consent.
enum Consent {
  struct Decision: Sendable {
    var pending: PendingRequest
    let session: Session

    var field: [Pair] { pending.request.form }
  }

  private static let signedIn = Gate<PendingRequest, Decision>(
    "session-known", "the provider knows who consents", "OWASP ASVS 7.2.1"
  ) { pending, sight in
    let refusal = Refusal.page(status: 401, message: "Sign in first.")
    guard let session = Sessions.find(pending.request, sight) else {
      return .refuse(refusal, expected: "a session", actual: "none")
    }
    return .enter(Decision(pending: pending, session: session))
  }

  /// Whoever posts the next form at once must not get around what the request asks for.
  private static let signInDone = Check<Decision>(
    CheckInfo(
      "sign-in-done", "the user has signed in as the request asks", "OpenID Connect Core 3.1.2.3"),
    else: .page(status: 403, message: "This request asks for a sign-in of its own.")
  ) { it, _ in
    it.pending["must"] == "sign-in"
      ? .fails(expected: "a sign-in for this request", actual: "an older session") : .holds
  }

  private static let levelReached = Check<Decision>(
    CheckInfo(
      "level-reached", "the user has shown what the request asks for",
      "OpenID Connect Core 5.5.1.1"),
    else: .page(status: 403, message: "This request asks for a second factor.")
  ) { it, _ in
    guard let wanted = it.pending["acr"].flatMap(AuthenticationLevel.init) else {
      return .moot("none was asked for")
    }
    return it.session.level < wanted
      ? .fails(expected: wanted.rawValue, actual: it.session.level.rawValue) : .holds
  }

  private static let table = pipeline().gate(Interaction.pending)
    .checks([Interaction.sameBrowser]).gate(signedIn).checks([signInDone])

  static let endpoint = table.checks([levelReached])
    .finish { decision, hand in
      guard let pending = granted(decision) else {
        return Interaction.deny(decision.pending, hand)
      }
      let client = pending["client"] ?? ""
      hand.write(
        .consents, RowKey("\(decision.session.user) \(client)"),
        [Pair("scope", pending["scope"] ?? "")])
      return Interaction.grant(pending, decision.session, hand)
    }

  /// The request with what the user agrees to, which may be less than was asked for (RFC 6749 3.3);
  /// nil where it is nothing.
  private static func granted(_ decision: Decision) -> PendingRequest? {
    let choice = decision.field["decision"] ?? ""
    if choice == "allow" { return decision.pending }
    guard choice.hasPrefix(InteractionPages.without) else { return nil }
    let left = choice.dropFirst(InteractionPages.without.count).split(separator: " ")
    let rest = decision.pending.scopes.filter { !left.contains(Substring($0)) }
    guard !rest.isEmpty else { return nil }
    var pending = decision.pending
    pending.row.set("scope", rest.joined(separator: " "))
    return pending
  }

  /// Which account, where the request asks for a choice.
  static let account = table.finish { decision, hand in
    var pending = decision.pending
    if decision.field["account"] == "this" {
      pending.settle("must", hand)
    } else {
      pending.row.set("must", "sign-in")
      hand.write(.requests, pending.key, pending.row)
    }
    return Interaction.proceed(pending, decision.session, hand)
  }

  // The second factor: a code from a printed list, each good once (NIST SP 800-63B 3.1.2).

  struct Shown: Sendable {
    let decision: Decision
    let user: Row
    let rest: [String]
  }

  private static let codeCorrect = Gate<Decision, Shown>(
    "code-correct", "the code is the next one on the user's list", "OWASP ASVS 6.5"
  ) { it, sight in
    let user = sight.read(.users, RowKey(it.session.user)) ?? []
    var list = (user["codes"] ?? "").split(separator: " ").map(String.init)
    let hash = sight.key(hashing: it.field["code"] ?? "").text
    guard let first = list.first, first == hash else {
      return .refuse(
        .page(status: 401, message: "The code is wrong."), expected: "the next code",
        actual: list.contains(hash) ? "a later one" : "another one")
    }
    list.removeFirst()
    return .enter(Shown(decision: it, user: user, rest: list))
  }

  static let factor = table.gate(codeCorrect).finish { it, hand in
    var user = it.user
    user.set("codes", it.rest.joined(separator: " "))
    hand.write(.users, RowKey(it.decision.session.user), user)
    let old = it.decision.session
    // More rights, so another session id (OWASP ASVS 7.2.4).
    let cookie = Sessions.begin(
      user: old.user, presented: it.decision.pending.request, hand,
      extra: [
        Pair("auth_time", String(hand.now.seconds)),
        Pair("acr", AuthenticationLevel.twoFactors.rawValue),
        Pair("sid", old.row["sid"] ?? ""), Pair("clients", old.row["clients"] ?? ""),
      ])
    let pending = it.decision.pending
    var response = Interaction.proceed(
      pending, Sessions.find(begunBy: cookie, pending.request, hand), hand)
    response.headers.append("Set-Cookie", cookie)
    return response
  }
}
