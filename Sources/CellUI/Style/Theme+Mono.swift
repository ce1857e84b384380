extension Theme {
  /// Without colours: for NO_COLOR, and for terminals that have none.
  package static let mono = Theme(name: "mono") { role in
    switch role {
    case .normal, .raw, .border, .keyHint, .accent, .decoded, .secret, .added, .removed,
      .gauge, .refused, .ok:
      Attributes()
    case .lane1, .lane2, .lane3, .lane4, .lane5, .lane6: Attributes()
    case .dim, .inactive: Attributes(dim: true)
    case .strong, .heading, .focusBorder, .attack, .changed, .key, .question, .warning, .verified:
      Attributes(bold: true)
    case .title, .selection: Attributes(reverse: true)
    case .error: Attributes(bold: true, reverse: true)
    case .link: Attributes(underline: true)
    case .escape: Attributes(underline: true)
    case .match: Attributes(bold: true, underline: true)
    }
  }
}
