import CellUI
import Trace
import Wire

/// A part of a message before and after somebody changed it.
struct MessageChange: Hashable, Sendable {
  let place: MessagePlace
  /// Nil where the part was not there.
  let before: String?
  let after: String?

  static func all(from old: TamperedMessage, to new: TamperedMessage) -> [MessageChange] {
    switch (old, new) {
    case (.request(let old), .request(let new)): all(from: old, to: new)
    case (.answer(let old), .answer(let new)): all(from: old, to: new)
    case (.request, .answer), (.answer, .request): []
    }
  }

  static func all(from old: Response, to new: Response) -> [MessageChange] {
    var out: [MessageChange] = []
    if old.status != new.status {
      let lines = [old, new].map { "\($0.status) \(Response.reason($0.status))" }
      out.append(MessageChange(place: .startLine, before: lines[0], after: lines[1]))
    }
    out += pairs(plainHeaders(old.headers), plainHeaders(new.headers), MessagePlace.header)
    out += pairs(cookies(old), cookies(new), MessagePlace.setCookie)
    guard old.body != new.body else { return out }
    guard let before = members(old), let after = members(new) else {
      return out + [MessageChange(place: .body, before: old.body, after: new.body)]
    }
    return out + pairs(before, after, MessagePlace.member)
  }

  /// Each cookie with the whole line that sets it.
  private static func cookies(_ answer: Response) -> [Pair] {
    answer.headers.all("Set-Cookie").map { line in
      Pair(String(line.prefix { $0 != "=" }).trimmed, line)
    }
  }

  private static func members(_ answer: Response) -> [Pair]? {
    answer.jsonBody?.members.map { Pair($0.name, $0.value.string ?? $0.value.text()) }
  }

  static func all(from old: Request, to new: Request) -> [MessageChange] {
    var out: [MessageChange] = []
    let lines = [old, new].map { "\($0.method) \($0.url.origin)\($0.url.path)" }
    if lines[0] != lines[1] {
      out.append(MessageChange(place: .startLine, before: lines[0], after: lines[1]))
    }
    out += pairs(old.url.query, new.url.query, MessagePlace.query)
    out += pairs(plainHeaders(old.headers), plainHeaders(new.headers), MessagePlace.header)
    out += pairs(old.cookies, new.cookies, MessagePlace.cookie)
    if old.body != new.body {
      out +=
        old.hasForm && new.hasForm
        ? pairs(old.form, new.form, MessagePlace.form)
        : [MessageChange(place: .body, before: old.body, after: new.body)]
    }
    return out
  }

  /// Without those that carry cookies.
  private static func plainHeaders(_ headers: Headers) -> [Pair] {
    headers.fields.filter { !["cookie", "set-cookie"].contains(ASCII.lowercased($0.name)) }
  }

  private static func pairs(
    _ old: [Pair], _ new: [Pair], _ place: (String) -> MessagePlace
  ) -> [MessageChange] {
    (old + new).map(\.name).uniqued.compactMap { name in
      let before = old.all(name)
      let after = new.all(name)
      guard before != after else { return nil }
      return MessageChange(
        place: place(name), before: before.isEmpty ? nil : before.joined(separator: ", "),
        after: after.isEmpty ? nil : after.joined(separator: ", "))
    }
  }

  /// "header Origin   null   was https://app.test".
  func line(_ words: Wording, _ glyphs: Glyphs) -> StyledLine {
    let head: StyledLine = [Span("    \(glyphs.change) ", .changed), Span(place.label, .dim), "  "]
    switch (before, after) {
    case (nil, let after?): return head + [Span("added: ", .added)] + words.short(after, glyphs)
    case (let before?, nil):
      return head + [Span("removed; it was ", .removed)] + words.short(before, glyphs)
    case (let before, let after):
      return head + words.short(after ?? "", glyphs) + [Span("   was ", .changed)]
        + words.short(before ?? "", glyphs)
    }
  }
}

extension MessagePlace {
  /// In a column: "header Origin".
  var label: String {
    switch self {
    case .startLine: "first line"
    case .query(let name): "query \(name)"
    case .header(let name): "header \(name)"
    case .cookie(let name): "cookie \(name)"
    case .form(let name): "form \(name)"
    case .setCookie(let name): "Set-Cookie \(name)"
    case .member(let name): "body \(name)"
    case .body: "body"
    }
  }
}

extension Wording {
  /// Secrets by their names, and what is long then by its beginning.
  func short(_ text: String, _ glyphs: Glyphs, limit: Int = 60) -> StyledLine {
    let line = named(text)
    return line.plainText.count > limit ? line.prefixed(limit, glyphs) : line
  }
}

extension Request {
  /// Whether the body is a form's.
  var hasForm: Bool {
    headers["Content-Type"]?.hasPrefix("application/x-www-form-urlencoded") == true
  }
}
