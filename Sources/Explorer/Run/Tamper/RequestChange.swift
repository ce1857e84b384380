import CellUI
import Trace
import Wire

/// A part of a request before and after somebody changed it.
struct RequestChange: Hashable, Sendable {
  let place: MessagePlace
  /// Nil where the part was not there.
  let before: String?
  let after: String?

  static func all(from old: Request, to new: Request) -> [RequestChange] {
    var out: [RequestChange] = []
    let lines = [old, new].map { "\($0.method) \($0.url.origin)\($0.url.path)" }
    if lines[0] != lines[1] {
      out.append(RequestChange(place: .startLine, before: lines[0], after: lines[1]))
    }
    out += pairs(old.url.query, new.url.query, MessagePlace.query)
    out += pairs(plainHeaders(old), plainHeaders(new), MessagePlace.header)
    out += pairs(old.cookies, new.cookies, MessagePlace.cookie)
    if old.body != new.body {
      out +=
        old.hasForm && new.hasForm
        ? pairs(old.form, new.form, MessagePlace.form)
        : [RequestChange(place: .body, before: old.body, after: new.body)]
    }
    return out
  }

  private static func plainHeaders(_ request: Request) -> [Pair] {
    request.headers.fields.filter { ASCII.lowercased($0.name) != "cookie" }
  }

  private static func pairs(
    _ old: [Pair], _ new: [Pair], _ place: (String) -> MessagePlace
  ) -> [RequestChange] {
    (old + new).map(\.name).uniqued.compactMap { name in
      let before = old.all(name)
      let after = new.all(name)
      guard before != after else { return nil }
      return RequestChange(
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
    case .startLine: "request line"
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
