/// What is laid over a role without changing what it means: selected, lit, bold.
package struct Emphasis: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The selection bar: foreground and background change places.
  package static let selected = Emphasis(rawValue: 1)
  /// Lit: the same value, shown elsewhere, is under the selection.
  package static let underlined = Emphasis(rawValue: 2)
  package static let bold = Emphasis(rawValue: 4)

  /// One letter for the dump of a frame's emphasis: the sum as a digit, a blank for none.
  package var letter: Character {
    let letters: [Character] = [" ", "s", "u", "x", "b", "y", "v", "z"]
    return letters[Int(rawValue & 7)]
  }
}
