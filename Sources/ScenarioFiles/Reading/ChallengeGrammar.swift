import Simulation
import Trace

/// `challenge: { from: VARIANT, brief: ..., allow: [request], goal: PREDICATE, solution: [STEP] }`
enum ChallengeGrammar {
  private struct Draft {
    var from: String?
    var brief = ""
    var allow: [Verb] = []
    var goal: Expectation?
    var solution: [String] = []
  }

  static let codec = table.codec({ Draft() }) { draft, node, reading -> Challenge? in
    checkSolution(draft, node, reading)
    guard let goal = draft.goal else { return nil }
    return Challenge(
      from: draft.from, brief: draft.brief, allow: draft.allow, goal: goal,
      solution: draft.solution)
  }

  private static let table = Table<Draft>([
    .optional(
      "from", .known("variant") { $0.names.variants },
      "the variant to start from; without it, the scenario as it stands"
    ) { $0.from = $1 },
    .required("brief", .prose, "what to bring about") { $0.brief = $1 },
    .required("allow", .list(.word()), "the verbs that may be used") {
      $0.allow = $1
    },
    .required("goal", .ofRun, "a predicate over the whole run") { $0.goal = $1 },
    .required("solution", .list(.known("step") { $0.names.stepNames }), "steps that reach it") {
      $0.solution = $1
    },
  ])

  private static func checkSolution(_ draft: Draft, _ node: Node, _ reading: Reading) {
    guard !draft.allow.isEmpty else { return }
    for item in node["solution"]?.items ?? [] {
      guard let name = item.text, let step = reading.names.step(named: name),
        let verb = reading.names.steps[step].verb, !draft.allow.contains(verb)
      else { continue }
      reading.say(.solutionNotAllowed(name, verb), item)
    }
  }
}
