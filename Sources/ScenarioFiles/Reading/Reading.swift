import Simulation
import Trace

/// What reading a file needs at hand: the names, the words, and where to say what is wrong.
final class Reading {
  let vocabulary: Vocabulary
  let report: Report
  var names = Names()
  /// The file that is being read; an included one for a while.
  var file: SourceFile
  /// The index in `names.steps` of the step that is being read.
  var step: Int?
  /// The indices in `names.steps`, by the byte that a step begins at.
  var stepsByOffset: [Int: Int] = [:]
  /// The captures that something uses.
  var used: Set<String> = []

  init(_ file: SourceFile, vocabulary: Vocabulary, report: Report) {
    self.file = file
    self.vocabulary = vocabulary
    self.report = report
  }

  func say(_ problem: Problem, _ range: Range<Int>) {
    // What an unreadable include may declare is not called unknown.
    if names.areIncomplete, problem.isAboutWorldName { return }
    report.say(problem, range, in: file)
  }

  func say(_ problem: Problem, _ node: Node) {
    if !node.isRefused { say(problem, node.headline) }
  }

  /// A mistake inside a scalar's text, at the word that it is about.
  func say(_ misread: Misread, in node: Node) {
    say(misread.problem, ScalarPlaces.range(of: misread.range, in: node, of: file))
  }

  /// The same inside a key.
  func say(_ misread: Misread, in key: Node.Key) {
    let scalar = Node.Scalar(text: key.text, style: key.style)
    say(misread, in: Node(content: .scalar(scalar), range: key.range, isFlow: false))
  }

  /// What the body makes; nil when it throws, which is told.
  func attempt<Value>(in node: Node, _ body: () throws(Misread) -> Value) -> Value? {
    do throws(Misread) {
      return try body()
    } catch {
      say(error, in: node)
      return nil
    }
  }

  func place(of node: Node) -> SourcePlace {
    let (line, column) = file.position(of: node.headline.lowerBound)
    return SourcePlace(file: file.name, line: line, column: column)
  }
}

/// A mistake in a text of one line, at a range of its bytes.
struct Misread: Error {
  let problem: Problem
  let range: Range<Int>

  init(_ problem: Problem, _ range: Range<Int>) {
    self.problem = problem
    self.range = range
  }
}
