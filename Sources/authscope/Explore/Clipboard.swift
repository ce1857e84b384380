/// Copies, and says what was done.
struct Clipboard {
  let way: CopyWay
  var environment: (String) -> String? = { Environment[$0] }
  /// Sends a text to the terminal's clipboard; false when it is too long for terminals to take.
  let terminal: (String) -> Bool

  func copy(_ text: String) -> String {
    guard !text.isEmpty else { return "There is nothing to copy here." }
    switch way == .auto ? CopyWay.fitting(environment) : way {
    case .tmux: return tmux(text)
    case .native: return native(text)
    case .osc52, .auto: return osc52(text)
    }
  }

  private func tmux(_ text: String) -> String {
    guard environment("TMUX") != nil else { return "Not copied: this is not inside tmux." }
    guard let program = ClipboardProgram.tmux(environment) else {
      return "Not copied: there is no tmux on the PATH."
    }
    return run(program, text, done: "to tmux's buffer")
  }

  private func native(_ text: String) -> String {
    guard let program = ClipboardProgram.fitting(environment) else {
      return "Not copied: there is no wl-copy, xclip, xsel or pbcopy with a desktop to go to."
    }
    return run(program, text, done: "with \(program.name)")
  }

  private func run(_ program: ClipboardProgram, _ text: String, done: String) -> String {
    do throws(Failure) {
      try ChildProcess.run(program.words, input: Array(text.utf8))
      return "Copied \(Self.count(text)) \(done)."
    } catch {
      return "Not copied: \(error.message)"
    }
  }

  private func osc52(_ text: String) -> String {
    terminal(text)
      ? "Sent \(Self.count(text)) to the terminal's clipboard (OSC 52), which may refuse them."
      : "Not copied: \(Self.count(text)) are too many for a terminal's clipboard."
  }

  private static func count(_ text: String) -> String {
    text.utf8.count == 1 ? "1 byte" : "\(text.utf8.count) bytes"
  }
}
