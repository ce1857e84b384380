import Simulation
import Trace

extension Codec where Value == Expectation {
  /// About the step that it stands in, unless it names another.
  static let inStep = predicate { reading in reading.step.map { .step($0) } ?? .run }

  /// About the whole run.
  static let ofRun = predicate { _ in .run }

  private static func predicate(
    _ standing: @escaping @Sendable (Reading) -> PredicateParser.Standing
  ) -> Codec {
    .line("subject operator value, as in status == 303") { line, reading throws(Misread) in
      let parser = PredicateParser(
        names: reading.names, vocabulary: reading.vocabulary, standing: standing(reading))
      return try parser.expectation(line, place: line.node.map { reading.place(of: $0) })
    }
  }
}

extension Codec where Value == Subject {
  /// The subject of a later step.
  static let prediction = Codec.line("STEP.SUBJECT, as in replay.status") {
    line, reading throws(Misread) in
    let parser = PredicateParser(
      names: reading.names, vocabulary: reading.vocabulary, standing: .anywhere)
    let subject = try parser.subject(alone: line)
    guard let name = subject.step else { throw Misread(.needsStep(line.text), line.range) }
    if let here = reading.step, let there = reading.names.step(named: name), there <= here {
      throw Misread(.predictsPast(name), 0..<name.utf8.count)
    }
    return subject
  }
}

extension Expectation {
  /// Reads a predicate that was typed, with or without a step's name.
  package static func parse(
    _ text: String, in scenario: Scenario, _ vocabulary: Vocabulary
  ) throws(Problem) -> Expectation {
    let parser = PredicateParser(
      names: Names(of: scenario), vocabulary: vocabulary, standing: .anywhere)
    do {
      return try parser.expectation(Line(text), place: nil)
    } catch {
      throw error.problem
    }
  }
}
