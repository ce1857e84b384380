import CellUI
import Trace

/// The keys that help at the current place.
struct RunFooter {
  let run: RunState
  let keys: KeyTable
  let arrangement: RunArrangement
  let hasNextLesson: Bool

  private func pair(_ command: Command, _ word: String? = nil) -> (key: String, word: String)? {
    guard let binding = keys.binding(command, in: .run) else { return nil }
    return (binding.keyName, word ?? binding.footer ?? binding.command.rawValue)
  }

  /// Before lesson 4 five keys are enough.
  private var isBeginner: Bool { run.entry?.lesson.map { $0 < 4 } ?? false }

  var bindings: [(key: String, word: String)] {
    if run.isAsking {
      return [("j/k", "choose"), ("Enter", "answer"), ("l", "skip"), ("?", "all keys")]
    }
    if run.walk.check != nil {
      return [("l", "next check"), ("h", "back"), ("Esc", "out"), ("?", "all keys")]
    }
    if run.walk.atEnd {
      let undo = run.branch.parent == nil ? nil : pair(.undo)
      let rest: [(key: String, word: String)] = [
        ("y", "copy the command"), ("q", "library"), ("?", "all keys"),
      ]
      return [("Enter", hasNextLesson ? "next lesson" : "library"), ("h", "back")]
        + [undo].compactMap { $0 } + rest
    }
    let panes: (key: String, word: String) = ("1-5", "panes")
    let few = [pair(.next), pair(.back), pair(.enter), panes, pair(.help)]
    let isSwitching = arrangement.focus(run.panes) == .defences
    let toggle = isSwitching ? pair(.toggle) : nil
    let here = isSwitching ? pair(.toggleHere) : nil
    if isBeginner { return ([toggle] + few).compactMap { $0 } }
    let many = [
      pair(.next), pair(.back), pair(.enter), panes, toggle, here, pair(.why), pair(.tamper),
      pair(.deeper), pair(.otherView), pair(.nextAttack, "attack"), pair(.nextChange, "change"),
      pair(.runTo), pair(.search), pair(.branches, "branches"), pair(.palette, "commands"),
      pair(.quit), pair(.help),
    ]
    return many.compactMap { $0 }
  }
}
