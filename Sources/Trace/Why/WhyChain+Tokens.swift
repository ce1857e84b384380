import Tokens
import Wire

extension WhyChain {
  func tellSignature(_ token: String, _ out: inout Links) {
    out.subject("the signature of \(name(ofToken: token))")
    guard let secret = secret(of: token) else {
      out.add(.given, "Nobody in this run has made this token.")
      return
    }
    if let read = try? UnverifiedToken(token), read.signature.isEmpty {
      out.add(.attack, "It is empty: there is nothing that anybody could verify.")
    }
    follow(secret, &out)
    tellJudgements(of: secret, &out)
  }

  func tellClaim(_ token: String, _ isHeader: Bool, _ name: String, _ out: inout Links) {
    let part = isHeader ? "header" : "claims"
    out.subject("\(name) in the \(part) of \(self.name(ofToken: token))")
    guard let read = try? UnverifiedToken(token) else { return }
    let value = isHeader ? read.header[name] : read.claims?[name]
    guard let secret = secret(of: token) else {
      out.add(.given, "Nobody in this run has made this token, so anybody may have written it.")
      return
    }
    tellChange(of: name, isHeader, value, secret, &out)
    tellRule(name, value, read, &out)
    if let value, let maker = maker(of: name, isHeader, value, secret) {
      tellSource(of: value, madeAt: maker, &out)
    }
    follow(secret, &out)
    tellJudgements(of: secret, &out)
  }

  private func name(ofToken token: String) -> String {
    secret(of: token).map { trace.secret($0).name } ?? "a token"
  }

  private func secret(of token: String) -> SecretID? {
    trace.secrets.firstIndex { $0.value == token }.map { SecretID($0) }
  }

  /// Whether the forger changed it.
  private func tellChange(
    of name: String, _ isHeader: Bool, _ value: JSONValue?, _ secret: SecretID,
    _ out: inout Links
  ) {
    guard let source = trace.secret(secret).derivedFrom,
      let before = try? UnverifiedToken(trace.secret(source).value)
    else { return }
    let old = isHeader ? before.header[name] : before.claims?[name]
    guard old != value else { return }
    let was = old.map { "it was \($0.text())" } ?? "it was not there"
    let now = value?.text() ?? "not there"
    out.add(
      .attack, "Changed to \(now): \(was) in \(trace.secret(source).name).",
      at: birth(of: secret))
  }

  /// The record in which the value was written into a token: the first one of the chain that has it.
  private func maker(
    of name: String, _ isHeader: Bool, _ value: JSONValue, _ secret: SecretID
  ) -> Int? {
    var at = secret
    while let source = trace.secret(at).derivedFrom, source < at,
      let before = try? UnverifiedToken(trace.secret(source).value),
      (isHeader ? before.header[name] : before.claims?[name]) == value
    {
      at = source
    }
    return trace.secret(at).kind == .forged ? nil : birth(of: at)
  }

  /// Where the maker of the token has a value from: a row that was read, or what it was asked for.
  private func tellSource(of value: JSONValue, madeAt record: Int, _ out: inout Links) {
    guard let text = value.string, text.utf8.count >= 2,
      let request = request(around: record)
    else { return }
    let path = trace.records[request].path
    for place in request..<record where trace.records[place].path == path {
      guard case .storeRead(let read) = trace.records[place].event else { continue }
      for pair in read.row ?? [] where pair.value == text {
        let row = "\(trace.label(of: read.key)) in \(trace.label(of: read.store))"
        out.add(.read, "\(who(place)) takes it from \(pair.name) of the row \(row).", at: place)
        tellOrigin(of: text, in: read, before: place, &out)
      }
    }
    if let name = parameter(text, of: request) {
      out.add(.sent, "\(message(request)) asks for it: \(name).", at: request)
    }
  }

  /// Who had the row written so.
  private func tellOrigin(
    of text: String, in read: StoreRead, before place: Int, _ out: inout Links
  ) {
    let written = (0..<place).last {
      guard case .storeChanged(let change) = trace.records[$0].event else { return false }
      return change.store == read.store && change.key.text == read.key.text
        && change.after != nil
    }
    guard let written, case .storeChanged(let change) = trace.records[written].event else {
      out.add(.given, "The scenario declares the row.")
      return
    }
    tellChange(change, written, &out)
    guard let request = request(around: written), let name = parameter(text, of: request) else {
      return
    }
    out.add(.sent, "\(message(request)) asks for it: \(name).", at: request)
  }

  /// The parameter of a request that has a value.
  private func parameter(_ value: String, of request: Int) -> String? {
    guard let sent = trace.records[request].event.sent?.request else { return nil }
    if let pair = sent.url.query.first(where: { $0.value == value }) {
      return MessagePlace.query(pair.name).words
    }
    return sent.form.first { $0.value == value }.map { MessagePlace.form($0.name).words }
  }

  /// What the standard says of a member.
  private func tellRule(
    _ name: String, _ value: JSONValue?, _ token: UnverifiedToken, _ out: inout Links
  ) {
    switch name {
    case "exp":
      let made = token.claims?["iat"]?.integer
      let lifetime = made.flatMap { made in value?.integer.map { $0 - made } }
      let span = lifetime.map { " \(TimeSpan(seconds: $0).text) after it was made" } ?? ""
      out.add(
        .given, "The issuer's clock set it\(span); nobody should take it later (RFC 7519 4.1.4).")
    case "iat": out.add(.given, "The issuer's clock when it was made (RFC 7519 4.1.6).")
    case "nbf": out.add(.given, "Not to be taken before (RFC 7519 4.1.5).")
    case "iss": out.add(.given, "The issuer names itself (RFC 7519 4.1.1).")
    case "aud": out.add(.given, "For whom it was made; others must refuse it (RFC 7519 4.1.3).")
    case "alg":
      out.add(
        .given,
        "Whoever writes the token writes this; a server must know it by itself (RFC 8725 3.1)."
      )
    case "kid": out.add(.given, "Which of the issuer's keys it is (RFC 7515 4.1.4).")
    case "typ": out.add(.given, "What kind of token it is (RFC 8725 3.11).")
    case "jti": out.add(.given, "The token's own number (RFC 7519 4.1.7).")
    default: break
    }
  }

  /// What servers said of a token, as far as it has been seen.
  private func tellJudgements(of secret: SecretID, _ out: inout Links) {
    let signature = TokenCheck.signature.id
    for place in past {
      guard case .ledger(let ledger) = trace.records[place].event,
        let row = ledger.rows.first(where: { $0.check.id == signature }),
        let request = request(around: place), carries(request, secret)
      else { continue }
      let (sign, text) = words(row.outcome)
      out.add(sign, "\(who(place)): the check signature \(text).", at: place)
    }
  }

  private func carries(_ request: Int, _ secret: SecretID) -> Bool {
    guard let sent = trace.records[request].event.sent?.request else { return false }
    let texts = [sent.headers["Authorization"] ?? ""] + sent.form.map(\.value)
    return texts.contains { holds($0, secret) }
  }
}
