/// `authscope: 1`, the first key of every file: the number of the language's format.
enum Format {
  static let current = 1

  /// What stands against reading the file; nothing more can be said of it then.
  enum Obstacle: Equatable {
    case noMapping
    case newer(Int)
  }

  /// Without its first line a file is read all the same, to tell everything at once.
  static func check(_ root: Node, _ reading: Reading) -> Obstacle? {
    guard let entries = root.entries else {
      reading.say(root.isNull ? .emptyFile : .expected("a mapping", found: root.kind), root)
      return .noMapping
    }
    guard let first = entries.first, first.key.text == "authscope" else {
      reading.say(.missingFormat, entries.first?.key.range ?? root.range)
      return nil
    }
    guard let text = first.value.text, let number = Int(text), number > 0 else {
      reading.say(.noFormat(first.value.text ?? first.value.kind), first.value)
      return nil
    }
    guard number <= current else {
      reading.say(.newerFormat(number), first.value)
      return .newer(number)
    }
    return nil
  }
}

extension Property {
  /// Judged by `Format` before anything else.
  static var format: Property {
    .optional("authscope", Codec<Int>(.integer(1...1)) { _, _ in 1 }, "the format of the language")
    {
      _, _ in
    }
  }
}
