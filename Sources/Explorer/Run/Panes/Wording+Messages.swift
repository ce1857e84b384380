import CellUI
import Trace
import Wire

extension Wording {
  /// What stands on a moment's arrow: `POST /login`, `303 set sid#1`.
  func label(_ index: Int) -> StyledLine {
    let moment = model.moments[index]
    guard trace.records.indices.contains(moment.main) else {
      return [Span(caption(moment.step))]
    }
    switch trace.records[moment.main].event {
    case .sent(let it): return label(it.request)
    case .received(let it): return label(it.response)
    case .act(let act): return label(act)
    case .clockMoved(let span): return [Span("\(span.text) pass", .accent)]
    case .settingChanged(let text): return [Span("from here on \(text)", .changed)]
    case .note(let text): return [Span(text)]
    case .unapplied(let text): return [Span(text, .warning)]
    case .ledger, .storeRead, .storeChanged, .omitted, .cookie, .browserStorage, .navigated,
      .minted, .crypto:
      return [Span(caption(moment.step))]
    }
  }

  func caption(_ step: Int) -> String { trace.script[Int(trace.steps[step].line)].caption }

  private func label(_ request: Request) -> StyledLine {
    var line: StyledLine = [Span("\(request.method) \(request.url.path)")]
    for name in credentials(request).prefix(2) { line.append(Span(" \(name)", .secret)) }
    if let starter = request.foreignStarter.flatMap({ WireURL($0) }) {
      line.append(Span(" from \(starter.host)", .warning))
    }
    return line
  }

  /// The names of the secrets that a request is made with, the telling ones first.
  private func credentials(_ request: Request) -> [String] {
    var texts = [request.headers["Authorization"] ?? ""]
    texts += request.cookies.map(\.value) + request.form.map(\.value)
    texts += request.url.query.map(\.value)
    var out: [String] = []
    for id in texts.flatMap({ model.names.secrets(in: $0) }) {
      let secret = trace.secret(id)
      if secret.kind.isTelling, !out.contains(secret.name) { out.append(secret.name) }
    }
    return out
  }

  private func label(_ response: Response) -> StyledLine {
    let role: StyleRole = response.status >= 400 ? .refused : response.status >= 300 ? .link : .ok
    var line: StyledLine = [Span("\(response.status)", role)]
    let cookies = response.headers.all("Set-Cookie")
    for header in cookies.prefix(2) { line += label(setCookie: header) }
    if let location = response.headers["Location"] {
      if cookies.isEmpty { line += [Span(" to \(Self.path(location))")] }
      line += secrets(in: location, limit: 1)
    } else if let json = response.json {
      line += label(json, response.body)
    } else if let page = Self.pageText(response) {
      line.append(Span(" \"\(page)\"", .dim))
    } else if cookies.isEmpty {
      line.append(Span(" \(Response.reason(response.status))", .dim))
    }
    return line
  }

  private func label(_ json: JSONValue, _ body: String) -> StyledLine {
    if let error = json["error"]?.string { return [Span(" \(error)", .refused)] }
    let named = secrets(in: body, limit: 3)
    if !named.isEmpty { return named }
    let first = json.object?.members.first
    return first.map { [Span(" \($0.name)\(Self.short($0.value))")] } ?? []
  }

  /// A blank and the value; nothing for a list or an object.
  private static func short(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): " \(text)"
    case .null, .bool, .number: " \(value.text())"
    case .array, .object: ""
    }
  }

  private func secrets(in text: String, limit: Int) -> StyledLine {
    model.names.secrets(in: text).map { trace.secret($0) }.filter { $0.kind.isTelling }
      .prefix(limit).map { Span(" \($0.name)", .secret) }
  }

  private func label(setCookie header: String) -> StyledLine {
    guard let cookie = try? SetCookie.parse(header) else { return [Span(" set ?")] }
    if cookie.deletes { return [Span(" clear \(cookie.name)", .removed)] }
    guard let secret = model.names.secret(cookie.value) else {
      return [Span(" set \(cookie.name)", .added)]
    }
    return [Span(" set ", .added), Span(trace.secret(secret).name, .secret)]
  }

  private func label(_ act: AttackAct) -> StyledLine {
    guard let secret = act.made ?? act.taken else { return [Span(act.text, .attack)] }
    return [Span("\(trace.secret(secret).name): ", .secret), Span(act.text, .attack)]
  }

  private static func path(_ location: String) -> String {
    WireURL(location).map { url in
      url.host.isEmpty ? url.base : "\(url.host)\(url.path)"
    } ?? String(location.prefix { $0 != "?" })
  }

  /// What a page says: its title, or its beginning.
  static func pageText(_ response: Response) -> String? {
    guard response.headers["Content-Type"]?.hasPrefix("text/html") == true else { return nil }
    let body = response.body
    guard let start = body.range("<title>"), let end = body.range("</title>"),
      start.upperBound <= end.lowerBound
    else { return nil }
    return String(body[start.upperBound..<end.lowerBound])
  }

  /// One sentence on a moment, for those who read without the picture.
  func sentence(_ index: Int) -> String {
    let moment = model.moments[index]
    let label = label(index).plainText
    guard trace.records.indices.contains(moment.main) else { return label }
    let record = trace.records[moment.main]
    switch record.event {
    case .sent(let it):
      return "\(party(it.from)) > \(party(it.to, instance: it.instance)): \(label)"
    case .received(let it):
      return "\(party(it.from, instance: it.instance)) > \(party(it.to)): \(label)"
    case .act: return "\(party(record.party)) \(label)"
    case .ledger, .storeRead, .storeChanged, .omitted, .cookie, .browserStorage, .navigated,
      .clockMoved, .minted, .crypto, .settingChanged, .note, .unapplied:
      return label
    }
  }
}

extension SecretKind {
  /// Whether it is worth a word on an arrow.
  var isTelling: Bool {
    switch self {
    case .sid, .remember, .code, .access, .refresh, .idToken, .reset, .forged, .logoutToken,
      .deviceCode, .userCode, .requestURI, .proof, .assertion:
      true
    case .state, .verifier, .challenge, .nonce, .transaction, .csrf, .password, .clientSecret,
      .key:
      false
    }
  }
}

extension Request {
  /// The origin of the page that started it, where that is not the asked server's own.
  var foreignStarter: String? {
    guard let site = headers["Sec-Fetch-Site"], site != "same-origin", site != "none" else {
      return nil
    }
    let origin = headers["Origin"].flatMap { $0 == "null" ? nil : $0 }
    return origin ?? headers["Referer"].flatMap { WireURL($0)?.origin }
  }
}

extension SetCookie {
  /// Whether a browser that gets it throws the cookie away.
  var deletes: Bool { maxAge.map { $0 <= 0 } ?? (expires.map { $0 <= 0 } ?? value.isEmpty) }
}

extension String {
  /// The first place of an ASCII text.
  fileprivate func range(_ wanted: String) -> Range<String.Index>? {
    let needle = Array(wanted.utf8)
    var start = utf8.startIndex
    while let first = utf8[start...].firstIndex(of: needle[0]) {
      if utf8[first...].starts(with: needle) {
        return first..<utf8.index(first, offsetBy: needle.count)
      }
      start = utf8.index(after: first)
    }
    return nil
  }
}
