/// How a text is put where other programs can paste it from.
enum CopyWay: String, CaseIterable, Sendable {
  /// The one that fits where the program runs.
  case auto
  /// tmux's buffer, and through tmux the terminal's clipboard.
  case tmux
  /// The terminal's own clipboard, by a sequence that it may refuse (xterm's OSC 52).
  case osc52
  /// The desktop's clipboard, by its own program.
  case native

  /// What `auto` means: the terminal's multiplexer, where it is at hand the desktop, else the
  /// terminal. A desktop is not asked over SSH: it is another one than the reader's.
  static func fitting(_ environment: (String) -> String?) -> CopyWay {
    if environment("TMUX") != nil { return .tmux }
    if environment("SSH_CONNECTION") != nil { return .osc52 }
    return ClipboardProgram.fitting(environment) == nil ? .osc52 : .native
  }
}
