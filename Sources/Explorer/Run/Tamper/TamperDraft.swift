import Simulation

/// How often a message goes out.
enum SendWay: Hashable, Sendable {
  case once, twice, never
}

/// A message as it would be sent.
struct TamperDraft: Hashable, Sendable {
  var message: TamperedMessage
  /// What was changed against the message as it was.
  var edits: [TamperEdit] = []
  var way = SendWay.once
  /// For a request of one's own: who sends it, and before which step.
  var client = 0
  var place = 0
}

/// A row of the editor.
enum TamperRow: Hashable, Sendable {
  /// Of a request of one's own: when, by whom, where to.
  case place, client, url
  case field(TamperField)
  /// A member of a token in a field.
  case member(TamperField, isHeader: Bool, String)
  case signature(TamperField)

  /// The field that it belongs to.
  var field: TamperField? {
    switch self {
    case .place, .client, .url: nil
    case .field(let field), .member(let field, _, _), .signature(let field): field
    }
  }
}

extension TamperRow {
  /// All rows of a message, from its first line to its body; tokens opened.
  static func all(of message: TamperedMessage, isOwn: Bool) -> [TamperRow] {
    var out: [TamperRow] = isOwn ? [.place, .client, .field(.request(.method)), .url] : []
    for field in message.fields(isOwn: isOwn) {
      out.append(.field(field))
      out += members(of: message.value(of: field) ?? "", in: field)
    }
    return out
  }

  private static func members(of value: String, in field: TamperField) -> [TamperRow] {
    guard let token = value.token else { return [] }
    return token.header.names.uniqued.map { .member(field, isHeader: true, $0) }
      + (token.claims?.names.uniqued ?? []).map { .member(field, isHeader: false, $0) }
      + [.signature(field)]
  }
}
