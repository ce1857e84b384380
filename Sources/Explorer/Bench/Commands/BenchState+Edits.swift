import CellUI
import Tokens
import Wire

/// What came of an edit, for the footer.
typealias EditResult = Result<String, TokenEditError>

extension BenchState {
  /// Opens the field where the selected value stands; says why there is none.
  mutating func beginEdit() -> String? {
    switch view.focus {
    case .token: return nil
    case .header, .claims:
      guard let member = selectedMember else { return nil }
      guard member.home != .opened else { return "What was encrypted cannot be edited here." }
      guard model.isCompact else { return "A token in JSON form is edited as text: 1, then e." }
      edit = BenchEdit(
        target: .member(view.focus, view.row(view.focus)), field: TextField(member.value.text()))
    case .policy:
      guard let row = selectedPolicy else { return nil }
      if row == .expiry || row == .shortKeys { return toggle() }
      edit = BenchEdit(target: .policy(row), field: TextField(policyText(row)))
    case .checks: return "Checks follow from the token and your policy; edit those (1 to 4)."
    }
    return nil
  }

  /// Takes over what was typed; the field stays open when it cannot be.
  mutating func finishEdit() -> String? {
    guard let edit else { return nil }
    let result: EditResult =
      switch edit.target {
      case .member(let pane, let row): setMember(pane, row, edit.field.text)
      case .policy(let row): setPolicy(row, edit.field.text.trimmed)
      }
    switch result {
    case .success(let words):
      self.edit = nil
      return words.isEmpty ? nil : words
    case .failure(let error): return error.description
    }
  }

  private mutating func setMember(
    _ pane: BenchPane, _ row: Int, _ typed: String
  ) -> EditResult {
    let members = pane == .header ? model.headers : model.claims
    guard members.indices.contains(row) else { return .failure(TokenEditError("It is gone.")) }
    let member = members[row]
    let value: JSONValue
    do throws(TokenEditError) {
      value = try EditedValue.value(typed, for: member.name, now: policy.clock.seconds)
    } catch {
      return .failure(error)
    }
    guard value != member.value else { return .success("") }
    return change("\"\(member.name)\" was edited") { text throws(TokenEditError) in
      try text.setMember(member.index, of: member.part, to: value)
    }
  }

  /// Changes the text of the token, and says that the signature stayed as it was.
  mutating func change(
    _ words: String, _ edit: (inout TokenText) throws(TokenEditError) -> Void
  ) -> EditResult {
    var text = TokenText(subject.text)
    do throws(TokenEditError) {
      try edit(&text)
    } catch {
      return .failure(error)
    }
    guard text.text != subject.text else { return .success("Nothing changed.") }
    change(text: text.text, words)
    let next = "\(press(.sign)) signs, \(press(.undo)) takes it back."
    return .success(Self.sentence(words) + " Nothing was signed; " + next)
  }

  static func sentence(_ words: String) -> String {
    (words.first.map { $0.uppercased() } ?? "") + words.dropFirst() + "."
  }

  mutating func addMember(_ typed: String, to pane: BenchPane) -> EditResult {
    let name = String(typed.trimmed.prefix { $0 != " " && $0 != ":" && $0 != "=" })
      .filter { $0 != "\"" }
    guard !name.isEmpty else { return .failure(TokenEditError("A name belongs here.")) }
    let rest = typed.trimmed.drop { $0 != " " && $0 != ":" && $0 != "=" }.dropFirst()
    let now = policy.clock.seconds
    let part = pane == .header ? 0 : 1
    let result = change("\"\(name)\" was added") { text throws(TokenEditError) in
      let value = try EditedValue.value(String(rest).trimmed, for: name, now: now)
      try text.addMember(name, value, to: part)
    }
    view.focus = pane == .header ? .header : .claims
    let count = pane == .header ? model.headers.count : model.claims.count
    if case .success = result { view.rows[view.focus] = max(0, count - 1) }
    return result
  }

  mutating func removeMember() -> EditResult {
    if isAtSignature { return apply(.stripSignature) }
    guard let member = selectedMember, member.home != .opened else {
      return .failure(TokenEditError("Select a member of the header or a claim first (2 or 3)."))
    }
    return change("\"\(member.name)\" was removed") { text throws(TokenEditError) in
      try text.removeMember(member.index, of: member.part)
    }
  }

  /// Raw text in the place of a whole part, or of the token.
  mutating func setRaw(_ purpose: BenchPrompt.Purpose, _ typed: String) -> EditResult {
    switch purpose {
    case .header:
      return change("the header was edited") { text throws(TokenEditError) in
        text.set(0, bytes: Array(typed.utf8))
      }
    case .payload:
      return change("the payload was edited") { text throws(TokenEditError) in
        text.set(1, bytes: Array(typed.utf8))
      }
    case .signature:
      return change("the signature was edited") { text throws(TokenEditError) in
        text.set(2, text: typed.trimmed)
      }
    case .rawToken:
      return change("the token's text was edited") { text throws(TokenEditError) in
        text = TokenText(typed.trimmed)
      }
    case .token, .file, .keyFile, .secret, .member: return .success("")
    }
  }

  /// The text that a raw edit begins with.
  func rawText(_ purpose: BenchPrompt.Purpose) -> String {
    let text = TokenText(subject.text)
    switch purpose {
    case .header: return String(decoding: text.bytes(0) ?? [], as: UTF8.self)
    case .payload: return String(decoding: text.bytes(1) ?? [], as: UTF8.self)
    case .signature: return text.parts.count > 2 ? text.parts[2] : ""
    case .rawToken: return subject.text
    case .token, .file, .keyFile, .secret, .member: return ""
    }
  }
}
