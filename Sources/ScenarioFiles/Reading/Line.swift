/// A scalar's text, taken word by word.
struct Line {
  struct Word {
    let text: String
    /// Its bytes in the text.
    let range: Range<Int>

    /// The word without its first bytes.
    func dropping(_ count: Int) -> Word {
      let rest = text.utf8.dropFirst(count)
      return Word(text: String(Substring(rest)), range: range.lowerBound + count..<range.upperBound)
    }

    /// The part before and the part behind the first such byte; nil when it has none.
    func split(at separator: Unicode.Scalar) -> (Word, Word)? {
      let byte = UInt8(ascii: separator)
      guard let index = text.utf8.firstIndex(of: byte) else { return nil }
      let head = String(text[..<index])
      let count = head.utf8.count
      let before = Word(text: head, range: range.lowerBound..<range.lowerBound + count)
      return (before, dropping(count + 1))
    }
  }

  let text: String
  /// Where it is written; nil for a text of the command line.
  let node: Node?
  private let words: [Word]
  private var position = 0

  init(_ text: String, node: Node? = nil) {
    self.text = text
    self.node = node
    words = Self.split(text)
  }

  var range: Range<Int> { 0..<text.utf8.count }

  var isAtEnd: Bool { position == words.count }

  var peek: Word? { isAtEnd ? nil : words[position] }

  var count: Int { words.count }

  mutating func next() -> Word? {
    guard let word = peek else { return nil }
    position += 1
    return word
  }

  /// Everything from the next word on, spaces inside kept.
  mutating func rest() -> Word? {
    guard let first = peek, let last = words.last else { return nil }
    position = words.count
    let range = first.range.lowerBound..<last.range.upperBound
    let bytes = text.utf8.dropFirst(range.lowerBound).prefix(range.count)
    return Word(text: String(Substring(bytes)), range: range)
  }

  private static func split(_ text: String) -> [Word] {
    var words: [Word] = []
    var bytes: [UInt8] = []
    var start = 0
    for (index, byte) in text.utf8.enumerated() {
      if byte != 32, byte != 10, byte != 9 {
        if bytes.isEmpty { start = index }
        bytes.append(byte)
      } else if !bytes.isEmpty {
        words.append(Word(text: String(decoding: bytes, as: UTF8.self), range: start..<index))
        bytes = []
      }
    }
    if !bytes.isEmpty {
      let end = start + bytes.count
      words.append(Word(text: String(decoding: bytes, as: UTF8.self), range: start..<end))
    }
    return words
  }
}
