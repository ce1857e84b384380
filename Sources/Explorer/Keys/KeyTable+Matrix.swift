import CellUI

extension KeyTable {
  /// Attacks and defences, and the way there.
  static let matrix = [
    KeyBinding(
      .matrix, ["M"], in: [.run, .library], "which defence stops which attack, found by playing",
      footer: nil),
    KeyBinding(
      .enter, [.enter], in: [.matrix], "play this attack; then open the run that proves the cell",
      footer: "play, open"),
    KeyBinding(.playAll, ["a"], in: [.matrix], "play all attacks", footer: "play all"),
    KeyBinding(.down, ["j", .down], in: [.matrix], "to the next attack"),
    KeyBinding(.up, ["k", .up], in: [.matrix], "to the attack before"),
    KeyBinding(.next, ["l", .right], in: [.matrix], "to the next defence"),
    KeyBinding(.back, ["h", .left], in: [.matrix], "to the defence before"),
    KeyBinding(
      .nextEffect, ["n", .tab], in: [.matrix], "to the next defence that does something here",
      footer: "next that matters"),
    KeyBinding(.previousEffect, ["N", .backtab], in: [.matrix], "to the one before"),
    KeyBinding(
      .otherView, ["v"], in: [.matrix], "each defence alone, or each one missing",
      footer: "alone, missing"),
    KeyBinding(.pageDown, [.pageDown, .ctrl("f")], in: [.matrix], "the words below: a page down"),
    KeyBinding(.pageUp, [.pageUp, .ctrl("b")], in: [.matrix], "the words below: a page up"),
    KeyBinding(.restart, ["g", .home], in: [.matrix], "to the first attack"),
    KeyBinding(.end, ["G", .end], in: [.matrix], "to the last attack"),
    KeyBinding(
      .search, ["/"], in: [.matrix], "find an attack or a defence by its name", footer: "find"),
    KeyBinding(
      .filter, ["f"], in: [.matrix], "attacks of one family, the next one, then all",
      footer: "family"),
    KeyBinding(.cancelAttack, ["x"], in: [.matrix], "do not play this attack after all"),
    KeyBinding(.copy, ["y"], in: [.matrix], "copy what is known of this attack"),
    KeyBinding(.leave, [.esc], in: [.matrix], "stop playing; else back"),
    KeyBinding(.quit, ["q"], in: [.matrix], "back", footer: "back"),
  ]
}
