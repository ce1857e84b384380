/// What a piece of the screen means; a theme says how that looks.
///
/// Screens name meanings and never colours, so that every theme, and the terminal without colours,
/// is served by the same view.
package enum StyleRole: UInt8, CaseIterable, Hashable, Sendable {
  // Text and frame
  case normal, dim, strong, title, heading, border, focusBorder, selection, accent
  // What happened
  case ok, attack, refused, warning, error, changed, added, removed
  // Tokens and values: a decoded value never looks like a verified one
  case decoded, verified, secret, link, raw, escape
  // Interaction
  case key, keyHint, question, match, gauge, inactive
  // Parties, in the order of their lanes
  case lane1, lane2, lane3, lane4, lane5, lane6

  /// The role of the lane with this index; lanes past the sixth begin again.
  package static func lane(_ index: Int) -> StyleRole {
    let lanes: [StyleRole] = [.lane1, .lane2, .lane3, .lane4, .lane5, .lane6]
    return lanes[((index % lanes.count) + lanes.count) % lanes.count]
  }

  /// One letter for the dump of a frame's styles, different for every role.
  package var letter: Character {
    switch self {
    case .normal: "."
    case .dim: "d"
    case .strong: "s"
    case .title: "T"
    case .heading: "H"
    case .border: "b"
    case .focusBorder: "B"
    case .selection: "S"
    case .accent: "a"
    case .ok: "o"
    case .attack: "A"
    case .refused: "R"
    case .warning: "w"
    case .error: "E"
    case .changed: "c"
    case .added: "+"
    case .removed: "-"
    case .decoded: "u"
    case .verified: "V"
    case .secret: "$"
    case .link: "l"
    case .raw: "r"
    case .escape: "^"
    case .key: "K"
    case .keyHint: "k"
    case .question: "Q"
    case .match: "m"
    case .gauge: "g"
    case .inactive: "i"
    case .lane1: "1"
    case .lane2: "2"
    case .lane3: "3"
    case .lane4: "4"
    case .lane5: "5"
    case .lane6: "6"
    }
  }
}
