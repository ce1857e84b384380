import CellUI

extension KeyTable {
  /// Lists that lie over a screen; a field that is typed in has the keys of fields.
  static let lists = [
    KeyBinding(.enter, [.enter, "l"], in: [.list], "choose the row", footer: "choose"),
    KeyBinding(.leave, [.esc, "q", .ctrl("c")], in: [.list], "close the list", footer: "close"),
    KeyBinding(.down, ["j", .down, .tab], in: [.list], "down"),
    KeyBinding(.up, ["k", .up, .backtab], in: [.list], "up"),
    KeyBinding(.pageDown, [.pageDown, .ctrl("f")], in: [.list], "ten rows down"),
    KeyBinding(.pageUp, [.pageUp, .ctrl("b")], in: [.list], "ten rows up"),
    KeyBinding(.restart, ["g", .home], in: [.list], "to the first row"),
    KeyBinding(.end, ["G", .end], in: [.list], "to the last row"),
    KeyBinding(.copy, ["y"], in: [.list], "copy what the list says"),
  ]
}
