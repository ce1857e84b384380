import Simulation
import Wire

/// A part of a request or of an answer.
enum TamperField: Hashable, Sendable {
  case request(MessageField)
  case answer(AnswerField)

  /// "header Origin".
  var words: String {
    switch self {
    case .request(let field): field.words
    case .answer(let field): field.words
    }
  }
}

/// A changed part of a message; a nil value removes it.
struct TamperEdit: Hashable, Sendable {
  let field: TamperField
  let value: EditValue?
}

/// A message that can be changed before it arrives.
enum TamperedMessage: Hashable, Sendable {
  case request(Request)
  case answer(Response)

  /// Nil for an answer.
  var request: Request? {
    switch self {
    case .request(let request): request
    case .answer: nil
    }
  }

  func value(of field: TamperField) -> String? {
    switch (self, field) {
    case (.request(let request), .request(let field)): request.value(of: field)
    case (.answer(let answer), .answer(let field)): answer.value(of: field)
    case (.request, .answer), (.answer, .request): nil
    }
  }

  mutating func apply(_ edit: TamperEdit, value: String?) {
    switch (self, edit.field) {
    case (.request(var request), .request(let field)):
      request.apply(Edit(field: field, value: edit.value), value: value)
      self = .request(request)
    case (.answer(var answer), .answer(let field)):
      answer.apply(AnswerEdit(field: field, value: edit.value), value: value)
      self = .answer(answer)
    case (.request, .answer), (.answer, .request): break
    }
  }

  /// Of a request of one's own.
  mutating func setURL(_ url: WireURL) {
    guard case .request(var request) = self else { return }
    request.url = url
    self = .request(request)
  }
}

extension TamperedMessage {
  /// The fields that have a row each, from the first line to the body.
  func fields(isOwn: Bool) -> [TamperField] {
    switch self {
    case .request(let request):
      request.editableFields(isOwn: isOwn).uniqued.map { .request($0) }
    case .answer(let answer): answer.editableFields.uniqued.map { .answer($0) }
    }
  }
}

extension Request {
  fileprivate func editableFields(isOwn: Bool) -> [MessageField] {
    var out: [MessageField] = isOwn ? [] : [.method, .path]
    if !isOwn { out += url.query.map { .query($0.name) } }
    out += headers.fields.map(\.name).filter { ASCII.lowercased($0) != "cookie" }
      .map { .header($0) }
    out += cookies.map { .cookie($0.name) }
    if hasForm {
      out += form.map { .form($0.name) }
    } else if !body.isEmpty || isOwn {
      out.append(.body)
    }
    return out
  }
}

extension Response {
  fileprivate var editableFields: [AnswerField] {
    var out: [AnswerField] = [.status]
    for name in headers.fields.map(\.name) where ASCII.lowercased(name) != "set-cookie" {
      out.append(.header(name))
      guard ASCII.lowercased(name) == "location" else { continue }
      let query = headers[name].flatMap { WireURL($0) }?.query ?? []
      out += query.map { .redirect($0.name) }
    }
    out += cookieNames.flatMap { [.cookie($0), .attributes($0)] }
    if let members = jsonBody?.names {
      out += members.map { .json($0) }
    } else if !body.isEmpty {
      out.append(.body)
    }
    return out
  }
}
