import Simulation
import Trace

extension VerbGrammar {
  private struct Draft {
    var subject: Subject?
    var ask = ""
    var choices: [Question.Choice] = []
    var hints: [String] = []
  }

  static let predict = VerbGrammar(
    .predict,
    Table<Draft>([
      .required("predict", .prediction, "STEP.SUBJECT of a later step, as in replay.status") {
        $0.subject = $1
      },
      .required("ask", .prose, "the question") { $0.ask = $1 },
      .required("choices", .choices, "the values that it may have, each in words") {
        $0.choices = $1
      },
      .optional("hints", .oneOrList(.prose), "help, one rung after the other") { $0.hints = $1 },
    ]),
    { Draft() }
  ) { draft, node, reading in
    guard let subject = draft.subject else { return nil }
    let areValues = check(node["choices"], of: subject, reading)
    let predict = PredictStep(
      subject: subject, ask: draft.ask, choices: draft.choices, hints: draft.hints)
    return areValues ? .predict(predict) : nil
  }

  /// A choice that can never come true is a slip.
  private static func check(_ choices: Node?, of subject: Subject, _ reading: Reading) -> Bool {
    let parser = PredicateParser(
      names: reading.names, vocabulary: reading.vocabulary, standing: .anywhere)
    var areValues = true
    for entry in choices?.entries ?? [] {
      let word = Line.Word(text: entry.key.text, range: 0..<entry.key.text.utf8.count)
      do throws(Misread) {
        try parser.check(choice: word, of: subject.field)
      } catch {
        reading.say(error, in: entry.key)
        areValues = false
      }
    }
    return areValues
  }
}

extension Codec where Value == [Question.Choice] {
  static let choices = Codec<[NamedEntry<String>]>.entries(.prose).map {
    entries, node, reading -> [Question.Choice]? in
    guard entries.count >= 2 else {
      reading.say(.fewChoices(entries.count), node)
      return nil
    }
    return entries.map { Question.Choice(code: $0.key.text, words: $0.value) }
  }
}
