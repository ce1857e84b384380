import Ledger
import Trace
import Wire

/// Token exchange (RFC 8693): a server that was called for a user gets a token to call the next
/// server with, for that one and with its own name in it.
enum TokenExchange {
  private static let accessType = "urn:ietf:params:oauth:token-type:access_token"
  private static let types = [accessType, "urn:ietf:params:oauth:token-type:jwt"]

  struct Found: Sendable {
    let client: AuthenticatedClient
    let subject: IssuedToken?
    let actor: IssuedToken?
  }

  struct Asked: Sendable {
    let client: AuthenticatedClient
    let subject: IssuedToken
    /// The row of what the token came with.
    let family: Row?
    /// The token of the one who acts; nil where the client itself does.
    let actor: IssuedToken?

    /// Who acts: by the actor's token, else the client, which has shown who it is.
    var actorName: String { actor?.row["sub"] ?? client.name }

    var form: [Pair] { client.request.form }
    var row: Row { subject.row }
    var target: [String] { form.all("resource") + form.all("audience") }
  }

  private static let described = Gate<AuthenticatedClient, AuthenticatedClient>(
    "exchange-described", "the request names a token and its type", "RFC 8693 2.1"
  ) { client, _ in
    guard client.request.field("subject_token") != nil else {
      return .refuse(
        TokenForm.invalid("subject_token is missing"), expected: "a token", actual: "none")
    }
    let type = client.request.field("subject_token_type") ?? "none"
    guard types.contains(type) else {
      return .refuse(
        TokenForm.invalid("subject_token_type is not supported"), expected: accessType,
        actual: type)
    }
    if let wanted = client.request.field("requested_token_type"), !types.contains(wanted) {
      return .refuse(
        TokenForm.invalid("requested_token_type is not supported"), expected: accessType,
        actual: wanted)
    }
    let hasActor = client.request.field("actor_token") != nil
    let actorType = client.request.field("actor_token_type")
    guard hasActor ? actorType.map(types.contains) ?? false : actorType == nil else {
      return .refuse(
        TokenForm.invalid("actor_token and actor_token_type come together"),
        expected: hasActor ? accessType : "no actor_token_type", actual: actorType ?? "none")
    }
    return .enter(client)
  }

  private static func invalid(_ words: String) -> Refusal { TokenForm.invalid(words) }

  private static let subjectKnown = Gate<Found, Asked>(
    "subject-token-known", "the token is an access token of ours", "RFC 8693 2.2.2"
  ) { it, sight in
    let refusal = invalid("the subject token is not acceptable")
    guard let subject = it.subject else {
      return .refuse(
        refusal, expected: "an access token issued here",
        actual: "an unknown one, or one that is over")
    }
    guard case .access = subject.kind else {
      return .refuse(refusal, expected: "an access token", actual: "another kind of token")
    }
    if it.client.request.field("actor_token") != nil {
      guard let actor = it.actor, case .access = actor.kind else {
        return .refuse(
          invalid("the actor token is not acceptable"), expected: "an access token issued here",
          actual: "an unknown one, or another kind of token")
      }
    }
    let family = subject.family.flatMap {
      sight.read(.refresh, RefreshTokens.familyKey($0))
    }
    return .enter(
      Asked(client: it.client, subject: subject, family: family, actor: it.actor))
  }

  private static let subjectGood = Check<Asked>(
    CheckInfo("subject-token-good", "the token is still good", "RFC 8693 2.2.2"),
    else: invalid("the subject token is over")
  ) { it, seen in
    for finding in [
      IssuedTokens.judgeExpiry(it.row, seen.now), IssuedTokens.judgeRevocation(it.row),
      IssuedTokens.judgeFamily(it.row["family"], it.family),
    ] {
      if case .fails = finding { return finding }
    }
    return .holds
  }

  /// A token that was not meant for a server is not its to exchange.
  private static let mayAct = Check<Asked>(
    CheckInfo("exchange-permitted", "the token lets this client act", "RFC 8693 4.4"),
    else: .oauth(
      status: 400, error: "invalid_request",
      description: "the subject token does not let this client act")
  ) { it, _ in
    let named = it.row["may_act"] ?? "nobody"
    return named == it.actorName ? .holds : .fails(expected: named, actual: it.actorName)
  }

  /// The actor's token is the client's own, and good: whoever has a copy of one acts for nobody.
  private static let actorGood = Check<Asked>(
    CheckInfo(
      "actor-token-good", "the actor's token was issued to this client and is still good",
      "RFC 8693 2.2.2"), else: invalid("the actor token is not acceptable")
  ) { it, seen in
    guard let actor = it.actor else { return .moot("the client itself acts") }
    for finding in [
      IssuedTokens.judgeExpiry(actor.row, seen.now), IssuedTokens.judgeRevocation(actor.row),
    ] {
      if case .fails = finding { return finding }
    }
    let owner = actor.row["client"] ?? ""
    return owner == it.client.name ? .holds : .fails(expected: it.client.name, actual: owner)
  }

  private static let targetKnown = Check<Asked>(
    CheckInfo("target-known", "the target is one API that is known here", "RFC 8693 2.2.2"),
    else: .oauth(status: 400, error: "invalid_target", description: "an unknown target")
  ) { it, _ in
    let target = it.target
    guard target.count == 1, it.client.resources.contains(target[0]) else {
      return .fails(
        expected: it.client.resources.joined(separator: " or "),
        actual: target.isEmpty ? "none" : target.joined(separator: " and "))
    }
    return .holds
  }

  private static let scopeWithin = Check<Asked>(
    CheckInfo("scope-within-grant", "no more scope than was granted", "RFC 8693 2.2.2"),
    else: .oauth(
      status: 400, error: "invalid_scope", description: "more than the subject token allows")
  ) { it, _ in
    guard let asked = it.client.request.field("scope") else {
      return .moot("all of it is asked for")
    }
    let granted = (it.row["scope"] ?? "").split(separator: " ")
    let foreign = asked.split(separator: " ").first { !granted.contains($0) }
    return foreign.map {
      .fails(expected: granted.joined(separator: " "), actual: String($0))
    } ?? .holds
  }

  static let endpoint = ClientAuthentication.issuing(for: .tokenExchange) { table, _ in
    table.checks([ClientAuthentication.confidential("RFC 8693 5")]).gate(described)
      .act { (client, hand) throws(Refusal) -> Found in
        let text = client.request.field("subject_token") ?? ""
        let actor = client.request.field("actor_token")
        return Found(
          client: client, subject: IssuedTokens.find(text, for: client, hand),
          actor: actor.flatMap { IssuedTokens.find($0, for: client, hand) })
      }
      .gate(subjectKnown).checks([subjectGood, actorGood, mayAct, targetKnown, scopeWithin])
      .finish { it, hand in
        var grant = Grant(
          row: it.row, client: it.client.name, scope: it.client.request.field("scope"))
        grant.resources = it.target
        var actor: JSONObject = ["sub": .string(it.actorName)]
        // A chain of servers stays visible (RFC 8693 4.1).
        actor["act"] = it.row["act"].flatMap { try? JSONValue.parse($0) }
        grant.actor = actor
        grant.bind(to: it.client)
        return grant.answer(refresh: nil, hand, extra: ["issued_token_type": .string(accessType)])
      }
  }
}
