import Testing

@testable import ScenarioFiles

@Suite struct SyntaxSentences {
  @Test(arguments: slips)
  func `a mistake in the YAML is told at its word`(slip: Slip) {
    #expect(slip.told == slip.says)
  }

  static let slips: [Slip] = [
    Slip(
      Samples.logout, [("title: Logging out", "title: Logging: out")],
      [
        "3:15 yaml: a colon and a space inside plain text, or a key at a wrong indentation; put the text in quotes"
      ]),
    Slip(
      Samples.logout, [("seed: 7", "seed: 7\n  foo: 3")],
      [
        "6:6 yaml: a colon and a space inside plain text, or a key at a wrong indentation; put the text in quotes"
      ]),
    Slip(
      Samples.logout, [("  stores: {", "   stores: {")],
      [
        "9:4 yaml: this line is indented neither as the keys above it nor as their values; align it with the key that it belongs beside"
      ]),
    Slip(
      Samples.logout, [("shows: [S1, S5, S7]", "shows: [S1, S5, S7")],
      [
        "5:5 yaml: the list in brackets that begins on line 4 does not go on like this; add a comma or the closing bracket, or put text with a colon in quotes"
      ]),
    Slip(
      Samples.logout,
      [("stores: { sessions: { shared: true } }", "stores: { sessions: { shared: true }")],
      [
        "10:3 yaml: the mapping in braces that begins on line 9 does not go on like this; add a comma or the closing brace, or put text with a comma in quotes"
      ]),
    Slip(
      Samples.logout, [("title: Logging out", "title: \"Logging out")],
      ["51:1 yaml: the file ends inside the quotes that begin on line 3; close the quotes"]),
    Slip(
      Samples.logout, [("title: Logging out", "title: @Logging out")],
      [
        "3:8 yaml: plain text cannot begin with this character (a tab, @, %, or a backtick); put the text in quotes"
      ]),
    Slip(
      Samples.logout, [("title: Logging out", "title: `Logging out")],
      [
        "3:8 yaml: plain text cannot begin with this character (a tab, @, %, or a backtick); put the text in quotes"
      ]),
    Slip(
      Samples.logout, [("seed: 7", "\tseed: 7")],
      ["5:1 yaml: a tab indents this line; indent with spaces"]),
    Slip(
      Samples.logout, [("seed: 7", "seed: &n 7")],
      [
        "5:7 anchor: anchors are not part of the language: &n; write the value where it is needed, or put the text in quotes"
      ]),
    Slip(
      Samples.logout, [("seed: 7", "seed: *n")],
      [
        "5:7 alias: aliases are not part of the language: *n; write the value out, or put the text in quotes"
      ]),
    Slip(
      Samples.logout, [("seed: 7", "seed: !!int 7")],
      [
        "5:7 tag: tags are not part of the language: !!int; each key has one type of value already; remove the tag, or put the text in quotes"
      ]),
    Slip(
      Samples.logout, [("seed: 7", "seed: & 7")],
      [
        "5:8 yaml: & and * begin an anchor or an alias, which are not part of the language; put the text in quotes"
      ]),
    Slip(
      Samples.logout, [("title: Logging out", "title: > Logging out")],
      [
        "3:10 yaml: text stands behind > or |, which begin a text of several lines; begin the text on the next line, or put it in quotes"
      ]),
    Slip(
      Samples.logout, [("title: Logging out must end the session on the server", "title: \"\\q\"")],
      ["3:9 yaml: no escape of that letter in double quotes; write \\\\ for a backslash"]),
    Slip(
      Samples.logout,
      [("title: Logging out must end the session on the server", "title: \"\\x4\"")],
      ["3:11 yaml: an escape lacks its hexadecimal digits; write \\x41, \\u0041 or \\U00000041"]),
    Slip(
      Samples.logout, [("seed: 7", "seed: 7\nseed: 8\nseed: 9")],
      [
        "6:1 duplicate-key: seed stands here twice, first on line 5; keep one of them",
        "7:1 duplicate-key: seed stands here twice, first on line 5; keep one of them",
      ]),
    Slip(
      Samples.logout, [("seed: 7", "seed: 7\n---\nseed: 8")],
      [
        "6:1 documents: a second document begins here, a file holds one; put it into a file of its own"
      ]),
    Slip(
      Samples.logout, [("seed: 7", "seed")],
      ["6:1 yaml: a key without its colon; write key: value, with a space after the colon"]),
    Slip(
      Samples.logout, [("seed: 7", "seed: - 7")],
      ["5:7 yaml: a list begins where text stands already; put the list on lines of its own"]),
    Slip(
      Samples.logout, [("seed: 7", "? seed : 7")],
      ["5:3 key: a key is text, found a mapping"]),
    Slip(
      Samples.logout, [("seed: 7", "[a]: 7")],
      ["5:1 key: a key is text, found a list"]),
    Slip(
      Samples.logout, [("authscope: 1\n", "%YAML 1.1\n---\nauthscope: 1\n")],
      ["1:1 directive: directives (%YAML, %TAG) are not part of the language; remove the line"]),
    Slip(
      Samples.logout, [("seed: 7", "seed: !x!y 7")],
      ["5:7 yaml: tags are not part of the language; put the text in quotes"]),
    Slip(
      Samples.logout, [("steps:\n  - id: login", "steps:\n  - id: login\n  x")],
      ["17:12 yaml: a key without its colon; write key: value, with a space after the colon"]),
    Slip(
      Samples.logout, [("title: Logging out", "title: \"a\n---\nb\" Logging out")],
      ["4:1 yaml: --- or ... inside the quotes that begin on line 3; close the quotes"]),
    Slip(
      Samples.logout, [("shows: [S1, S5, S7]", "shows: [S1, a: b: c]")],
      [
        "4:17 yaml: the list in brackets that begins on line 4 does not go on like this; add a comma or the closing bracket, or put text with a colon in quotes"
      ]),
    Slip(
      Samples.logout, [("seed: 7", "seed: \u{7} 7")],
      [
        "5:7 control-character: a control character, U+0007, is not allowed in a file; remove it, or write it as an escape in double quotes: \"\\u001b\""
      ]),
    Slip(
      Samples.logout,
      [("hints:\n      - Who", "hints:\n      - Why?\n      because: 1\n      - Who")],
      [
        "33:7 yaml: this line belongs to the list above it but begins with no dash; begin it with a dash, or align it with the key of the list"
      ]),
    Slip(
      Samples.logout, [("shows: [S1, S5, S7]", "shows: [a:, S1]")],
      ["4:10 yaml: a colon inside plain text in braces or brackets; put the text in quotes"]),
    Slip(
      Samples.logout,
      [("title: Logging out must end the session on the server", "title: \"\\ud800\"")],
      [
        "3:11 yaml: this escape names no character; use a code point up to 10FFFF that is no surrogate"
      ]),
    Slip(
      Samples.logout, [("seed: 7", "seed: ? 7")],
      [
        "5:7 yaml: a question mark and a space begin a key, which is not needed here; put the text in quotes"
      ]),
    Slip(
      Samples.logout, [("seed: 7", "seed: 7\n...\nid: x")],
      [
        "7:1 yaml: the file goes on after its end, or a directive stands in it; a scenario is one mapping from its first line to its last"
      ]),
    Slip(
      Samples.logout, [("seed: 7", "seed: 7\n...\n%FOO x\nid: x")],
      ["7:5 yaml: this is no YAML: found unknown directive name"]),
  ]
}
