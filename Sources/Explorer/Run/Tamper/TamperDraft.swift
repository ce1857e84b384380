import Simulation
import Wire

/// How often a message goes out.
enum SendWay: Hashable, Sendable {
  case once, twice, never
}

/// A message as it would be sent.
struct TamperDraft: Hashable, Sendable {
  var request: Request
  /// What was changed against the message as it was.
  var edits: [Edit] = []
  var way = SendWay.once
  /// For a request of one's own: who sends it, and before which step.
  var client = 0
  var place = 0
}

/// A row of the editor.
enum TamperRow: Hashable, Sendable {
  /// Of a request of one's own: when, by whom, where to.
  case place, client, url
  case field(MessageField)
  /// A member of a token in a field.
  case member(MessageField, isHeader: Bool, String)
  case signature(MessageField)

  /// The field that it belongs to.
  var field: MessageField? {
    switch self {
    case .place, .client, .url: nil
    case .field(let field), .member(let field, _, _), .signature(let field): field
    }
  }
}

extension TamperRow {
  /// All rows of a message, from its first line to its body; tokens opened.
  static func all(of request: Request, isOwn: Bool) -> [TamperRow] {
    var out: [TamperRow] =
      isOwn ? [.place, .client, .field(.method), .url] : [.field(.method), .field(.path)]
    var fields: [MessageField] = []
    if !isOwn { fields += request.url.query.map { .query($0.name) } }
    fields += request.headers.fields.map(\.name).filter { ASCII.lowercased($0) != "cookie" }
      .map { .header($0) }
    fields += request.cookies.map { .cookie($0.name) }
    if request.hasForm {
      fields += request.form.map { .form($0.name) }
    } else if !request.body.isEmpty || isOwn {
      fields.append(.body)
    }
    for field in fields.uniqued {
      out.append(.field(field))
      out += members(of: request.value(of: field) ?? "", in: field)
    }
    return out
  }

  private static func members(of value: String, in field: MessageField) -> [TamperRow] {
    guard let token = value.token else { return [] }
    return token.header.names.uniqued.map { .member(field, isHeader: true, $0) }
      + (token.claims?.names.uniqued ?? []).map { .member(field, isHeader: false, $0) }
      + [.signature(field)]
  }
}
