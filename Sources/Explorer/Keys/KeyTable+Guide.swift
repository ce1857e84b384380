import CellUI

extension KeyTable {
  /// The guide, and the ways to it.
  static let guide = [
    KeyBinding(
      .guide, ["d"], in: [.library], "the guide: which mechanism fits, and why", footer: "guide"),
    KeyBinding(.guide, [], in: [.run, .bench], "the guide: which mechanism fits, and why"),
    KeyBinding(.decide, ["1"], in: [.guide], "which mechanism fits, by questions"),
    KeyBinding(.comparison, ["2"], in: [.guide], "one workload under each mechanism, measured"),
    KeyBinding(.mistakes, ["3"], in: [.guide], "the common mistakes"),
    KeyBinding(.checklist, ["4"], in: [.guide], "the checklist before shipping"),
    KeyBinding(.words, ["5"], in: [.guide], "the words and what they mean"),
    KeyBinding(.decide, [], in: [.library, .run, .bench], "which mechanism fits, by questions"),
    KeyBinding(
      .comparison, [], in: [.library, .run, .bench],
      "one workload under each mechanism, measured"),
    KeyBinding(.mistakes, [], in: [.library, .run, .bench], "the common mistakes"),
    KeyBinding(.checklist, [], in: [.library, .run, .bench], "the checklist before shipping"),
    KeyBinding(
      .words, [], in: [.library, .run, .bench], "the words that are used, and what they mean"),
    KeyBinding(.down, ["j", .down], in: [.guide], "down", footer: "down"),
    KeyBinding(.up, ["k", .up], in: [.guide], "up", footer: "up"),
    KeyBinding(.pageDown, [.pageDown, " "], in: [.guide], "a page down"),
    KeyBinding(.pageUp, [.pageUp], in: [.guide], "a page up"),
    KeyBinding(.restart, ["g", .home], in: [.guide], "to the first row"),
    KeyBinding(.end, ["G", .end], in: [.guide], "to the last row"),
    KeyBinding(
      .enter, [.enter], in: [.guide], "take an answer; open the scenario that shows it",
      footer: "choose"),
    KeyBinding(
      .next, ["l", .right], in: [.guide], "the same; of the measured load, more"),
    KeyBinding(
      .back, ["h", .left, .backspace], in: [.guide],
      "take the last answer back; of the load, less", footer: "back"),
    KeyBinding(.undo, ["u"], in: [.guide], "take the last answer back"),
    KeyBinding(.leave, [.esc], in: [.guide], "take the last answer back; all words again"),
    KeyBinding(.nextPane, [.tab], in: [.guide], "to the next page"),
    KeyBinding(.previousPane, [.backtab], in: [.guide], "to the page before"),
    KeyBinding(.search, ["/"], in: [.guide], "find a word", footer: "find"),
    KeyBinding(.copy, ["y"], in: [.guide], "copy the advice, the command or the row"),
    KeyBinding(.quit, ["q"], in: [.guide], "back to where you came from", footer: "back"),
    KeyBinding(.palette, [":"], in: [.guide], "every command by its name"),
    KeyBinding(.help, ["?"], in: [.guide], "all keys"),
    KeyBinding(.redraw, [.ctrl("l")], in: [.guide], "draw everything anew"),
    KeyBinding(.suspend, [.ctrl("z")], in: [.guide], "to the shell; fg comes back"),
    KeyBinding(.exit, [.ctrl("c")], in: [.guide], "leave the program"),
  ]
}
