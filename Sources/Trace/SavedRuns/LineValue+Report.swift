extension ExpectationResult: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("text", text)
      line.field("holds", holds)
      line.field("actual", actual)
      line.optional("place", place)
    }
  }

  init(from line: inout LineReader) throws(LineError) {
    self = try line.object { line throws(LineError) in
      try ExpectationResult(
        text: line.field("text"), holds: line.field("holds"), actual: line.field("actual"),
        place: line.optional("place"))
    }
  }
}

extension Question.Choice: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("code", code)
      line.field("words", words)
    }
  }

  init(from line: inout LineReader) throws(LineError) {
    self = try line.object { line throws(LineError) in
      try Question.Choice(code: line.field("code"), words: line.field("words"))
    }
  }
}

extension Question: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("ask", ask)
      line.field("choices", choices)
      line.field("hints", hints)
      line.field("answer", answer)
      line.field("step", step)
    }
  }

  init(from line: inout LineReader) throws(LineError) {
    self = try line.object { line throws(LineError) in
      try Question(
        ask: line.field("ask"), choices: line.field("choices"), hints: line.field("hints"),
        answer: line.field("answer"), step: line.field("step"))
    }
  }
}

extension StepReport: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("expectations", expectations)
      line.field("explanation", explanation)
      line.optional("question", question)
    }
  }

  init(from line: inout LineReader) throws(LineError) {
    self = try line.object { line throws(LineError) in
      try StepReport(
        expectations: line.field("expectations"), explanation: line.field("explanation"),
        question: line.optional("question"))
    }
  }
}
