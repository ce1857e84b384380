import Simulation
import Trace

extension VerbGrammar {
  private struct Draft {
    var count = 0
    var steps: [Step] = []
  }

  static let `repeat` = VerbGrammar(
    .repeat,
    Table<Draft>([
      .required("repeat", .integer(1...100_000), "how many rounds") { $0.count = $1 },
      .required("steps", .list(StepGrammar.codec), "the steps of each round") { $0.steps = $1 },
    ]),
    { Draft() }
  ) { draft, node, reading in
    guard let index = reading.step, reading.names.steps[index].loop == nil else {
      reading.say(.nestedRepeat, node)
      return nil
    }
    for key in ["expect", "explain", "how", "look"] {
      if let value = node[key] { reading.say(.keyOfRepeat(key), value) }
    }
    return .repeat(draft.count, draft.steps)
  }
}
