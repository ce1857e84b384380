// Sentences about courses.
extension Problem {
  static func needsLater(_ lesson: String, _ needed: String) -> Problem {
    Problem(
      "order",
      "\(Visible.text(lesson)) needs \(Visible.text(needed)), which does not come before it",
      hint: "move \(Visible.text(needed)) up")
  }

  static func knownWord(_ word: String, lesson: String) -> Problem {
    Problem(
      "known-word", "\(Visible.text(word)) is used first in \(Visible.text(lesson)) already",
      hint: "name it there only")
  }
}
