import Simulation
import Trace

extension Intervention {
  /// As a branch is labelled: `GET /me: alg "none", no signature`.
  var words: String {
    let place = fingerprint.map { "\($0.method) \($0.path)" } ?? at.description
    switch change {
    case .edit(let edits): return "\(place): \(edits.map(\.words).joined(separator: ", "))"
    case .drop: return "\(place) dropped"
    case .again: return "\(place) sent twice"
    case .answer(let response): return "\(place) answered with \(response.status)"
    case .editAnswer(let edits):
      return "the answer to \(place): \(edits.map(\.words).joined(separator: ", "))"
    case .setting(let setting): return "\(setting.words) from \(at.step) on"
    case .insert(let own):
      return at == .end ? "at the end \(own.caption)" : "before \(at.step) \(own.caption)"
    }
  }

  /// Whether it changes the request at an address.
  func changesRequest(at address: Address) -> Bool {
    switch change {
    case .edit, .drop, .again: at == address
    case .answer, .editAnswer, .setting, .insert: false
    }
  }

  /// Whether it changes what comes back at an address.
  func changesAnswer(at address: Address) -> Bool {
    switch change {
    case .answer, .editAnswer: at == address
    case .edit, .drop, .again, .setting, .insert: false
    }
  }
}

extension Edit {
  fileprivate var words: String { EditValue.words(field.words, value) }
}

extension AnswerEdit {
  fileprivate var words: String { EditValue.words(field.words, value) }
}

extension EditValue {
  fileprivate static func words(_ field: String, _ value: EditValue?) -> String {
    switch value {
    case nil: "without \(field)"
    case .text(let text): "\(field) \(text.prefix(24))"
    case .secret(let name): "\(field) \(name)"
    case .token(let forgery): (forgery.changes + [forgery.signature.words]).joined(separator: ", ")
    }
  }
}

extension AnswerField {
  /// "header Location", "member access_token".
  var words: String {
    switch self {
    case .status: "status"
    case .header(let name): "header \(name)"
    case .cookie(let name): "cookie \(name)"
    case .attributes(let name): "attributes \(name)"
    case .redirect(let name): "redirect \(name)"
    case .json(let name): "body \(name)"
    case .body: "body"
    }
  }
}

extension MessageField {
  /// "header Origin".
  var words: String { text.split(separator: ".", maxSplits: 1).joined(separator: " ") }
}

extension ForgedSignature {
  var words: String {
    switch self {
    case .empty: "no signature"
    case .kept: "the old signature"
    case .respelt: "the old signature, spelt otherwise"
    case .hmac: "signed with a secret"
    case .with: "signed with a key that leaked"
    case .own: "signed with an own key"
    case .cracked: "signed with the word that fits"
    }
  }
}
