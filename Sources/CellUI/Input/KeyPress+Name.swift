/// Names of keys as help, footer and the configuration file write them: `Ctrl-C`, `Alt-Left`, `F5`,
/// `Space`, `g`.
extension KeyPress: CustomStringConvertible {
  package var description: String {
    var prefix = ""
    if modifiers.contains(.control) { prefix += "Ctrl-" }
    if modifiers.contains(.alt) { prefix += "Alt-" }
    if modifiers.contains(.shift) { prefix += "Shift-" }
    return prefix + key.name
  }

  /// Nil when no key has this name.
  package init?(name: String) {
    var rest = name[...]
    var modifiers: KeyModifiers = []
    // "Shift-Tab" is a key of its own.
    while Key(name: String(rest)) == nil,
      let prefix = Self.prefixes.first(where: { rest.hasPrefix($0.text) })
    {
      modifiers.insert(prefix.modifier)
      rest = rest.dropFirst(prefix.text.count)
    }
    guard let key = Key(name: String(rest)) else { return nil }
    if modifiers.contains(.control), case .char(let character) = key {
      let lower = Character(character.lowercased())
      self.init(.ctrl(lower), modifiers.subtracting(.control))
    } else {
      self.init(key, modifiers)
    }
  }

  private static let prefixes: [(text: String, modifier: KeyModifiers)] = [
    ("Ctrl-", .control), ("Alt-", .alt), ("Shift-", .shift),
  ]
}

extension Key {
  private static let named: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Esc", .esc), ("Tab", .tab), ("Shift-Tab", .backtab),
    ("Backspace", .backspace), ("Delete", .delete), ("Insert", .insert), ("Up", .up),
    ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home), ("End", .end),
    ("PageUp", .pageUp), ("PageDown", .pageDown), ("Space", .char(" ")),
  ]

  package var name: String {
    if let named = Key.named.first(where: { $0.key == self }) { return named.name }
    switch self {
    case .char(let character): return String(character)
    case .ctrl(let character):
      return "Ctrl-" + (character == " " ? "Space" : character.uppercased())
    case .function(let number): return "F\(number)"
    case .enter, .esc, .tab, .backtab, .backspace, .delete, .insert, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown:
      preconditionFailure("a key without a name: \(self)")
    }
  }

  fileprivate init?(name: String) {
    if let named = Key.named.first(where: { $0.name == name }) {
      self = named.key
    } else if name.count == 1, let character = name.first {
      self = .char(character)
    } else if name.first == "F", let number = Int(name.dropFirst()), (1...12).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }
}
