import Simulation
import Tokens
import Wire

extension TamperState {
  /// What the field for typing begins with; nil for a row that is not typed.
  func text(of row: TamperRow) -> String? {
    switch row {
    case .place, .client, .signature: return nil
    case .url: return draft.message.request?.url.text
    case .field(let field): return draft.message.value(of: field) ?? ""
    case .member(let field, let isHeader, let name):
      let token = draft.message.value(of: field)?.token
      return (isHeader ? token?.header[name] : token?.claims?[name])?.text() ?? ""
    }
  }

  /// Takes over what was typed; says what is wrong with it.
  mutating func enter(_ text: String, for row: TamperRow) -> String? {
    switch row {
    case .place, .client, .signature: return nil
    case .url:
      guard let url = WireURL(text) else { return "\"\(text)\" is not a URL." }
      change { $0.message.setURL(url) }
    case .field(.answer(.status)) where !Self.isStatus(text):
      return "\"\(text)\" is no status: a number from 100 to 599."
    case .field(let field): set(field, to: text)
    case .member(let field, let isHeader, let name):
      do throws(TokenEditError) {
        let value = try EditedValue.value(text, for: name, now: now)
        setMember(name, isHeader, to: value, in: field)
      } catch {
        return error.description
      }
    }
    return nil
  }

  private static func isStatus(_ text: String) -> Bool {
    Int(text).map { (100...599).contains($0) } ?? false
  }

  mutating func set(_ field: TamperField, to text: String) {
    let value: EditValue = means.secrets[text] == nil ? .text(text) : .secret(text)
    apply(TamperEdit(field: field, value: value))
  }

  /// One edit for a field: a later one takes the place of an earlier one.
  private mutating func apply(_ edit: TamperEdit) {
    let means = means
    let isOwn = isOwn
    let same = base.value(of: edit.field)
    change { draft in
      if isOwn {
        draft.message.apply(edit, value: means.value(of: edit, in: draft.message))
        return
      }
      draft.edits.removeAll { $0.field == edit.field }
      if edit.value.map({ $0 != same.map(EditValue.text) }) ?? (same != nil) {
        draft.edits.append(edit)
      }
    }
  }

  /// Takes a field or a member away; says why that cannot be done.
  mutating func remove(_ row: TamperRow) -> String? {
    switch row {
    case .place, .client, .url: return "Every request has one."
    case .signature(let field): forge(field) { $0.signature = .empty }
    case .member(let field, let isHeader, let name):
      setMember(name, isHeader, to: nil, in: field)
    case .field(.request(.method)), .field(.request(.path)): return "Every request has one."
    case .field(.answer(.status)): return "Every answer has one."
    case .field(.request(.body)), .field(.answer(.body)):
      row.field.map { apply(TamperEdit(field: $0, value: .text(""))) }
    case .field(let field): apply(TamperEdit(field: field, value: nil))
    }
    return nil
  }

  /// Adds a field or member of the kind of a row: "name value".
  mutating func add(_ text: String, beside row: TamperRow) -> String? {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: true) { " =:".contains($0) }
    guard let first = parts.first else { return "Write a name, a blank and a value." }
    let name = String(first)
    let value = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
    switch row {
    case .member(let field, let isHeader, _):
      return enter(value, for: .member(field, isHeader: isHeader, name))
    case .signature(let field): return enter(value, for: .member(field, isHeader: false, name))
    case .field(.request(let field)): add(name, value, beside: field)
    case .field(.answer(let field)): add(name, value, beside: field)
    case .place, .client, .url: set(.request(.header(name)), to: value)
    }
    return nil
  }

  private mutating func add(_ name: String, _ value: String, beside field: MessageField) {
    switch field {
    case .form, .body: setForm(name, value)
    case .query: set(.request(.query(name)), to: value)
    case .cookie: set(.request(.cookie(name)), to: value)
    case .header, .method, .path: set(.request(.header(name)), to: value)
    }
  }

  private mutating func add(_ name: String, _ value: String, beside field: AnswerField) {
    switch field {
    case .json: set(.answer(.json(name)), to: value)
    case .redirect: set(.answer(.redirect(name)), to: value)
    case .cookie, .attributes: set(.answer(.cookie(name)), to: value)
    case .header, .status, .body: set(.answer(.header(name)), to: value)
    }
  }

  /// A form has a type too.
  private mutating func setForm(_ name: String, _ value: String) {
    if draft.message.request?.hasForm == false {
      set(.request(.header("Content-Type")), to: "application/x-www-form-urlencoded")
    }
    set(.request(.form(name)), to: value)
  }

  // Tokens.

  private mutating func setMember(
    _ name: String, _ isHeader: Bool, to value: JSONValue?, in field: TamperField
  ) {
    let token = token(in: field)
    let original = isHeader ? token?.header[name] : token?.claims?[name]
    forge(field) { forgery in
      var edits = isHeader ? forgery.header : forgery.claims
      edits.removeAll { $0.name == name }
      if value != original { edits.append(MemberEdit(name, value?.text())) }
      if isHeader { forgery.header = edits } else { forgery.claims = edits }
    }
  }

  mutating func forge(_ field: TamperField, _ make: (inout TokenForgery) -> Void) {
    var forgery = TokenForgery()
    if !isOwn, case .token(let before) = draft.edits.first(where: { $0.field == field })?.value {
      forgery = before
    }
    make(&forgery)
    if forgery.isEmpty, !isOwn {
      change { $0.edits.removeAll { $0.field == field } }
    } else {
      apply(TamperEdit(field: field, value: .token(forgery)))
    }
  }

  /// The forgery of a field as it stands.
  func forgery(in field: TamperField) -> TokenForgery? {
    guard case .token(let forgery) = draft.edits.first(where: { $0.field == field })?.value else {
      return nil
    }
    return forgery
  }

  /// The field whose token the presets change: that of the selected row, else the first one.
  var tokenField: TamperField? {
    let fields = [selected?.field].compactMap { $0 } + rows.compactMap(\.field)
    return fields.first { draft.message.value(of: $0)?.token != nil }
  }
}
