import Ledger
import Simulation
import Trace

/// `subject operator value`, in one line.
struct PredicateParser {
  /// Where a predicate stands, which says what it may leave out.
  enum Standing {
    /// In a step, which it is about unless it names another.
    case step(Int)
    /// Outside of the steps, about the whole run.
    case run
    /// Typed by somebody, who may mean any step.
    case anywhere
  }

  let names: Names
  let vocabulary: Vocabulary
  let standing: Standing

  func expectation(_ line: Line, place: SourcePlace?) throws(Misread) -> Expectation {
    var line = line
    let subject = try subject(&line)
    let comparison = try comparison(&line, of: subject.field)
    return Expectation(subject: subject, comparison: comparison, text: line.text, place: place)
  }

  /// A subject alone, as `predict` has it.
  func subject(alone line: Line) throws(Misread) -> Subject {
    var line = line
    let subject = try subject(&line)
    if let word = line.rest() { throw Misread(.nothingMore(word.text), word.range) }
    return subject
  }

  private func subject(_ line: inout Line) throws(Misread) -> Subject {
    guard let first = line.next() else { throw Misread(.emptyPredicate, line.range) }
    let (step, head) = try splitStep(first)
    let field = try FieldParser(names: names, vocabulary: vocabulary).field(head, &line)
    let verb = try verb(of: step, field: field, first)
    if let verb, field.needsMessages, !verb.sends {
      throw Misread(.sendsNothing(verb, head.text), first.range)
    }
    return Subject(step: step?.text, field: field)
  }

  /// `replay.status` is the status of the step replay; `token.error` is a subject of its own.
  private func splitStep(
    _ first: Line.Word
  ) throws(Misread) -> (step: Line.Word?, head: Line.Word) {
    if FieldParser.heads.contains(first.text) { return (nil, first) }
    guard let (step, head) = first.split(at: ".") else {
      if names.stepNames.contains(first.text) {
        throw Misread(.stepAlone(first.text), first.range)
      }
      return (nil, first)
    }
    guard let index = names.step(named: step.text) else {
      throw Misread(.unknownName(step.text, "step", among: names.stepNames), step.range)
    }
    if names.steps[index].verb == .repeat { throw Misread(.repeatedStep(step.text), step.range) }
    return (step, head)
  }

  private func verb(
    of step: Line.Word?, field: Field, _ first: Line.Word
  ) throws(Misread) -> Verb? {
    if let step { return names.step(named: step.text).flatMap { names.steps[$0].verb } }
    switch standing {
    case .step(let index): return names.steps[index].verb
    case .run:
      if field.needsMessages { throw Misread(.needsStep(first.text), first.range) }
      return nil
    case .anywhere: return nil
    }
  }
}

extension Verb {
  /// Whether a step of that verb makes a client send something.
  var sends: Bool {
    switch self {
    case .request, .deliver, .run: true
    case .steal, .tamper, .forge, .wait, .set, .predict, .repeat, .note: false
    }
  }
}

extension Field {
  /// Whether it asks for the messages of one step.
  var needsMessages: Bool {
    switch self {
    case .status, .location, .error, .tokenStatus, .tokenError, .hops, .servedBy, .header,
      .cookie, .body, .json, .check, .token:
      true
    case .cost(_, let total): !total
    case .jar, .storage, .storeCount, .row: false
    }
  }
}
