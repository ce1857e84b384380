import Trace
import Wire

extension Intervention {
  /// As it is written behind `--change`: `use/1 edit header.Origin=null`; every value is
  /// percent-encoded, so that it is one word of a shell's line.
  package var text: String {
    let mark = fingerprint.map { [Pair("for", "\($0.method) \($0.path) \($0.to)")] } ?? []
    let details = FormCoding.encode(mark + change.pairs)
    return "\(at) \(change.word)" + (details.isEmpty ? "" : " \(details)")
  }
}

extension Change {
  package var word: String {
    switch self {
    case .edit: "edit"
    case .drop: "drop"
    case .again: "again"
    case .answer: "answer"
    case .editAnswer: "edit-answer"
    case .setting: "set"
    case .insert: "insert"
    }
  }

  fileprivate var pairs: [Pair] {
    switch self {
    case .edit(let edits): edits.map(\.pair)
    case .drop, .again: []
    case .answer(let response):
      [Pair("status", "\(response.status)")] + response.headers.fields.map(Self.header)
        + [Pair("body", response.body)]
    case .editAnswer(let edits): edits.map(\.pair)
    case .setting(let setting): [Self.pair(setting)]
    case .insert(let own):
      [Pair("client", own.client), Pair("method", own.method), Pair("url", own.url)]
        + own.headers.map(Self.header)
        + own.cookies.map { Pair("cookie.\($0.name)", $0.value) }
        + (own.body.isEmpty ? [] : [Pair("body", own.body)])
    }
  }

  private static func header(_ field: Pair) -> Pair { Pair("header.\(field.name)", field.value) }

  private static func pair(_ setting: Setting) -> Pair {
    let parts = setting.text.split(separator: "=", maxSplits: 1).map(String.init)
    return Pair(parts[0], parts.count > 1 ? parts[1] : "")
  }
}

extension Edit {
  fileprivate var pair: Pair { EditValue.pair(field.text, value) }
}

extension AnswerEdit {
  fileprivate var pair: Pair { EditValue.pair(field.text, value) }
}

extension EditValue {
  fileprivate static func pair(_ field: String, _ value: EditValue?) -> Pair {
    switch value {
    case nil: Pair("without.\(field)", "")
    case .text(let text): Pair(field, text)
    case .secret(let name): Pair("secret.\(field)", name)
    case .token(let forgery): Pair("token.\(field)", FormCoding.encode(forgery.pairs))
    }
  }
}

extension AnswerField {
  /// `status`, `body`, or one of several: `header.Location`, `json.access_token`.
  package var text: String {
    switch self {
    case .status: "status"
    case .header(let name): "header.\(name)"
    case .cookie(let name): "cookie.\(name)"
    case .attributes(let name): "attributes.\(name)"
    case .redirect(let name): "redirect.\(name)"
    case .json(let name): "json.\(name)"
    case .body: "body"
    }
  }
}

extension MessageField {
  /// As scenarios write it: `form.code`, `header.Origin`, `method`.
  package var text: String {
    switch self {
    case .header(let name): "header.\(name)"
    case .form(let name): "form.\(name)"
    case .query(let name): "query.\(name)"
    case .cookie(let name): "cookie.\(name)"
    case .method: "method"
    case .path: "path"
    case .body: "body"
    }
  }
}

extension TokenForgery {
  fileprivate var pairs: [Pair] {
    header.map { Self.pair("header", $0) } + claims.map { Self.pair("claim", $0) }
      + signature.pairs
  }

  private static func pair(_ part: String, _ edit: MemberEdit) -> Pair {
    edit.value.map { Pair("\(part).\(edit.name)", $0) }
      ?? Pair("without.\(part).\(edit.name)", "")
  }
}

extension ForgedSignature {
  fileprivate var pairs: [Pair] {
    switch self {
    case .empty: [Pair("sign", "empty")]
    case .kept: []
    case .respelt: [Pair("sign", "respelt")]
    case .hmac(let secret): [Pair("sign", "secret"), Pair("key", secret.display)]
    case .with(let jwk): [Pair("sign", "jwk"), Pair("key", jwk.display)]
    case .own(inHeader: false): [Pair("sign", "own")]
    case .own(inHeader: true): [Pair("sign", "own-in-header")]
    case .cracked: [Pair("sign", "cracked")]
    }
  }
}
