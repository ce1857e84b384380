import CellUI

/// The one table of keys.
package struct KeyTable: Hashable, Sendable {
  let bindings: [KeyBinding]

  func command(for press: KeyPress, in context: KeyContext) -> Command? {
    bindings.first { $0.contexts.contains(context) && $0.keys.contains(press) }?.command
  }

  func bindings(in context: KeyContext) -> [KeyBinding] {
    bindings.filter { $0.contexts.contains(context) }
  }

  func binding(_ command: Command, in context: KeyContext) -> KeyBinding? {
    bindings.first { $0.command == command && $0.contexts.contains(context) }
  }

  /// The key that does something in a place, as sentences name it.
  func name(_ command: Command, in context: KeyContext) -> String {
    binding(command, in: context)?.keyName ?? ":\(command.name)"
  }

  package static let standard = KeyTable(
    bindings: walking + panes + whatIf + debug + comparing + matrix + library + bench + guide
      + lists + everywhere)

  private static let walking = [
    KeyBinding(
      .next, ["l", .right], in: [.run], "play one message; in the checks, one check",
      footer: "next"),
    KeyBinding(.back, ["h", .left], in: [.run], "one message back", footer: "back"),
    KeyBinding(
      .enter, [.enter], in: [.run], "into the server's checks; a value whole; answer a question",
      footer: "into"),
    KeyBinding(.leave, [.esc], in: [.run], "out of the checks; end the tour"),
    KeyBinding(
      .why, ["w"], in: [.run], "why: back to where the selected value or verdict comes from",
      footer: "why"),
    KeyBinding(.nextAttack, ["a"], in: [.run], "to the next thing an attacker does"),
    KeyBinding(.previousAttack, ["A"], in: [.run], "to the one before"),
    KeyBinding(.nextChange, ["c", "]"], in: [.run], "to the next change of a store"),
    KeyBinding(.previousChange, ["C", "["], in: [.run], "to the one before"),
    KeyBinding(
      .goTo, ["g"], in: [.run], "to a message by its number, or a step; empty: the start"),
    KeyBinding(
      .runTo, ["r"], in: [.run], "run to a party, URL, store, secret, or a check that fails",
      footer: "run to"),
    KeyBinding(.search, ["/"], in: [.run], "search all data of the run", footer: "search"),
    KeyBinding(.searchPane, [], in: [.run], "search what this pane shows, in the whole run"),
    KeyBinding(.nextHit, ["n"], in: [.run], "to the next place that the search has found"),
    KeyBinding(.previousHit, ["N"], in: [.run], "to the place before"),
    KeyBinding(.filter, ["f"], in: [.run], "show some messages: by party, kind or text"),
    KeyBinding(.end, ["G", .end], in: [.run], "to the end, or to the next question"),
    KeyBinding(.restart, [.home], in: [.run], "to the start"),
  ]

  private static let panes = [
    KeyBinding(
      .sequence, ["1"], in: [.run], "the sequence of messages", footer: nil),
    KeyBinding(.message, ["2"], in: [.run], "the message and the checks on it"),
    KeyBinding(.stores, ["3"], in: [.run], "what servers and clients hold"),
    KeyBinding(.token, ["4"], in: [.run], "the token in the message, decoded"),
    KeyBinding(.defences, ["5"], in: [.run], "the switches of the servers"),
    KeyBinding(.nextPane, [.tab], in: [.run], "to the next pane"),
    KeyBinding(.previousPane, [.backtab], in: [.run], "to the pane before"),
    KeyBinding(.zoom, ["z"], in: [.run], "the pane alone on the screen, and back"),
    KeyBinding(
      .otherView, ["v"], in: [.run], "the pane's other view: lanes or lines; bytes; all rows",
      footer: "view"),
    KeyBinding(
      .down, ["j", .down], in: [.run], "to the next value; in the sequence, one message on"),
    KeyBinding(
      .up, ["k", .up], in: [.run], "to the value before; in the sequence, one message back"),
    KeyBinding(.pageDown, [.pageDown, .ctrl("f")], in: [.run], "a page down"),
    KeyBinding(.pageUp, [.pageUp, .ctrl("b")], in: [.run], "a page up"),
    KeyBinding(.deeper, ["i"], in: [.run], "explain more", footer: "more"),
    KeyBinding(.shallower, ["I"], in: [.run], "explain less"),
  ]

  private static let whatIf = [
    KeyBinding(
      .toggle, [" "], in: [.run], "in the defences: switch one, a what-if; elsewhere as l",
      footer: "what-if"),
    KeyBinding(.undo, ["u"], in: [.run], "take the what-if back", footer: "undo"),
    KeyBinding(.branches, ["b"], in: [.run], "branches and worlds: go to another"),
    KeyBinding(.firstDifference, ["d"], in: [.run], "to the first message that differs"),
    KeyBinding(.unveil, [], in: [.run], "show the whole run at once"),
    KeyBinding(.mask, [], in: [.run], "secrets by their names, for others who look on; and back"),
    KeyBinding(.tour, [], in: [.run], "take the tour of the keys"),
    KeyBinding(
      .challenges, ["m"], in: [.run], "challenges: mend it or break it; a hint while one is played"),
  ]

  private static let library = [
    KeyBinding(.open, [.enter, "l", .right], in: [.library], "open", footer: "open"),
    KeyBinding(.down, ["j", .down], in: [.library], "down", footer: "down"),
    KeyBinding(.up, ["k", .up], in: [.library], "up", footer: "up"),
    KeyBinding(.pageDown, [.pageDown], in: [.library], "a page down"),
    KeyBinding(.pageUp, [.pageUp], in: [.library], "a page up"),
    KeyBinding(.restart, ["g", .home], in: [.library], "to the first row"),
    KeyBinding(.end, ["G", .end], in: [.library], "to the last row"),
    KeyBinding(.resume, ["c"], in: [.library], "continue where you were the last time"),
    KeyBinding(.search, ["/"], in: [.library], "find a lesson by its words", footer: "find"),
    KeyBinding(.leave, [.esc], in: [.library], "show all lessons again"),
    KeyBinding(.down, ["j", .down], in: [.help], "down", footer: "down"),
    KeyBinding(.up, ["k", .up], in: [.help], "up", footer: "up"),
    KeyBinding(.pageDown, [.pageDown, " "], in: [.help], "a page down", footer: "page"),
    KeyBinding(.pageUp, [.pageUp], in: [.help], "a page up"),
    KeyBinding(.leave, [.esc, "?"], in: [.help], "back", footer: "back"),
  ]

  private static let everywhere = [
    KeyBinding(
      .glossary, ["W"], in: [.run, .library, .bench, .guide, .compare, .matrix, .help],
      "what the words in sight mean"),
    KeyBinding(
      .exportProgress, [], in: [.library, .run], "write your progress into a file of its own"),
    KeyBinding(.copy, ["y"], in: [.run], "copy the selected value, or a verdict with its command"),
    KeyBinding(
      .palette, [":"], in: [.run, .library, .bench, .compare, .matrix], "every command by its name"),
    KeyBinding(
      .help, ["?"], in: [.run, .library, .bench, .compare, .matrix], "all keys", footer: "all keys"),
    KeyBinding(
      .redraw, [.ctrl("l")], in: [.run, .library, .bench, .help, .compare, .matrix],
      "draw everything anew"),
    KeyBinding(
      .suspend, [.ctrl("z")], in: [.run, .library, .bench, .help, .compare, .matrix],
      "to the shell; fg comes back"),
    KeyBinding(
      .mouse, [], in: [.run, .library, .bench, .guide, .compare, .matrix],
      "leave the mouse to the terminal, or take it back"),
    KeyBinding(.quit, ["q"], in: [.run], "to the library", footer: "library"),
    KeyBinding(.quit, ["q"], in: [.help], "back"),
    KeyBinding(.quit, ["q"], in: [.library], "quit", footer: "quit"),
    KeyBinding(
      .exit, [.ctrl("c")], in: [.run, .library, .bench, .help, .compare, .matrix],
      "leave the program"),
  ]
}
