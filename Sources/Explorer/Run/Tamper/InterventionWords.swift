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
    case .setting(let setting): return "\(setting.words) from \(at.step) on"
    case .insert(let own):
      return at == .end ? "at the end \(own.caption)" : "before \(at.step) \(own.caption)"
    }
  }

  /// Whether it changes the message at an address.
  func changesMessage(at address: Address) -> Bool {
    switch change {
    case .edit, .drop, .again, .answer: at == address
    case .setting, .insert: false
    }
  }
}

extension Edit {
  var words: String {
    switch value {
    case nil: "without \(field.words)"
    case .text(let text): "\(field.words) \(text.prefix(24))"
    case .secret(let name): "\(field.words) \(name)"
    case .token(let forgery): (forgery.changes + [forgery.signature.words]).joined(separator: ", ")
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
