import ArgumentParser
import Guide

/// `authscope decide`: which mechanism fits, by a few questions.
struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Which mechanism fits: a few questions, and the reasons.",
    discussion: """
      Answers given as words are taken; what is left is asked, where there is somebody to ask. \
      Without a terminal the next question is printed, and the exit code is 1 as long as one is \
      open. Example: authscope decide accounts=here callers=pages
      """)

  @Argument(help: "Answers: QUESTION=ANSWER, in the order of the questions.")
  var answers: [String] = []

  @Flag(help: "Print every question, answer and advice instead.")
  var all = false

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    if all {
      Output.line(json ? DecisionReport.tree.prettyText(indent: 2) : DecisionReport.treeText)
      return
    }
    var path = DecisionPath()
    for answer in answers { try take(answer, &path) }
    if !json, path.question != nil, FileSystem.isInputTerminal, Output.isTerminal {
      guard ask(&path) else { throw ExitCodes.failed }
    }
    Output.line(
      json ? DecisionReport.json(path).prettyText(indent: 2) : DecisionReport.text(path))
    if path.advice == nil { throw ExitCodes.failed }
  }

  private func take(_ text: String, _ path: inout DecisionPath) throws(Failure) {
    guard let question = path.question else {
      throw Failure("\(text): everything is answered already; leave it out.")
    }
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, parts[0] == question.id else {
      throw Failure(
        "\(text): the question that comes now is \(question.id): \(question.ask) Answer "
          + "\(Self.choices(question)).")
    }
    guard path.answer(parts[1]) else {
      throw Failure("\(text): there is no such answer. Answer \(Self.choices(question)).")
    }
  }

  private static func choices(_ question: DecisionQuestion) -> String {
    question.answers.map { "\(question.id)=\($0.word)" }.joined(separator: ", ")
  }

  /// Asks until the answers lead somewhere; false when the input ends first.
  private func ask(_ path: inout DecisionPath) -> Bool {
    while let question = path.question {
      Output.line(DecisionReport.asked(question))
      Output.write("> ", to: 1)
      guard let line = readLine() else { return false }
      let word = InputText.trimmed(line)
      let chosen = Int(word).flatMap { number in
        question.answers.indices.contains(number - 1) ? question.answers[number - 1].word : nil
      }
      if path.answer(chosen ?? word) {
        Output.line("  \(path.choices.last?.answer.because ?? "")\n")
      } else {
        Output.line("  A number from 1 to \(question.answers.count), or the word beside it.\n")
      }
    }
    return true
  }
}
