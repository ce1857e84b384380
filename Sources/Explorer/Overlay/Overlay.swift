import CellUI

/// What lies over a screen and has the keys.
enum Overlay: Hashable, Sendable {
  case palette(PaletteState)
  case goTo(TextField)
  case branches(BranchesState)
  /// A path for a branch that is to be written into a file.
  case keep(KeepState)
  case exports(ExportState)
  /// What a run can be compared with, with the row under the cursor.
  case compareWith(Int)
  /// A saved run's path or a scenario's id.
  case compareSource(TextField)
  /// A line for the bench: a token, a path, a secret, raw text.
  case prompt(BenchPrompt)
  /// A short list of the bench's: tokens found, ways to give a key, what to copy.
  case choice(BenchChoice)
  case question(BenchQuestion)
  /// The way back from a value to where it comes from.
  case why(WhyState)
  case runTo(RunToState)
  case find(FindState)
  case filter(TextField)
  /// The editor of a message before it is sent.
  case tamper(TamperState)
  /// The lesson's challenges.
  case puzzles(PuzzleList)
  /// What the words in sight mean.
  case glossary(GlossaryState)
  /// A path for the reader's progress.
  case exportProgress(TextField)
  /// An attack or a defence of the matrix, by its name.
  case findInMatrix(MatrixFind)
  /// A value with nothing left out.
  case whole(WholeState)
}

/// Every command by its name, filtered as one types.
struct PaletteState: Hashable, Sendable {
  var field = TextField()
  var selected = 0

  /// The commands that the typed text fits: those that are called so before those that only
  /// mention it.
  func rows(_ bindings: [KeyBinding]) -> [KeyBinding] {
    let words = field.text.lowercased().split(separator: " ")
    var seen: Set<Command> = []
    let fitting = bindings.filter { binding in
      guard seen.insert(binding.command).inserted else { return false }
      let text = "\(binding.command.name) \(binding.help)".lowercased()
      return words.allSatisfy { text.contains($0) }
    }
    let named = fitting.filter { $0.command.name.hasPrefix(words.first ?? "") }
    let others = fitting.filter { !$0.command.name.hasPrefix(words.first ?? "") }
    return named + others
  }
}
