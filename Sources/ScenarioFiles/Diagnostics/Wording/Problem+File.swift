// Sentences about a file as a whole, before its content is understood.
extension Problem {
  static func tooLarge(bytes: Int) -> Problem {
    Problem(
      "too-large", "the file has \(bytes) bytes, a scenario file has 1048576 (1 MiB) at most",
      hint: "is it a scenario?")
  }

  static func notUTF8(byte: UInt8) -> Problem {
    let hex = String(byte, radix: 16, uppercase: true)
    return Problem(
      "not-utf8", "the byte 0x\(hex.count < 2 ? "0" : "")\(hex) is no UTF-8 here",
      hint: "save the file as UTF-8")
  }

  static func controlCharacter(_ scalar: Unicode.Scalar) -> Problem {
    Problem(
      "control-character", "a control character, \(Visible.code(scalar)), is not allowed in a file",
      hint: #"remove it, or write it as an escape in double quotes: "\u001b""#)
  }

  static let emptyFile = Problem(
    "empty-file", "the file is empty", hint: "authscope new writes a scenario to start from")

  static let severalDocuments = Problem(
    "documents", "a second document begins here, a file holds one",
    hint: "put it into a file of its own")

  static let directive = Problem(
    "directive", "directives (%YAML, %TAG) are not part of the language", hint: "remove the line")

  static func anchor(_ name: String) -> Problem {
    Problem(
      "anchor", "anchors are not part of the language: &\(Visible.text(name))",
      hint: "write the value where it is needed, or put the text in quotes")
  }

  static func alias(_ name: String) -> Problem {
    Problem(
      "alias", "aliases are not part of the language: *\(Visible.text(name))",
      hint: "write the value out, or put the text in quotes")
  }

  static func tag(_ name: String) -> Problem {
    Problem(
      "tag",
      "tags are not part of the language: "
        + Visible.text(name.replacing("tag:yaml.org,2002:", with: "!!")),
      hint: "each key has one type of value already; remove the tag, or put the text in quotes")
  }

  static let tooDeep = Problem(
    "too-deep", "more than 32 lists and mappings inside one another", hint: "is it a scenario?")

  static let tooManyValues = Problem(
    "too-many-values", "more than 50000 values and keys in one file", hint: "is it a scenario?")

  static func tooMany(_ what: String, _ count: Int) -> Problem {
    Problem(
      "too-many", "\(count) \(what), a scenario has 1000 at most",
      hint: what == "steps" ? "repeat: plays steps again" : nil)
  }

  static func duplicateKey(_ key: String, firstLine: Int) -> Problem {
    Problem(
      "duplicate-key", "\(Visible.text(key)) stands here twice, first on line \(firstLine)",
      hint: "keep one of them")
  }

  static func keyNotText(kind: String) -> Problem {
    Problem("key", "a key is text, found \(kind)")
  }

  static let formatChangesMeaning = Problem(
    "format-refused", "formatting would change what the file says, so it is left as it is",
    hint: "please report the file; it shows a fault of authscope")

  static func tooManyProblems(_ count: Int) -> Problem {
    Problem("too-many-problems", "\(count) more problems are not shown")
  }

  static func newerFormat(_ format: Int) -> Problem {
    Problem(
      "newer-format", "the file is written in format \(format), this program reads format 1",
      hint: "get authscope \(format).0 or later; each release reads the format of its number")
  }

  static func noFormat(_ text: String) -> Problem {
    Problem(
      "format", "\(Visible.text(text)) is no format of the language",
      hint: "the first line is: authscope: 1")
  }

  static let missingFormat = Problem(
    "format", "the file does not begin with its format", hint: "the first line is: authscope: 1")
}
