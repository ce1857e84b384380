import CellUI
import Ledger
import Trace
import Wire

/// The message as a reader reads it, the jar's reasons, and the server's checks on it.
struct MessagePane {
  let run: RunState
  let width: Int
  let glyphs: Glyphs

  private var model: RunModel { run.model }
  private var words: Wording { Wording(model: model) }
  private static let nameWidth = 15

  func content() -> PaneContent {
    guard let moment = run.moment else {
      return PaneContent(title: "Message", lines: [["Nothing happened in this run."]])
    }
    var out = LineMaker(width: width, glyphs.repertoire)
    var content = PaneContent(
      title: "Message \(moment.number)", detail: detail(moment), lines: [])
    if run.panes.showsBytes, let bytes = bytes(moment) {
      content.note = [Span("\(run.press(.otherView)) parsed", .keyHint)]
      out.target(whole(moment, bytes)) { out in
        for line in bytes { out.add([Span(line, .raw)], hanging: 2) }
      }
    } else {
      content.note = [Span("\(run.press(.otherView)) bytes", .keyHint)]
      add(moment, &out)
    }
    let section = ChecksSection(run: run, glyphs: glyphs)
    let focus = section.add(to: &out)
    content.lines = out.lines
    content.targets = out.targets
    content.focusLine = focus
    return content
  }

  private func whole(_ moment: Moment, _ bytes: [String]) -> PaneThing {
    PaneThing(
      .record(moment.main), "message \(moment.number)", bytes.joined(separator: "\n"))
  }

  /// A part of the current message that the cursor can stand on.
  private func part(_ place: MessagePlace, _ value: String) -> PaneThing {
    PaneThing(
      .part(record: run.moment?.main ?? 0, place: place, value: value), place.words, value)
  }

  private func detail(_ moment: Moment) -> String {
    switch moment.kind {
    case .request:
      run.branch.furthest == run.position ? "request, not answered yet" : "request"
    case .response: "response"
    case .attack: "an attacker acts"
    case .wait: "time passes"
    case .note: "a note"
    case .setting: "a setting changes"
    case .quiet: "nothing is sent"
    }
  }

  private func bytes(_ moment: Moment) -> [String]? {
    guard model.trace.records.indices.contains(moment.main) else { return nil }
    switch model.trace.records[moment.main].event {
    case .sent(let it): return it.request.lines()
    case .received(let it): return it.response.lines()
    case .act(let it): return it.lootValue.map { [$0] }
    case .ledger, .storeRead, .storeChanged, .omitted, .cookie, .browserStorage, .navigated,
      .clockMoved, .minted, .crypto, .settingChanged, .note, .unapplied:
      return nil
    }
  }

  private func add(_ moment: Moment, _ out: inout LineMaker) {
    guard model.trace.records.indices.contains(moment.main) else {
      out.add([Span("  " + words.caption(moment.step))], hanging: 2)
      return
    }
    switch model.trace.records[moment.main].event {
    case .sent(let it): add(it, &out)
    case .received(let it): add(it, &out)
    case .act(let it): add(it, by: model.trace.records[moment.main].party, &out)
    case .ledger, .storeRead, .storeChanged, .omitted, .cookie, .browserStorage, .navigated,
      .clockMoved, .minted, .crypto, .settingChanged, .note, .unapplied:
      let label = words.label(run.position)
      out.target(PaneThing(.record(moment.main), "what happened", label.plainText)) { out in
        out.add([Span("  ")] + label, hanging: 2)
      }
    }
    addJar(&out)
  }

  private func add(_ sent: SentRequest, _ out: inout LineMaker) {
    let request = sent.request
    let target = request.url.path + (request.url.query.isEmpty ? "" : "?\(Glyphs.more)")
    out.target(part(.startLine, "\(request.method) \(request.url.text)")) { out in
      out.add(
        [Span("  \(request.method) \(target) HTTP/1.1", .strong)],
        right: route(sent.from, 0, sent.to, sent.instance))
    }
    addFields("query", request.url.query, MessagePlace.query, &out)
    // Recordings of HTTP/1.1 have the header itself.
    if !request.url.host.isEmpty, request.headers["Host"] == nil {
      out.field("Host", [Span(request.url.host)], nameWidth: Self.nameWidth)
    }
    for header in request.headers.fields { add(header, &out) }
    if isForm(request) {
      addFields("form", request.form, MessagePlace.form, &out)
    } else if !request.body.isEmpty {
      addBody(request.body, &out)
    }
    if let original = sent.original {
      addChanges(MessageChange.all(from: original, to: request), "on the way", &out)
    }
  }

  /// What was changed on the way: before and after.
  private func addChanges(_ changes: [MessageChange], _ place: String, _ out: inout LineMaker) {
    out.add([Span("  Changed \(place) by an attacker:", .attack)])
    for change in changes {
      out.target(part(change.place, change.after ?? "")) { out in
        out.add(change.line(words, glyphs), hanging: 6)
      }
    }
  }

  private func isForm(_ request: Request) -> Bool {
    request.headers["Content-Type"]?.hasPrefix("application/x-www-form-urlencoded") == true
  }

  private func route(
    _ from: PartyID, _ fromInstance: UInt8, _ to: PartyID, _ toInstance: UInt8
  ) -> StyledLine {
    let names = [
      words.party(from, instance: fromInstance), words.party(to, instance: toInstance),
    ]
    return [Span("\(names[0]) > \(names[1])", .dim)]
  }

  private func add(_ received: ReceivedResponse, _ out: inout LineMaker) {
    let response = received.response
    let role: StyleRole = response.status >= 400 ? .refused : .strong
    out.target(part(.startLine, "\(response.status) \(Response.reason(response.status))")) { out in
      out.add(
        [Span("  HTTP/1.1 \(response.status) \(Response.reason(response.status))", role)],
        right: route(received.from, received.instance, received.to, 0))
    }
    for header in response.headers.fields { add(header, &out) }
    if let members = response.json?.object?.members {
      let pairs = members.map { Pair($0.name, $0.value.string ?? $0.value.text()) }
      addFields("body", pairs, MessagePlace.member, &out)
    } else if !response.body.isEmpty {
      addBody(response.body, &out)
    }
    if let original = received.original {
      addChanges(MessageChange.all(from: original, to: response), "on the way back", &out)
    }
  }

  private func addFields(
    _ title: String, _ pairs: [Pair], _ place: (String) -> MessagePlace, _ out: inout LineMaker
  ) {
    let width = min(20, (pairs.map { $0.name.utf8.count }.max() ?? 0) + 2)
    for (index, pair) in pairs.enumerated() {
      let head = index == 0 ? title : ""
      out.target(part(place(pair.name), pair.value)) { out in
        out.field(
          head, [Span(pair.name.padded(to: width))] + value(pair.value), nameWidth: Self.nameWidth)
      }
    }
  }

  private func add(_ header: Pair, _ out: inout LineMaker) {
    switch header.name.lowercased() {
    case "cookie":
      addFields("Cookie", CookieHeader.parse(header.value), MessagePlace.cookie, &out)
    case "set-cookie": addSetCookie(header.value, &out)
    case "authorization" where BasicCredentials(header.value) != nil:
      if let basic = BasicCredentials(header.value) { add(basic, header, &out) }
    default:
      out.target(part(.header(header.name), header.value)) { out in
        out.field(header.name, value(header.value), nameWidth: Self.nameWidth)
      }
    }
  }

  /// Base64 is no secret writing: what it stands for is told.
  private func add(_ basic: BasicCredentials, _ header: Pair, _ out: inout LineMaker) {
    out.target(part(.header(header.name), header.value)) { out in
      out.field(
        header.name,
        [Span("Basic, Base64 of "), Span(basic.user), Span(":")] + words.named(basic.password),
        nameWidth: Self.nameWidth)
    }
  }

  private func addSetCookie(_ header: String, _ out: inout LineMaker) {
    let parts = header.split(separator: ";", maxSplits: 1)
    let pair = parts.first?.split(separator: "=", maxSplits: 1) ?? []
    let name = pair.first.map(String.init) ?? ""
    let content = pair.count > 1 ? String(pair[1]) : ""
    let attributes = parts.count > 1 ? ";" + parts[1] : ""
    let shown: StyledLine = content.isEmpty ? [Span("(empty)", .removed)] : value(content)
    out.target(part(.setCookie(name), header)) { out in
      out.field(
        "Set-Cookie", [Span("\(name) = ")] + shown + [Span(attributes, .dim)],
        nameWidth: Self.nameWidth)
    }
  }

  /// The value; a secret by its name, its beginning and where it comes from.
  private func value(_ text: String) -> StyledLine {
    guard let id = model.names.secrets(in: text).first, model.names.secrets(in: text).count == 1
    else { return words.named(text) }
    let secret = model.trace.secret(id)
    let start = secret.kind == .password ? "" : " \(secret.value.prefix(12))\(glyphs.ellipsis)"
    return words.named(text) + [Span("\(start)  \(words.provenance(id))", .dim)]
  }

  private func addBody(_ body: String, _ out: inout LineMaker) {
    out.blank()
    out.target(part(.body, body)) { out in
      for line in PageText.lines(body) { out.add([Span("  ")] + words.named(line), hanging: 4) }
    }
  }

  private func add(_ act: AttackAct, by party: PartyID, _ out: inout LineMaker) {
    let main = run.moment?.main ?? 0
    out.target(PaneThing(.record(main), "what happened", act.lootValue ?? act.text)) { out in
      out.add([Span("  \(words.party(party)) \(act.text)", .attack)], hanging: 4)
    }
    if let target = act.target {
      out.field("from", [Span(words.party(target))], nameWidth: Self.nameWidth)
    }
    if let taken = act.taken { add(taken, as: "what", &out) }
    if let made = act.made { add(made, as: "made", &out) }
    if let loot = act.loot {
      out.field("kept as", [Span("$\(loot)")], nameWidth: Self.nameWidth)
    }
  }

  private func add(_ id: SecretID, as head: String, _ out: inout LineMaker) {
    let secret = model.trace.secret(id)
    out.target(PaneThing(.secret(id), secret.name, secret.value)) { out in
      out.field(
        head,
        [Span(secret.name, .secret)] + [Span("  \(words.provenance(id))", .dim)],
        nameWidth: Self.nameWidth)
    }
  }

  /// What browsers did with cookies here, and why.
  private func addJar(_ out: inout LineMaker) {
    for record in model.records(of: run.position) {
      guard case .cookie(let it) = record.event else { continue }
      let role: StyleRole =
        switch it.fate {
        case .stored, .replaced, .attached: .added
        case .deleted: .removed
        case .refused, .withheld: .refused
        }
      let why = it.reason.isEmpty ? "" : ": \(it.reason)"
      let thing = PaneThing(
        .cookie(client: record.party, host: it.host, name: it.name), "the cookie \(it.name)",
        "\(it.name) \(it.fate.rawValue)\(why)")
      out.target(thing) { out in
        out.field(
          "jar", [Span("\(it.name) \(it.fate.rawValue)", role), Span(why)],
          nameWidth: Self.nameWidth)
      }
    }
  }
}

extension Glyphs {
  /// What stands for a query that is told below.
  static let more = ".."
}

extension String {
  /// With blanks up to a width, and one at least.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(1, width - TextWidth.of(self)))
  }
}
