/// Names that a scenario gives: a letter, then letters, digits, hyphens and underscores.
enum Identifier {
  static func allows(_ character: Character) -> Bool {
    character == "-" || character == "_" || (character.isASCII && character.isLetter)
      || (character.isASCII && character.isNumber)
  }

  static func isValid(_ text: String) -> Bool {
    guard let first = text.first, first.isASCII, first.isLetter else { return false }
    return text.allSatisfy(allows)
  }

  /// A scenario's id: `group/name`, or `name` alone.
  static func isScenarioID(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count <= 2 && parts.allSatisfy { isValid(String($0)) }
  }

  static func check(_ key: Node.Key, _ what: String, _ reading: Reading) -> Bool {
    if isValid(key.text) { return true }
    reading.say(.badName(key.text, what), key.range)
    return false
  }
}

extension Codec where Value == String {
  /// A new name.
  static func name(_ what: String) -> Codec {
    .line("a name") { line, _ throws(Misread) in
      guard Identifier.isValid(line.text) else {
        throw Misread(.badName(line.text, what), line.range)
      }
      return line.text
    }
  }

  /// A name that the scenario declares elsewhere.
  static func known(
    _ what: String, _ names: @escaping @Sendable (Reading) -> [String]
  ) -> Codec {
    .line("the name of a \(what)") { line, reading throws(Misread) in
      let known = names(reading)
      guard known.contains(line.text) else {
        throw Misread(.unknownName(line.text, what, among: known), line.range)
      }
      return line.text
    }
  }
}
