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

  var next: GuidePage { GuidePage(rawValue: rawValue + 1) ?? .decide }
  var previous: GuidePage { GuidePage(rawValue: rawValue - 1) ?? .words }
}
