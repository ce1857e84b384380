// Sentences about files of silences.
extension Problem {
  static func unknownRule(_ id: String, among known: [String]) -> Problem {
    let hint =
      Nearest.word(to: id, among: known).map { "did you mean \($0)?" }
      ?? "`authscope audit --rules` lists them all"
    return Problem("unknown-rule", "no rule is called \(Visible.text(id))", hint: hint)
  }
}
