// Sentences about configuration files.
extension Problem {
  static func unknownCommand(_ name: String, among known: [String]) -> Problem {
    let near = Nearest.word(to: name, among: known).map { "did you mean \($0)?" }
    return Problem(
      "unknown-command", "no command is called \(Visible.text(name))",
      hint: near ?? "authscope config show names them all")
  }

  static func commandElsewhere(_ name: String, in context: String, places: [String]) -> Problem {
    Problem(
      "unknown-command", "\(Visible.text(name)) means nothing in \(Visible.text(context))",
      hint: "it does in \(places.joined(separator: ", "))")
  }

  /// Names of keys that are written otherwise than one may expect.
  private static let usual: [String: String] = [
    "escape": "Esc", "return": "Enter", "cr": "Enter", "del": "Delete", "ins": "Insert",
    "pgup": "PageUp", "pgdn": "PageDown", "pgdown": "PageDown", "bs": "Backspace",
    "backtab": "Shift-Tab",
  ]
  private static let named = [
    "Enter", "Esc", "Tab", "Shift-Tab", "Backspace", "Delete", "Insert", "Up", "Down", "Left",
    "Right", "Home", "End", "PageUp", "PageDown", "Space",
  ]

  static func unknownKeyName(_ name: String) -> Problem {
    Problem("key-name", "no key is called \(Visible.text(name))", hint: keyHint(name))
  }

  private static func keyHint(_ name: String) -> String {
    let lower = name.lowercased()
    if let usual = usual[lower] { return "did you mean \(usual)?" }
    if let exact = named.first(where: { $0.lowercased() == lower }) {
      return "did you mean \(exact)?"
    }
    let control = ["c-", "^", "ctrl+", "ctrl-", "control-"].first { lower.hasPrefix($0) }
    if let control, lower.count == control.count + 1, let last = lower.last, last.isLetter {
      return "did you mean Ctrl-\(last.uppercased())?"
    }
    if let near = Nearest.word(to: name, among: named) { return "did you mean \(near)?" }
    return "a character, or a name such as Enter, Space, PageDown, F5, Ctrl-X, Alt-Left"
  }

  static func keyClash(_ clash: ConfigurationVocabulary.Clash) -> Problem {
    Problem(clash.code, clash.words, hint: clash.hint)
  }
}
