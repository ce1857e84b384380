// libyaml's complaints, said again for people who do not know its grammar.
extension Problem {
  static func syntax(libyaml words: String) -> Problem {
    let known = syntaxWords[words]
    return Problem(
      "yaml", known?.message ?? "this is no YAML: \(Visible.text(words))", hint: known?.hint)
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
      ("a list in brackets is not closed", "add a comma or the closing bracket"),
    "did not find expected ',' or '}'":
      ("a mapping in braces is not closed", "add a comma or the closing brace"),
    "did not find expected node content":
      ("a value is missing here", "write one, or an empty pair of quotes"),
    "could not find expected ':'":
      ("a key without its colon", "write key: value, with a space after the colon"),
    "found unexpected end of stream":
      ("the file ends inside quotes", "close the quotes"),
    "found unexpected document indicator":
      ("--- or ... inside quotes", "close the quotes"),
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
    "Maximum nesting level reached, set with yaml_set_max_nest_level())":
      (Problem.tooDeep.message, "is it a scenario?"),
  ]

  private static let tab = (message: "a tab indents this line", hint: "indent with spaces")
}
