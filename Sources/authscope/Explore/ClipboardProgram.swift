/// A desktop's program that takes its clipboard from standard input.
struct ClipboardProgram: Hashable, Sendable {
  /// The program's words, its own path first.
  let words: [String]

  var name: String { words[0].split(separator: "/").last.map(String.init) ?? words[0] }

  /// Those that there are, by what must be set for them to be of use.
  private static let known: [(setting: String?, words: [String])] = [
    ("WAYLAND_DISPLAY", ["wl-copy"]),
    ("DISPLAY", ["xclip", "-selection", "clipboard"]),
    ("DISPLAY", ["xsel", "--clipboard", "--input"]),
    (nil, ["pbcopy"]),
  ]

  /// The first that is there, of a desktop that is there.
  static func fitting(_ environment: (String) -> String?) -> ClipboardProgram? {
    for (setting, words) in known {
      if let setting, environment(setting) == nil { continue }
      if let program = named(words, environment("PATH")) { return program }
    }
    return nil
  }

  static func tmux(_ environment: (String) -> String?) -> ClipboardProgram? {
    // -w: to the terminal's clipboard too, where tmux is set so.
    named(["tmux", "load-buffer", "-w", "-"], environment("PATH"))
  }

  private static func named(_ words: [String], _ path: String?) -> ClipboardProgram? {
    for folder in (path ?? "").split(separator: ":") {
      let file = "\(folder)/\(words[0])"
      if FileSystem.isExecutable(file) {
        return ClipboardProgram(words: [file] + words.dropFirst())
      }
    }
    return nil
  }
}
