import CellUI
import Ledger
import Tokens
import Trace
import Wire

/// The token in the current message: what it says, and whether anybody has verified it.
struct TokenPane {
  let run: RunState
  let width: Int
  let glyphs: Glyphs
  /// How many lines of the token's own text are shown.
  let rawLines: Int

  private var model: RunModel { run.model }
  private var words: Wording { Wording(model: model) }

  func content() -> PaneContent {
    let found = TokenFinder(model).tokens(at: run.position)
    let encrypted = TokenFinder(model).encrypted(at: run.position)
    let count = found.count + encrypted.count
    guard count > 0 else { return withoutToken() }
    let index = run.panes.token % count
    guard index < found.count else {
      let closed = EncryptedTokenLines(token: encrypted[index - found.count], words: words)
      return closed.content(width: width, glyphs, note: next(count))
    }
    let it = found[index]
    var out = LineMaker(width: width, glyphs.repertoire)
    let standing = TokenStanding(model, token: it, at: run.position, veiled: isVeiled)
    let verdict = PaneThing(
      .signature(token: it.token.text), "what is known of it", "\(name(it)): \(standing.words)",
      isVerdict: true)
    out.target(verdict) { $0.add([Span("  \(standing.words)", standing.role, .bold)]) }
    out.add(
      [Span("  in \(it.place): ", .dim), Span(name(it), .secret)] + provenance(it), hanging: 4)
    addRaw(it.token, &out)
    addHeader(it, standing, &out)
    addClaims(it, standing, &out)
    addSignature(it, standing, &out)
    addLedger(standing, &out)
    return PaneContent(
      title: "Token \(name(it))", note: next(count), lines: out.lines, targets: out.targets)
  }

  private func next(_ count: Int) -> StyledLine {
    count > 1 ? [Span("\(run.press(.otherView)) next of \(count)", .keyHint)] : []
  }

  /// Whether the answer to the current request has not been seen.
  private var isVeiled: Bool {
    guard let moment = run.moment, moment.kind == .request, let answer = moment.partner else {
      return false
    }
    return run.branch.isVeiled(answer)
  }

  private func name(_ it: FoundToken) -> String {
    it.secret.map { model.trace.secret($0).name } ?? "unnamed"
  }

  private func provenance(_ it: FoundToken) -> StyledLine {
    it.secret.map { [Span("  \(words.provenance($0))", .dim)] } ?? []
  }

  // Without a token.

  private func withoutToken() -> PaneContent {
    var out = LineMaker(width: width, glyphs.repertoire)
    out.add(["  No token in this message."])
    for id in opaqueSecrets.prefix(3) {
      out.blank()
      let secret = model.trace.secret(id)
      out.target(PaneThing(.secret(id), secret.name, secret.value)) { out in
        out.add(
          [Span("  "), Span(secret.name, .secret), Span("  \(words.provenance(id))", .dim)],
          hanging: 4)
      }
      out.add([Span("  \(Self.meaning(model.trace.secret(id).kind))")], hanging: 4)
    }
    return PaneContent(title: "Token", lines: out.lines, targets: out.targets)
  }

  private var opaqueSecrets: [SecretID] {
    guard let moment = run.moment, model.trace.records.indices.contains(moment.main) else {
      return []
    }
    switch model.trace.records[moment.main].event {
    case .sent(let it):
      return it.request.lines().flatMap { model.names.secrets(in: $0) }.uniqued
    case .received(let it):
      return it.response.lines().flatMap { model.names.secrets(in: $0) }.uniqued
    case .act(let it): return it.taken.map { [$0] } ?? []
    case .ledger, .storeRead, .storeChanged, .omitted, .cookie, .browserStorage, .navigated,
      .clockMoved, .minted, .crypto, .settingChanged, .note, .unapplied:
      return []
    }
  }

  private static func meaning(_ kind: SecretKind) -> String {
    switch kind {
    case .sid, .transaction:
      "It is random and says nothing. All that it means stands in the server's store."
    case .remember: "It is random: a series that stays, and a token that is replaced at each use."
    case .reset: "It is random; the server keeps whose password it changes, for a short time."
    case .code: "It is random; the provider keeps what it stands for, for a short time."
    case .refresh: "It is opaque: only the server that issued it knows what it is good for."
    case .state, .nonce, .csrf: "It is random; somebody compares it with the copy that they kept."
    case .verifier, .challenge: "The challenge is the SHA-256 of the verifier (RFC 7636 4.2)."
    case .password, .clientSecret: "Whoever knows it is taken for its owner."
    case .key: "Whoever has it can sign."
    case .deviceCode, .userCode: "It stands for a device that waits at the provider."
    case .requestURI: "It stands for a request that the provider keeps, for one time."
    case .access, .idToken, .forged, .logoutToken, .proof, .assertion:
      "It is opaque, no JWT: only its issuer can say what it means."
    }
  }

  // Parts of the token.

  private func addRaw(_ token: UnverifiedToken, _ out: inout LineMaker) {
    let limit = rawLines == .max ? .max : max(1, width - 4) * rawLines
    let parts = [token.headerSpan, token.payloadSpan, token.signatureSpan].map {
      String(decoding: token.bytes[$0], as: UTF8.self)
    }
    var line: StyledLine = [
      Span(parts[0], .lane2), Span(".", .strong), Span(parts[1], .lane4), Span(".", .strong),
      Span(parts[2], .lane5),
    ]
    if token.bytes.count > limit { line = line.prefixed(limit, glyphs) }
    let secret = model.names.secret(token.text)
    let subject = secret.map { WhySubject.secret($0) } ?? .signature(token: token.text)
    out.target(PaneThing(subject, "the token", token.text)) { out in
      for wrapped in Wrap.lines(line, width: max(1, width - 4), glyphs.repertoire) {
        out.addCut([Span("  ")] + wrapped)
      }
    }
  }

  private func addHeader(
    _ it: FoundToken, _ standing: TokenStanding, _ out: inout LineMaker
  ) {
    let before = source(of: it)?.header
    add("header", it.token.header, before, of: it, standing, &out)
  }

  private func addClaims(
    _ it: FoundToken, _ standing: TokenStanding, _ out: inout LineMaker
  ) {
    guard let claims = it.token.claims else {
      out.add([Span("  claims  ", .heading), Span("the payload is no JSON object", .warning)])
      return
    }
    add("claims", claims, source(of: it)?.claims, of: it, standing, &out)
  }

  /// The token that this one was forged or derived from.
  private func source(of it: FoundToken) -> UnverifiedToken? {
    guard let secret = it.secret, let origin = model.trace.secret(secret).derivedFrom else {
      return nil
    }
    return try? UnverifiedToken(model.trace.secret(origin).value)
  }

  private func add(
    _ title: String, _ object: JSONObject, _ before: JSONObject?, of it: FoundToken,
    _ standing: TokenStanding, _ out: inout LineMaker
  ) {
    let width = min(14, (object.names.map(\.utf8.count).max() ?? 0) + 2)
    for (index, member) in object.members.enumerated() {
      let old = before?[member.name]
      let changed = before != nil && old != member.value
      let head = index == 0 ? title : ""
      out.target(thing(title, member.name, member.value.string ?? member.value.text(), it)) { out in
        out.add(
          [
            Span("  \(head.padded(to: 9))", .heading),
            Span(changed ? "\(glyphs.change) " : "  ", .changed),
            Span(member.name.padded(to: width)), Span(member.value.text(), standing.valueRole),
          ] + time(member) + difference(changed, old), hanging: 13 + width)
      }
    }
    for name in before?.names ?? [] where object[name] == nil {
      out.target(thing(title, name, "", it)) { out in
        out.add([Span("           - ", .removed), Span("\(name) was removed", .removed)])
      }
    }
  }

  private func thing(
    _ title: String, _ name: String, _ value: String, _ it: FoundToken
  ) -> PaneThing {
    PaneThing(
      .claim(token: it.token.text, isHeader: title == "header", name: name),
      title == "header" ? "\(name) of the header" : "the claim \(name)", value)
  }

  private func difference(_ changed: Bool, _ old: JSONValue?) -> StyledLine {
    guard changed else { return [] }
    return [Span(old.map { "   was \($0.text())" } ?? "   was not there", .changed)]
  }

  private func time(_ member: JSONMember) -> StyledLine {
    guard ["exp", "nbf", "iat", "auth_time"].contains(member.name),
      let seconds = member.value.integer
    else { return [] }
    let relative = words.relative(seconds, at: run.position)
    let isOver = member.name == "exp" && seconds <= model.time(at: run.position).seconds
    return [Span("   \(isOver ? "expired " : "")\(relative)", isOver ? .refused : .dim)]
  }

  private func addSignature(
    _ it: FoundToken, _ standing: TokenStanding, _ out: inout LineMaker
  ) {
    let count = it.token.signature.count
    let size: Span =
      count == 0
      ? Span("(empty)  there is nothing here to verify", .warning)
      : Span("\(count) bytes", .normal)
    let parts = it.token.text.split(separator: ".", omittingEmptySubsequences: false)
    let thing = PaneThing(
      .signature(token: it.token.text), "the signature", parts.last.map(String.init) ?? "")
    out.target(thing) { out in
      out.add(
        [Span("  \("signature".padded(to: 11))", .heading), size]
          + (count == 0 ? [] : [Span("  \(standing.signature)", standing.role)]), hanging: 13)
    }
  }

  private func addLedger(_ standing: TokenStanding, _ out: inout LineMaker) {
    guard !standing.rows.isEmpty else { return }
    out.add([Span("  \(standing.server) said:", .heading)])
    LedgerLines(standing.rows, standing.places).addGrouped(to: &out)
  }
}

extension Array where Element: Hashable {
  /// Each element once, in order.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension StyledLine {
  /// The first so many characters, and a sign that there is more.
  func prefixed(_ count: Int, _ glyphs: Glyphs) -> StyledLine {
    var left = count - 2
    var out: StyledLine = []
    for span in self where left > 0 {
      out.append(Span(String(span.text.prefix(left)), span.role, span.emphasis))
      left -= span.text.count
    }
    return out + [Span(glyphs.ellipsis, .dim)]
  }
}
