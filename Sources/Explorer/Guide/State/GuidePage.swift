/// The pages of the guide.
enum GuidePage: Int, CaseIterable, Hashable, Sendable {
  case decide = 1, compare, mistakes, checklist, words

  var title: String {
    switch self {
    case .decide: "Which one?"
    case .compare: "Measured"
    case .mistakes: "Mistakes"
    case .checklist: "Checklist"
    case .words: "Words"
    }
  }

  /// The command that goes to the page.
  var command: Command {
    switch self {
    case .decide: .decide
    case .compare: .comparison
    case .mistakes: .mistakes
    case .checklist: .checklist
    case .words: .words
    }
  }

  var next: GuidePage { GuidePage(rawValue: rawValue + 1) ?? .decide }
  var previous: GuidePage { GuidePage(rawValue: rawValue - 1) ?? .words }
}
