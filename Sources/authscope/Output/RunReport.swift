import Exporters
import Simulation
import Trace
import Wire

/// The results of runs as text, JSON and JUnit.
enum RunReport {
  static func text(_ outcomes: [RunOutcome]) -> String {
    let width = outcomes.map { name($0).utf8.count }.max() ?? 0
    var lines: [String] = []
    for outcome in outcomes {
      let results = outcome.trace.reports.flatMap(\.expectations)
      let word = outcome.isGood ? "ok  " : "FAIL"
      let padded = name(outcome) + String(repeating: " ", count: width - name(outcome).utf8.count)
      lines.append("\(word)  \(padded)  \(results.count) expectations  \(verdict(outcome.trace))")
      lines += failures(outcome)
    }
    let bad = outcomes.count { !$0.isGood }
    let total = outcomes.flatMap { $0.trace.reports.flatMap(\.expectations) }.count
    let proofs = outcomes.flatMap(\.ablation).count
    let proved = proofs > 0 ? ", \(proofs) proofs by ablation" : ""
    lines.append(
      "\(outcomes.count) runs, \(total) expectations\(proved): "
        + (bad == 0 ? "all hold" : "\(bad) runs failed"))
    return lines.joined(separator: "\n")
  }

  private static func name(_ outcome: RunOutcome) -> String {
    let identity = outcome.trace.identity
    return identity.variant.map { "\(identity.scenario) (\($0))" } ?? identity.scenario
  }

  private static func verdict(_ trace: Trace) -> String {
    switch trace.verdict {
    case .none: ""
    case .secure: "secure"
    case .attackWorked: "the attack worked"
    }
  }

  private static func failures(_ outcome: RunOutcome) -> [String] {
    var lines: [String] = []
    for (index, report) in outcome.trace.reports.enumerated() {
      for result in report.expectations where !result.holds {
        let step = outcome.trace.steps[index].id
        lines.append(
          "      \(step): expected \(result.text), was \(result.actual)"
            + (result.place.map { "  (\($0))" } ?? ""))
      }
    }
    for result in outcome.ablation where !result.holds {
      lines.append("      attack: \(result.sentence)")
    }
    return lines
  }

  /// A documented shape: one object for each run.
  static func json(_ outcomes: [RunOutcome]) -> JSONValue {
    .array(
      outcomes.map { outcome in
        let trace = outcome.trace
        return [
          "id": .string(trace.identity.scenario),
          "variant": trace.identity.variant.map { .string($0) } ?? .null,
          "ok": .bool(outcome.isGood), "secure": secure(trace.verdict),
          "steps": .array(trace.steps.indices.map { step($0, trace) }),
          "ablation": .array(outcome.ablation.map(ablation)),
          "digest": .string(trace.digest),
        ]
      })
  }

  private static func secure(_ verdict: RunVerdict) -> JSONValue {
    switch verdict {
    case .none: .null
    case .secure: true
    case .attackWorked: false
    }
  }

  private static func step(_ index: Int, _ trace: Trace) -> JSONValue {
    let status = trace.value(of: .status, atStep: index).flatMap { Int64($0) }
    return [
      "id": .string(trace.steps[index].id.description),
      "status": status.map { .integer($0) } ?? .null,
      "expectations": .array(
        trace.reports[index].expectations.map {
          [
            "text": .string($0.text), "holds": .bool($0.holds), "actual": .string($0.actual),
            "place": $0.place.map { .string($0) } ?? .null,
          ]
        }),
    ]
  }

  private static func ablation(_ result: AblationResult) -> JSONValue {
    ["claim": .string(result.sentence), "holds": .bool(result.holds)]
  }

  static func junit(_ outcomes: [RunOutcome]) -> String {
    JUnit.xml(
      outcomes.map { outcome in
        JUnit.Suite(name: name(outcome), cases: cases(outcome))
      })
  }

  private static func cases(_ outcome: RunOutcome) -> [JUnit.Case] {
    var out: [JUnit.Case] = []
    for (index, report) in outcome.trace.reports.enumerated() {
      for result in report.expectations {
        let failure = JUnit.Failure(
          expected: result.text, actual: result.actual, place: result.place)
        out.append(
          JUnit.Case(
            step: outcome.trace.steps[index].id.description, expectation: result.text,
            failure: result.holds ? nil : failure))
      }
    }
    for result in outcome.ablation {
      let failure = JUnit.Failure(expected: "it does", actual: "it does not", place: nil)
      out.append(
        JUnit.Case(
          step: "attack", expectation: result.sentence, failure: result.holds ? nil : failure))
    }
    return out
  }
}
