import Simulation
import Trace

/// A step: the keys that all have, and one verb with its own.
enum StepGrammar {
  private struct Common {
    var expect: [Expectation] = []
    var explain: [Explanation] = []
    var how: [Explanation] = []
    var look: Pane?
  }

  static let codec = Codec<Step>(.steps) { node, reading in read(node, reading) }

  static let commonSchema = table.schema
  static let commonKeys = table.properties.map(\.key)

  private static let table = Table<Common>([
    .optional("id", .name("step"), "the name of the step") { _, _ in },
    .optional("expect", .oneOrList(.inStep), "predicates that hold after it") { $0.expect = $1 },
    .optional("explain", .explanations, "what it means: text, or texts with when") {
      $0.explain = $1
    },
    .optional("how", .explanations, "how it works: text, or texts with when") { $0.how = $1 },
    .optional("look", .word(), "the pane that shows it") { $0.look = $1 },
  ])

  private static func read(_ node: Node, _ reading: Reading) -> Step? {
    guard let entries = node.entries, let index = reading.stepsByOffset[node.range.lowerBound]
    else {
      reading.say(.expected("a step (a mapping)", found: node.kind), node)
      return nil
    }
    let outer = reading.step
    reading.step = index
    defer { reading.step = outer }
    var common = Common()
    let isShared = { (entry: Node.Entry) in commonKeys.contains(entry.key.text) }
    let isComplete = table.read(
      entries.filter(isShared), of: node, into: &common, reading)
    let own = entries.filter { !isShared($0) }
    guard let grammar = grammar(own, node, reading),
      let action = grammar.read(own, node, reading), isComplete
    else { return nil }
    var step = Step(id: reading.names.steps[index].id, action: action)
    step.expect = common.expect
    step.explain = common.explain
    step.how = common.how
    step.look = common.look
    step.place = reading.place(of: node)
    return step
  }

  private static func grammar(
    _ entries: [Node.Entry], _ node: Node, _ reading: Reading
  ) -> VerbGrammar? {
    let verbs = entries.filter { VerbGrammar.verbs.contains($0.key.text) }
    guard let verb = verbs.first else {
      let keys = entries.map(\.key)
      let slip = keys.first { Nearest.word(to: $0.text, among: VerbGrammar.verbs) != nil }
      reading.say(
        .noVerb(near: slip?.text, among: VerbGrammar.verbs), slip?.range ?? node.headline)
      return nil
    }
    guard verbs.count == 1 else {
      reading.say(.severalVerbs(verbs.map(\.key.text)), verbs[1].key.range)
      return nil
    }
    return VerbGrammar.all.first { $0.verb.rawValue == verb.key.text }
  }
}

extension Codec where Value == [Explanation] {
  /// Text, or a list of texts, each with the predicates that it is true under.
  static let explanations = Codec(.anyOf([.text, .list(.object(explanation.schema))])) {
    node, reading in
    if node.items == nil {
      return Codec<String>.prose.read(node, reading).map { [Explanation(when: nil, text: $0)] }
    }
    guard let list = listed.read(node, reading) else { return nil }
    warnOfIdle(list, node, reading)
    return list
  }

  private static let explanation = Table<Explanation>([
    .optional(
      "when", .oneOrList(.inStep), "predicates; without them: while the step's expectations hold"
    ) { $0.when = $1 },
    .required("text", .prose, "what is said then") { $0.text = $1 },
  ])

  private static let listed = Codec<[Explanation]>.list(
    explanation.codec({ Explanation(when: nil, text: "") }) { explanation, _, _ in explanation })

  /// A second text under the same condition was meant for another one.
  private static func warnOfIdle(_ list: [Explanation], _ node: Node, _ reading: Reading) {
    var seen: Set<[String]> = []
    for (explanation, item) in zip(list, node.items ?? []) {
      let condition = explanation.when?.map(\.text) ?? []
      if !seen.insert(condition).inserted {
        reading.say(.sameCondition(condition), item["when"] ?? item)
      }
    }
  }
}
