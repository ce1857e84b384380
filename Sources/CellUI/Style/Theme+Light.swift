extension Theme {
  /// For dark text on a light ground: no yellow or bright colour as text.
  package static let light = Theme(name: "light") { role in
    switch role {
    case .normal, .raw: Attributes()
    case .dim, .inactive: Attributes(.palette(241))
    case .strong: Attributes(bold: true)
    case .title: Attributes(.palette(15), on: .palette(24), bold: true)
    case .heading: Attributes(.palette(24), bold: true)
    case .border: Attributes(.palette(247))
    case .focusBorder: Attributes(.palette(25), bold: true)
    case .selection: Attributes(reverse: true)
    case .accent: Attributes(.palette(25))
    case .ok, .verified: Attributes(.palette(28), bold: role == .verified)
    case .attack: Attributes(.palette(124), bold: true)
    case .refused: Attributes(.palette(90))
    case .warning: Attributes(.palette(94))
    case .error: Attributes(.palette(15), on: .palette(124), bold: true)
    case .changed: Attributes(.palette(94), bold: true)
    case .added: Attributes(.palette(28))
    case .removed: Attributes(.palette(124))
    case .decoded: Attributes(.palette(94))
    case .secret: Attributes(.palette(90))
    case .link: Attributes(.palette(20), underline: true)
    case .escape: Attributes(.palette(15), on: .palette(94))
    case .key: Attributes(.palette(25), bold: true)
    case .keyHint: Attributes(.palette(240))
    case .question: Attributes(.palette(94), bold: true)
    case .match: Attributes(.palette(15), on: .palette(25))
    case .gauge: Attributes(.palette(25))
    case .lane1: Attributes(.palette(20))
    case .lane2: Attributes(.palette(30))
    case .lane3: Attributes(.palette(28))
    case .lane4: Attributes(.palette(124))
    case .lane5: Attributes(.palette(90))
    case .lane6: Attributes(.palette(94))
    }
  }
}
