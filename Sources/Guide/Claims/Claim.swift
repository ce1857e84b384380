/// How far a claim of the guide carries.
package enum Standing: Hashable, Sendable {
  case holds
  /// It needs a second sentence: what has to be so, or what it leaves out.
  case holdsIf(String)
  /// It was good advice once; what is advised today.
  case dated(String)

  package var word: String {
    switch self {
    case .holds: "holds"
    case .holdsIf: "holds if"
    case .dated: "dated"
    }
  }

  /// The second sentence, where the claim needs one.
  package var limit: String? {
    switch self {
    case .holds: nil
    case .holdsIf(let text), .dated(let text): text
    }
  }
}

/// One claim of the guide to choosing between sessions, JWTs and OAuth.
///
/// A scenario names the claims that it shows; some are shown by a command instead.
package struct Claim: Hashable, Sendable {
  /// Section and number, as scenarios name it: "S5".
  package let id: String
  package let text: String
  package let standing: Standing
  /// Scenarios that show where the claim ends; empty where it simply holds.
  package let limitShownBy: [String]
  /// The command that shows it, where no scenario can: `token sign`.
  package let command: String?

  init(
    _ id: String, _ text: String, _ standing: Standing = .holds, limitShownBy: [String] = [],
    command: String? = nil
  ) {
    self.id = id
    self.text = text
    self.standing = standing
    self.limitShownBy = limitShownBy
    self.command = command
  }
}

/// All claims, in the guide's order.
package enum Claims {
  package static let all: [Claim] =
    problem + sessions + tokens + oauth + comparison + mistakes + decision + checklist + testing

  package static func claim(_ id: String) -> Claim? { all.first { $0.id == id } }
}
