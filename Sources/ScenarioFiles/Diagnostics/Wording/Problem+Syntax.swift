// libyaml's complaints, said again for people who do not know its grammar.
extension Problem {
  static func syntax(libyaml words: String, isTab: Bool, begunOnLine line: Int) -> Problem {
    if words.hasPrefix("Maximum nesting level") { return .tooDeep }
    let known = isTab ? tab : syntaxWords[words]
    let message = known?.message ?? "this is no YAML: \(Visible.text(words))"
    return Problem("yaml", message.replacing("LINE", with: "\(line)"), hint: known?.hint)
  }

  private static let inQuotes = "put the text in quotes"

  private static let syntaxWords: [String: (message: String, hint: String)] = [
    "mapping values are not allowed in this context":
      ("a colon and a space inside plain text, or a key at a wrong indentation", inQuotes),
    "did not find expected key":
      (
        "this line is indented neither as the keys above it nor as their values",
        "align it with the key that it belongs beside"
      ),
    "did not find expected '-' indicator":
      (
        "this line belongs to the list above it but begins with no dash",
        "begin it with a dash, or align it with the key of the list"
      ),
    "block sequence entries are not allowed in this context":
      ("a list begins where text stands already", "put the list on lines of its own"),
    "did not find expected ',' or ']'":
      (
        "the list in brackets that begins on line LINE does not go on like this",
        "add a comma or the closing bracket, or put text with a colon in quotes"
      ),
    "did not find expected ',' or '}'":
      (
        "the mapping in braces that begins on line LINE does not go on like this",
        "add a comma or the closing brace, or put text with a comma in quotes"
      ),
    "did not find expected node content":
      ("a value is missing here", "write one, or an empty pair of quotes"),
    "could not find expected ':'":
      ("a key without its colon", "write key: value, with a space after the colon"),
    "found unexpected end of stream":
      ("the file ends inside the quotes that begin on line LINE", "close the quotes"),
    "found unexpected document indicator":
      ("--- or ... inside the quotes that begin on line LINE", "close the quotes"),
    "found unexpected ':'":
      ("a colon inside plain text in braces or brackets", inQuotes),
    "found character that cannot start any token":
      ("plain text cannot begin with this character (a tab, @, %, or a backtick)", inQuotes),
    "found a tab character that violates indentation": tab,
    "found a tab character where an indentation space is expected": tab,
    "found unknown escape character":
      ("no escape of that letter in double quotes", #"write \\ for a backslash"#),
    "found invalid Unicode character escape code":
      ("this escape names no character", "use a code point up to 10FFFF that is no surrogate"),
    "did not find expected hexdecimal number":
      ("an escape lacks its hexadecimal digits", #"write \x41, \u0041 or \U00000041"#),
    "did not find expected alphabetic or numeric character":
      ("& and * begin an anchor or an alias, which are not part of the language", inQuotes),
    "did not find expected comment or line break":
      (
        "text stands behind > or |, which begin a text of several lines",
        "begin the text on the next line, or put it in quotes"
      ),
    "found undefined tag handle":
      ("tags are not part of the language", inQuotes),
    "mapping keys are not allowed in this context":
      ("a question mark and a space begin a key, which is not needed here", inQuotes),
    "did not find expected <document start>":
      (
        "the file goes on after its end, or a directive stands in it",
        "a scenario is one mapping from its first line to its last"
      ),
  ]

  private static let tab = (message: "a tab indents this line", hint: "indent with spaces")
}
