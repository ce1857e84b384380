extension Theme {
  /// Blue and orange in the place of green and red, after Okabe and Ito's palette: these stay apart
  /// with any of the common colour vision deficiencies. For a dark ground.
  package static let colorBlind = Theme(name: "colour-blind") { role in
    switch role {
    case .normal, .raw: Attributes()
    case .dim, .inactive: Attributes(.palette(245))
    case .strong: Attributes(bold: true)
    case .title: Attributes(.palette(15), on: .palette(24), bold: true)
    case .heading: Attributes(.palette(117), bold: true)
    case .border: Attributes(.palette(241))
    case .focusBorder: Attributes(.palette(117), bold: true)
    case .selection: Attributes(reverse: true)
    case .accent: Attributes(.palette(117))
    case .ok, .verified: Attributes(.palette(75), bold: role == .verified)
    case .attack: Attributes(.palette(208), bold: true)
    case .refused: Attributes(.palette(175), underline: true)
    case .warning: Attributes(.palette(227))
    case .error: Attributes(.palette(0), on: .palette(208), bold: true)
    case .changed: Attributes(.palette(227), bold: true)
    case .added: Attributes(.palette(75))
    case .removed: Attributes(.palette(208))
    case .decoded: Attributes(.palette(227))
    case .secret: Attributes(.palette(175))
    case .link: Attributes(.palette(75), underline: true)
    case .escape: Attributes(.palette(0), on: .palette(227))
    case .key: Attributes(.palette(117), bold: true)
    case .keyHint: Attributes(.palette(250))
    case .question: Attributes(.palette(227), bold: true)
    case .match: Attributes(.palette(0), on: .palette(117))
    case .gauge: Attributes(.palette(75))
    case .lane1: Attributes(.palette(75))
    case .lane2: Attributes(.palette(117))
    case .lane3: Attributes(.palette(36))
    case .lane4: Attributes(.palette(208))
    case .lane5: Attributes(.palette(175))
    case .lane6: Attributes(.palette(227))
    }
  }
}
