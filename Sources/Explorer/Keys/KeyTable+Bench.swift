import CellUI

extension KeyTable {
  /// The token bench, and the ways to it.
  static let bench = ways + places + edits + presets

  private static let ways = [
    KeyBinding(
      .pasteToken, ["p"], in: [.library, .bench], "paste or type a token", footer: "paste token"),
    KeyBinding(.openFile, ["o"], in: [.library], "open a file: a saved run, a HAR, a scenario, tokens"),
    KeyBinding(.openFile, ["O"], in: [.bench], "open a file: a saved run, a HAR, a scenario, tokens"),
    KeyBinding(
      .sampleToken, [], in: [.library, .bench], "a sample that decodes and never verifies"),
    KeyBinding(.bench, ["t"], in: [.library], "back to the token on the bench"),
    KeyBinding(.bench, ["t"], in: [.run], "open this token on the bench"),
    KeyBinding(.quit, ["q"], in: [.bench], "back", footer: "back"),
  ]

  private static let places = [
    KeyBinding(.token, ["1"], in: [.bench], "the token's own text"),
    KeyBinding(.header, ["2"], in: [.bench], "its header"),
    KeyBinding(.claims, ["3"], in: [.bench], "its claims and signature"),
    KeyBinding(.policy, ["4"], in: [.bench], "what you ask of it: algorithms, key, times"),
    KeyBinding(.checks, ["5"], in: [.bench], "the checks, in their order"),
    KeyBinding(.nextPane, [.tab], in: [.bench], "to the next pane"),
    KeyBinding(.previousPane, [.backtab], in: [.bench], "to the pane before"),
    KeyBinding(.down, ["j", .down], in: [.bench], "down", footer: "down"),
    KeyBinding(.up, ["k", .up], in: [.bench], "up", footer: "up"),
    KeyBinding(.pageDown, [.pageDown, .ctrl("f")], in: [.bench], "a page down"),
    KeyBinding(.pageUp, [.pageUp, .ctrl("b")], in: [.bench], "a page up"),
    KeyBinding(
      .next, ["l", .right], in: [.bench], "in the raw text one character on; else the next pane"),
    KeyBinding(
      .back, ["h", .left], in: [.bench], "in the raw text one character back; else the pane before"
    ),
    KeyBinding(.restart, ["g", .home], in: [.bench], "to the first row"),
    KeyBinding(.end, ["G", .end], in: [.bench], "to the last row"),
    KeyBinding(.zoom, ["z"], in: [.bench], "the pane alone on the screen, and back"),
    KeyBinding(
      .otherView, ["v"], in: [.bench], "below the panes: why, what changed, three servers",
      footer: "view"),
    KeyBinding(.leave, [.esc], in: [.bench], "out of the zoom, or of the causes"),
    KeyBinding(.deeper, ["i"], in: [.bench], "explain more", footer: "more"),
    KeyBinding(.shallower, ["I"], in: [.bench], "explain less"),
    KeyBinding(
      .why, ["w"], in: [.bench], "try the usual causes of a refusal; again: back", footer: "why"),
    KeyBinding(.inside, ["o"], in: [.bench], "open the token inside this one"),
  ]

  private static let edits = [
    KeyBinding(
      .edit, ["e", .enter], in: [.bench], "edit what is selected, where it stands", footer: "edit"),
    KeyBinding(.toggle, [" "], in: [.bench], "switch a row of the policy"),
    KeyBinding(.addMember, ["a"], in: [.bench], "add a claim, or a member of the header"),
    KeyBinding(.removeMember, ["x", .delete], in: [.bench], "remove the selected member"),
    KeyBinding(.giveKey, ["K"], in: [.bench], "give a key: a file or a secret", footer: "key"),
    KeyBinding(.forgetKey, [], in: [.bench], "forget the key"),
    KeyBinding(.reveal, ["R"], in: [.bench], "show the secret, or hide it again"),
    KeyBinding(
      .sign, ["s"], in: [.bench], "sign with your key; nothing else ever signs", footer: "sign"),
    KeyBinding(.undo, ["u"], in: [.bench], "take the last change back", footer: "undo"),
    KeyBinding(
      .copy, ["y"], in: [.bench], "copy a claim, the token or the verdict", footer: "copy"),
  ]

  private static let presets = [
    KeyBinding(.editHeader, [], in: [.bench], "edit the header's raw JSON"),
    KeyBinding(.editPayload, [], in: [.bench], "edit the payload as it is"),
    KeyBinding(.editSignature, [], in: [.bench], "edit the signature's base64url"),
    KeyBinding(.editToken, [], in: [.bench], "edit the token's own text"),
    KeyBinding(.stripSignature, [], in: [.bench], "leave nothing after the last dot"),
    KeyBinding(.algorithmNone, [], in: [.bench], "alg none, and no signature"),
    KeyBinding(
      .swapAlgorithm, [], in: [.bench], "from a public-key algorithm to HS256, or to the next HMAC"),
    KeyBinding(.expire, [], in: [.bench], "put exp a minute before the clock"),
    KeyBinding(.extend, [], in: [.bench], "put exp an hour behind the clock"),
  ]
}
