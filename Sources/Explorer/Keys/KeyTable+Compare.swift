import CellUI

extension KeyTable {
  /// Two runs side by side, and the way there.
  static let comparing = [
    KeyBinding(
      .compare, ["="], in: [.run], "beside another branch, world or saved run, step by step",
      footer: "compare"),
    KeyBinding(.down, ["j", .down, "l", .right], in: [.compare], "a message on", footer: "on"),
    KeyBinding(.up, ["k", .up, "h", .left], in: [.compare], "a message back"),
    KeyBinding(
      .nextDifference, ["n", "c"], in: [.compare], "to the next message that differs",
      footer: "next difference"),
    KeyBinding(
      .previousDifference, ["N", "C"], in: [.compare], "to the one before that differs"),
    KeyBinding(
      .enter, [.enter], in: [.compare], "to this message on the run screen", footer: "open"),
    KeyBinding(
      .nextPane, [.tab, .backtab], in: [.compare], "A or B: the run that Enter opens",
      footer: "A or B"),
    KeyBinding(
      .compareWith, ["="], in: [.compare], "compare with another run", footer: "with another"),
    KeyBinding(.pageDown, [.pageDown, .ctrl("f")], in: [.compare], "the details: a page down"),
    KeyBinding(.pageUp, [.pageUp, .ctrl("b")], in: [.compare], "the details: a page up"),
    KeyBinding(.restart, ["g", .home], in: [.compare], "to the first message"),
    KeyBinding(.end, ["G", .end], in: [.compare], "to the last message"),
    KeyBinding(.copy, ["y"], in: [.compare], "copy what differs at this message"),
    KeyBinding(.unveil, [], in: [.compare], "show what comes after a question, too"),
    KeyBinding(.quit, ["q", .esc], in: [.compare], "back to the run", footer: "run"),
  ]
}
