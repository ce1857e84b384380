import CellUI
import Trace

/// The keys that help at the current place.
struct RunFooter {
  let run: RunState
  let keys: KeyTable
  let arrangement: RunArrangement
  let hasNextLesson: Bool

  private func pair(_ command: Command, _ word: String? = nil) -> (key: String, word: String)? {
    guard run.recordingReason(command) == nil else { return nil }
    guard let binding = keys.binding(command, in: .run) else { return nil }
    return (binding.keyName, word ?? binding.footer ?? binding.command.name)
  }

  /// Before lesson 4 five keys are enough.
  private var isBeginner: Bool {
    !run.showsManyKeys && run.entry?.lesson.map { $0 < 4 } ?? false
  }

  /// In a pane of values: how to point at one, and what can be asked of it.
  private var pointing: [(key: String, word: String)]? {
    let focus = arrangement.focus(run.panes)
    guard focus == .message || focus == .stores || focus == .token,
      run.panes.focus != .sequence
    else { return nil }
    let select: (key: String, word: String) = (upAndDown, "select")
    let ask =
      run.panes.cursor[focus] == nil
      ? [pair(.why), pair(.otherView), pair(.zoom, "zoom")]
      : [pair(.enter, "whole"), pair(.why), pair(.copy, "copy")]
    let rest = [pair(.tamper), pair(.next), pair(.back), pair(.help)]
    return [select] + (ask + rest).compactMap { $0 }
  }

  private var upAndDown: String {
    "\(keys.name(.down, in: .run))/\(keys.name(.up, in: .run))"
  }

  /// "1-5" where the keys follow each other, else all of them.
  private var paneKeys: String {
    let names = Pane.allCases.map { keys.name($0.command, in: .run) }
    let digits = names.compactMap { Int($0) }
    let follow =
      digits.count == names.count && zip(digits, digits.dropFirst()).allSatisfy { $0 + 1 == $1 }
    return follow ? "\(names[0])-\(names[names.count - 1])" : names.joined(separator: "/")
  }

  var bindings: [(key: String, word: String)] {
    if run.isAsking {
      return [(upAndDown, "choose")]
        + [pair(.enter, "answer"), pair(.next, "skip"), pair(.help)].compactMap { $0 }
    }
    if run.walk.check != nil {
      return [pair(.next, "next check"), pair(.back), pair(.leave, "out"), pair(.help)]
        .compactMap { $0 }
    }
    if run.walk.atEnd {
      let undo = run.branch.parent == nil ? nil : pair(.undo)
      let enter = pair(.enter, hasNextLesson ? "next lesson" : "library")
      let rest = [
        pair(.challenges, "challenges"), pair(.copy, "copy the command"), pair(.quit, "library"),
        pair(.help),
      ]
      return ([enter, pair(.back), undo] + rest).compactMap { $0 }
    }
    if let pointing = pointing { return pointing }
    let panes: (key: String, word: String) = (paneKeys, "panes")
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
