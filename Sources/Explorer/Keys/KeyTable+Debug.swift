import CellUI

extension KeyTable {
  /// What a debugger of messages does: changing them, sending others, running to a place.
  static let debug = changing + editor + keeping

  private static let changing = [
    KeyBinding(
      .tamper, ["e"], in: [.run], "change the message before it is sent: a what-if",
      footer: "tamper"),
    KeyBinding(.ownRequest, ["o"], in: [.run], "send a request of your own, at any place"),
    KeyBinding(.dropMessage, [], in: [.run], "what if this message never arrived?"),
    KeyBinding(.repeatMessage, [], in: [.run], "what if this message were sent twice?"),
    KeyBinding(
      .toggleHere, ["s"], in: [.run], "in the defences: switch one from this step on",
      footer: "from here on"),
  ]

  private static let keeping = [
    KeyBinding(.nameBranch, ["n"], in: [.chooser], "give the branch a name", footer: "name"),
    KeyBinding(
      .keepVariant, ["v"], in: [.chooser], "keep it as a variant, in a new scenario file",
      footer: "keep as variant"),
    KeyBinding(.keepRun, ["s"], in: [.chooser], "save the run", footer: "save the run"),
    KeyBinding(
      .deleteBranch, ["x", .delete], in: [.chooser], "delete the branch, after a y",
      footer: "delete"),
    KeyBinding(.nameBranch, [], in: [.run], "give this branch a name"),
    KeyBinding(.keepVariant, [], in: [.run], "keep this branch as a variant, in a new file"),
    KeyBinding(.keepRun, [], in: [.run], "save this run, to be played again"),
    KeyBinding(.export, ["E"], in: [.run], "write this run for others"),
  ]

  private static let editor = [
    KeyBinding(.send, [.enter], in: [.tamper], "send it: a what-if beside the run", footer: "send"),
    KeyBinding(.edit, ["e"], in: [.tamper], "edit the selected part", footer: "edit"),
    KeyBinding(
      .nextPane, [.tab], in: [.tamper], "from the request to its answer, and back"),
    KeyBinding(.presets, ["p"], in: [.tamper], "changes that are often made", footer: "presets"),
    KeyBinding(
      .algorithmNone, ["n"], in: [.tamper], "the token: alg none, no signature", footer: "alg none"),
    KeyBinding(
      .stripSignature, ["s"], in: [.tamper], "the token: strip the signature",
      footer: "strip signature"),
    KeyBinding(
      .addMember, ["a"], in: [.tamper], "add a header, cookie, field or claim beside the row",
      footer: "add"),
    KeyBinding(
      .removeMember, ["x", .delete], in: [.tamper], "remove the selected part", footer: "remove"),
    KeyBinding(.undo, ["u"], in: [.tamper], "take the last change back", footer: "undo"),
    KeyBinding(.dropMessage, ["d"], in: [.tamper], "drop the message; again: send it"),
    KeyBinding(.repeatMessage, ["t"], in: [.tamper], "send it twice; again: once"),
    KeyBinding(.down, ["j", .down], in: [.tamper], "down"),
    KeyBinding(.up, ["k", .up], in: [.tamper], "up"),
    KeyBinding(.pageDown, [.pageDown, .ctrl("f")], in: [.tamper], "ten rows down"),
    KeyBinding(.pageUp, [.pageUp, .ctrl("b")], in: [.tamper], "ten rows up"),
    KeyBinding(.restart, ["g", .home], in: [.tamper], "to the first row"),
    KeyBinding(.end, ["G", .end], in: [.tamper], "to the last row"),
    KeyBinding(
      .leave, [.esc, "q", .ctrl("c")], in: [.tamper], "leave; nothing is sent", footer: "leave"),
  ]
}
