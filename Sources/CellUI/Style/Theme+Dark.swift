extension Theme {
  /// For light text on a dark ground; mostly the terminal's own sixteen colours.
  package static let dark = Theme(name: "dark") { role in
    switch role {
    case .normal, .raw: Attributes()
    case .dim, .inactive: Attributes(.palette(245))
    case .strong: Attributes(bold: true)
    case .title: Attributes(.palette(15), on: .palette(24), bold: true)
    case .heading: Attributes(.palette(14), bold: true)
    case .border: Attributes(.palette(241))
    case .focusBorder: Attributes(.palette(14), bold: true)
    case .selection: Attributes(reverse: true)
    case .accent: Attributes(.palette(14))
    case .ok, .verified: Attributes(.palette(10), bold: role == .verified)
    case .attack: Attributes(.palette(9), bold: true)
    case .refused: Attributes(.palette(13))
    case .warning: Attributes(.palette(11))
    case .error: Attributes(.palette(15), on: .palette(1), bold: true)
    case .changed: Attributes(.palette(11), bold: true)
    case .added: Attributes(.palette(10))
    case .removed: Attributes(.palette(9))
    case .decoded: Attributes(.palette(11))
    case .secret: Attributes(.palette(13))
    case .link: Attributes(.palette(12), underline: true)
    case .escape: Attributes(.palette(0), on: .palette(11))
    case .key: Attributes(.palette(14), bold: true)
    case .keyHint: Attributes(.palette(250))
    case .question: Attributes(.palette(11), bold: true)
    case .match: Attributes(.palette(0), on: .palette(14))
    case .gauge: Attributes(.palette(12))
    case .lane1: Attributes(.palette(12))
    case .lane2: Attributes(.palette(14))
    case .lane3: Attributes(.palette(10))
    case .lane4: Attributes(.palette(9))
    case .lane5: Attributes(.palette(13))
    case .lane6: Attributes(.palette(11))
    }
  }
}
