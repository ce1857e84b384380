/// A line of text that is being edited: the text, and the cursor before one of its characters.
package struct TextField: Hashable, Sendable {
  package private(set) var characters: [Character]
  /// From 0 to the count of characters.
  package private(set) var cursor: Int

  package init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }

  package mutating func insert(_ text: String) {
    // Joined as strings, because a mark joins the character before it.
    let before = String(characters[..<cursor]) + text
    characters = Array(before + String(characters[cursor...]))
    cursor = min(before.count, characters.count)
  }

  /// Applies an editing key; false if it means nothing in a field, so that the screen may use it.
  package mutating func handle(_ press: KeyPress) -> Bool {
    if press.modifiers.contains(.alt) || press.modifiers.contains(.control) {
      return handleWordKey(press.key)
    }
    switch press.key {
    case .char(let character): insert(String(character))
    case .backspace, .ctrl("h"): remove(max(0, cursor - 1)..<cursor)
    case .delete, .ctrl("d"): remove(cursor..<min(characters.count, cursor + 1))
    case .left, .ctrl("b"): cursor = max(0, cursor - 1)
    case .right, .ctrl("f"): cursor = min(characters.count, cursor + 1)
    case .home, .ctrl("a"): cursor = 0
    case .end, .ctrl("e"): cursor = characters.count
    case .ctrl("w"): remove(wordStart..<cursor)
    case .ctrl("u"): remove(0..<cursor)
    case .ctrl("k"): remove(cursor..<characters.count)
    case .ctrl, .enter, .esc, .tab, .backtab, .insert, .up, .down, .pageUp, .pageDown, .function:
      return false
    }
    return true
  }

  private mutating func handleWordKey(_ key: Key) -> Bool {
    switch key {
    case .left, .char("b"): cursor = wordStart
    case .right, .char("f"): cursor = wordEnd
    case .backspace: remove(wordStart..<cursor)
    case .delete, .char("d"): remove(cursor..<wordEnd)
    case .char, .ctrl, .enter, .esc, .tab, .backtab, .insert, .up, .down, .home, .end, .pageUp,
      .pageDown, .function:
      return false
    }
    return true
  }

  private mutating func remove(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  /// Where the word to the left of the cursor begins.
  private var wordStart: Int {
    var index = cursor
    while index > 0, !Self.isWord(characters[index - 1]) { index -= 1 }
    while index > 0, Self.isWord(characters[index - 1]) { index -= 1 }
    return index
  }

  /// Where the word to the right of the cursor ends.
  private var wordEnd: Int {
    var index = cursor
    while index < characters.count, !Self.isWord(characters[index]) { index += 1 }
    while index < characters.count, Self.isWord(characters[index]) { index += 1 }
    return index
  }
}
