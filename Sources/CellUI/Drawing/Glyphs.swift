/// The characters of the frame around the content: lines, arrows, ticks.
///
/// No emoji, and nothing that a terminal may draw as one: those are of uncertain width.
/// The ASCII set is for terminals and locales that are not UTF-8, and for `--ascii`.
package struct Glyphs: Hashable, Sendable {
  package let repertoire: Repertoire
  package let horizontal, vertical, dashed: Character
  package let topLeft, topRight, bottomLeft, bottomRight: Character
  package let teeLeft, teeRight, teeDown, teeUp, cross: Character
  package let arrowRight, arrowLeft, arrowUp, arrowDown: Character
  package let ellipsis: String
  package let marker, bullet, tick, crossMark, attack, prize, change: Character
  package let boxOn, boxOff: String
  package let folded, unfolded: Character
  package let gaugeFull, gaugeEmpty: Character
  package let step, future, branch: Character

  package static let unicode = Glyphs(
    repertoire: .unicode, horizontal: "─", vertical: "│", dashed: "┄",
    topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
    teeLeft: "┤", teeRight: "├", teeDown: "┬", teeUp: "┴", cross: "┼",
    arrowRight: "►", arrowLeft: "◄", arrowUp: "▲", arrowDown: "▼", ellipsis: "…",
    marker: "►", bullet: "•", tick: "✓", crossMark: "✗", attack: "!", prize: "$", change: "*",
    boxOn: "[×]", boxOff: "[ ]", folded: "►", unfolded: "▼",
    gaugeFull: "█", gaugeEmpty: "░", step: "●", future: "·", branch: "├")

  package static let ascii = Glyphs(
    repertoire: .ascii, horizontal: "-", vertical: "|", dashed: ".",
    topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
    teeLeft: "+", teeRight: "+", teeDown: "+", teeUp: "+", cross: "+",
    arrowRight: ">", arrowLeft: "<", arrowUp: "^", arrowDown: "v", ellipsis: "..",
    marker: ">", bullet: "*", tick: "o", crossMark: "x", attack: "!", prize: "$", change: "*",
    boxOn: "[x]", boxOff: "[ ]", folded: ">", unfolded: "v",
    gaugeFull: "#", gaugeEmpty: ".", step: "o", future: ".", branch: "+")

  package static func of(_ repertoire: Repertoire) -> Glyphs {
    switch repertoire {
    case .unicode: unicode
    case .ascii: ascii
    }
  }
}
